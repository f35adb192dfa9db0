// Our own: what the other engines do not look for, and only a browser can tell.

/** The faults of the page as it stands, one line each. */
export async function houseFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
    if (!root.lang || !root.dir) faults.push('html has no lang or no dir');
    if (document.querySelectorAll('h1').length !== 1) faults.push('not exactly one h1');
    for (const one of document.querySelectorAll('[style], style, script:not([src])')) {
      faults.push(`inline style or script on ${one.localName}`);
    }
    for (const one of document.querySelectorAll('[onchange], [onclick], [onsubmit], [onload]')) {
      faults.push(`inline handler on ${one.localName}`);
    }
    const seen = new Set();
    for (const { id } of document.querySelectorAll('[id]')) {
      if (seen.has(id)) faults.push(`id ${id} twice`);
      seen.add(id);
    }
    for (const named of document.querySelectorAll('[aria-describedby]')) {
      for (const id of named.getAttribute('aria-describedby').split(/\s+/)) {
        if (!seen.has(id)) faults.push(`aria-describedby names ${id}, which is not there`);
      }
      // A description of a fieldset is not read when its radios are reached (QUALITY 1.2).
      if (named.localName === 'fieldset') faults.push('aria-describedby on a fieldset: put it on the first control');
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const id = decodeURIComponent(link.hash.slice(1));
      if (id && !seen.has(id)) faults.push(`a link to #${id}, which is not there`);
    }
    const errors = document.querySelector('[aria-invalid="true"], .error, [role="alert"]');
    // The word itself is in the language of the page, and stands unseen before each problem.
    const error = document.querySelector('.error .unseen')?.textContent.trim() ?? 'Error:';
    if (errors && !document.title.startsWith(`${error} `)) faults.push(`errors on the page, but the title does not begin "${error} "`);
    for (const one of document.querySelectorAll('[lang]')) {
      const rtl = /^(ar|fa|he|ps|ur|yi)\b/.test(one.lang);
      if ((getComputedStyle(one).direction === 'rtl') !== rtl) faults.push(`${one.localName} in ${one.lang} runs the wrong way`);
    }
    // Nothing that people press is smaller than a finger. Links within a sentence are as high as its line; one that is
    // all of its paragraph is no part of a sentence.
    for (const one of document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')) {
      const own = one.getBoundingClientRect();
      const label = one.labels?.[0]?.getBoundingClientRect() ?? own;
      const alone = one.closest('p, li')?.textContent.trim() === one.textContent.trim();
      const inText = one.localName === 'a' && getComputedStyle(one).display === 'inline' && !alone;
      const high = Math.round(Math.max(label.height, own.height));
      const wide = Math.round(Math.max(label.width, own.width));
      if (!inText && own.height > 0 && (high < 44 || wide < 44)) {
        faults.push(`target ${one.localName} "${one.name || one.textContent.trim()}" is ${wide} px wide and ${high} px high`);
      }
    }
    // Nothing is read smaller than 16 px.
    for (const one of document.querySelectorAll('body *')) {
      const says = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (says && parseFloat(getComputedStyle(one).fontSize) < 16) faults.push(`${one.localName} "${one.textContent.trim()}" is smaller than 16 px`);
    }
    return faults;
  });
}
