// Reads a page aloud, where somebody asked for it: a button at the heading and at each question, nothing by itself.
// Only voices that live on the device speak; those that would send the words to a server are passed over.
'use strict';
(() => {
  const notice = document.getElementById('Aloud');
  const speech = window.speechSynthesis;
  if (!notice) return;
  const { listen, stop, none, part, never } = notice.dataset;
  if (!speech || !window.SpeechSynthesisUtterance) {
    notice.textContent = never;
    return;
  }

  // What is read as one piece; what is shown to nobody, or said a second time for screen readers only, is left out.
  const PIECES = 'h1, h2, h3, p, li, dt, dd, label, legend, .code';
  const SILENT = 'button, .unseen, .back, .change, .actions, .languages, .kept, [aria-hidden], noscript, #Aloud';
  // Between languages only the first part counts: a voice for en-GB reads en.
  const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voiceFor = (lang) => speech.getVoices().find((voice) => voice.localService && primary(voice.lang) === primary(lang));

  /** The words of an element by their languages: [{ words, lang, from }]. */
  function pieces(block) {
    const found = [];
    const walk = (node, from) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const lang = node.parentElement.closest('[lang]').lang;
        const last = found[found.length - 1];
        if (!node.data.trim()) return;
        if (last && last.from === from && last.lang === lang) last.words += ` ${node.data}`;
        else found.push({ words: node.data, lang, from });
      } else if (node.nodeType === Node.ELEMENT_NODE && (!node.matches(SILENT) || node.matches('.error .unseen'))) {
        const own = node.matches(PIECES) ? node : from;
        node.childNodes.forEach((child) => walk(child, own));
      }
    };
    for (const element of block) walk(element, element);
    return found;
  }

  /** The heading with what is said before the first question, and each question. */
  function blocks() {
    const inner = document.querySelector('main .in');
    const questions = [...inner.querySelectorAll('.question')].filter((one) => !one.parentElement.closest('.question'));
    const before = (element) => !questions[0] || element.compareDocumentPosition(questions[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
    const heading = inner.querySelector('h1');
    const found = questions.map((one) => ({ at: one.querySelector('legend, h1, h2'), elements: [one] }));
    if (heading && !heading.closest('.question')) {
      const around = [...inner.querySelectorAll(PIECES)].filter((one) => before(one) && !one.parentElement.closest(PIECES));
      found.unshift({ at: heading, elements: around.filter((one) => !one.closest('.question')) });
    }
    return found.filter(({ at }) => at);
  }

  // The button whose block is being read.
  let speaking;

  function quiet() {
    speech.cancel();
    document.querySelectorAll('.heard').forEach((element) => element.classList.remove('heard'));
    if (speaking) show(speaking, false);
    speaking = undefined;
  }

  function show(button, on) {
    const word = on ? stop : listen;
    button.textContent = word;
    button.setAttribute('aria-label', `${word}: ${button.dataset.what}`);
    button.classList.toggle('on', on);
  }

  function read(button, elements) {
    const again = speaking === button;
    quiet();
    if (again) return;
    // What was typed or shown since the page came is read as it is now.
    const spoken = pieces(elements).filter(({ lang }) => voiceFor(lang));
    speaking = button;
    show(button, true);
    spoken.forEach(({ words, lang, from }, place) => {
      const utterance = new SpeechSynthesisUtterance(words.replace(/\s+/g, ' ').trim());
      utterance.voice = voiceFor(lang);
      utterance.lang = utterance.voice.lang;
      utterance.rate = 0.9;
      // Another block may have been started since: then this one has nothing to say any more.
      const mine = () => speaking === button;
      utterance.onstart = () => mine() && from.classList.add('heard');
      utterance.onend = utterance.onerror = () => {
        from.classList.remove('heard');
        if (mine() && place === spoken.length - 1) quiet();
      };
      speech.speak(utterance);
    });
  }

  function begin() {
    let silent = 0;
    for (const { at, elements } of blocks()) {
      const all = pieces(elements);
      const said = all.filter(({ lang }) => voiceFor(lang));
      silent += all.length - said.length;
      if (!said.length) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet listen';
      button.dataset.what = at.textContent.trim();
      show(button, false);
      button.addEventListener('click', () => read(button, elements));
      at.after(button);
    }
    if (!document.querySelector('.listen')) notice.textContent = none;
    else if (silent) notice.textContent = part;
  }

  window.addEventListener('pagehide', quiet);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && quiet());

  // Browsers find their voices some time after the page is there, or never.
  if (speech.getVoices().length) return begin();
  let begun = false;
  const once = () => {
    if (begun) return;
    begun = true;
    begin();
  };
  speech.addEventListener('voiceschanged', once);
  setTimeout(once, 2000);
})();
