// What people meet who use the keyboard, large letters, wide spacing, or paper. Each gives its faults, one line each.

/** What Tab has to stop at, in the order of the page: a group of radio buttons is one stop. */
function stops() {
  const reached = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')];
  const inGroup = (one) => one.type === 'radio' && one.name;
  return reached.filter((one) => {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (!inGroup(one)) return true;
    const group = reached.filter((other) => inGroup(other) === one.name && !other.disabled);
    return one === (group.find((other) => other.checked) ?? group[0]);
  });
}

/** How the focus stands on the page: where, whether it is to be seen, and how strong its ring is. */
function focused() {
  const one = document.activeElement;
  const all = globalThis.heardStops;
  if (!one || one === document.body) return null;
  const seen = one.closest('.choice') && one.labels?.[0] ? one.labels[0] : one;
  const box = seen.getBoundingClientRect();
  const name = `${one.localName} "${(one.labels?.[0] ?? one).textContent.trim().slice(0, 40) || one.name}"`;

  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  let around = seen.parentElement;
  while (around.parentElement && (rgb(getComputedStyle(around).backgroundColor)[3] ?? 1) === 0) around = around.parentElement;
  const ground = rgb(getComputedStyle(around).backgroundColor);
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow } = getComputedStyle(seen);
  const ring = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
  const spread = boxShadow === 'none' ? 0 : parseFloat(boxShadow.match(/px (\d+)px$/)?.[1] ?? boxShadow.match(/(\d+)px(?: inset)?$/)?.[1] ?? 0);
  const rings = [];
  if (ring >= 2) rings.push(contrast(rgb(outlineColor), ground));
  if (spread >= 2 && !boxShadow.includes('inset')) rings.push(contrast(rgb(boxShadow), ground));

  // Cut off by a box that hides what is too large for it, or outside the window.
  const reach = Math.min(3, Math.max(ring, spread));
  let clipped = box.left - reach < -0.5 || box.right + reach > innerWidth + 0.5 || box.bottom < 1 || box.top > innerHeight - 1;
  for (let outer = seen.parentElement; outer; outer = outer.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(outer);
    const edge = outer.getBoundingClientRect();
    if (outer === document.body || outer === document.documentElement || (overflowX === 'visible' && overflowY === 'visible')) continue;
    clipped ||= box.left - reach < edge.left - 0.5 || box.right + reach > edge.right + 0.5;
  }
  const top = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)), Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height / 2, 20))));
  const covered = !(top && (seen.contains(top) || top.contains(seen) || one.contains(top) || one === top));
  return {
    place: all.indexOf(one), name, contrast: Math.max(0, ...rings), clipped, covered,
    box: { top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right },
  };
}

/** Goes through the page with Tab: everything is reached in the order of reading, can be seen, and lets go again. */
export async function focusFaults(page) {
  const faults = [];
  await page.evaluate(`globalThis.heardStops = (${stops})()`);
  const names = await page.evaluate(() => globalThis.heardStops.map((one) => `${one.localName} "${one.textContent.trim().slice(0, 40) || one.name}"`));
  const rtl = await page.evaluate(() => document.documentElement.dir === 'rtl');
  if (names.length === 0) return ['nothing on the page can be reached with the keyboard'];
  // The first of them by hand, since the browser begins where one last was; then by the key.
  await page.evaluate(() => globalThis.heardStops[0].focus({ focusVisible: true }));
  let before;
  for (let at = 0; at < names.length; at += 1) {
    if (at > 0) await page.keyboard.press('Tab');
    const now = await page.evaluate(focused);
    if (!now || now.place !== at) {
      faults.push(`Tab number ${at} reaches ${now?.name ?? 'nothing'}, not ${names[at]}`);
      break;
    }
    if (now.contrast < 3) faults.push(`the focus on ${now.name} has a contrast of ${now.contrast.toFixed(1)}`);
    if (now.clipped) faults.push(`the focus on ${now.name} is cut off`);
    if (now.covered) faults.push(`${now.name} is covered when it has the focus`);
    // The link that skips lies over what comes after it.
    if (before && at > 1) {
      const sameLine = now.box.top < before.box.bottom - 4 && before.box.top < now.box.bottom - 4;
      const back = sameLine ? (rtl ? now.box.left >= before.box.right : now.box.right <= before.box.left) : now.box.top < before.box.top - 4;
      if (back) faults.push(`${now.name} comes after ${before.name}, and stands before it`);
    }
    before = now;
  }
  await page.keyboard.press('Tab');
  const after = await page.evaluate(focused);
  if (faults.length === 0 && after && after.place !== 0) faults.push(`the keyboard does not get out after ${names.at(-1)}`);
  return faults;
}

/** What is cut off, or lies over its box, as letters are now. The page's styles may be added to: see `reflow`. */
function cutOff() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) faults.push(`scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('.unseen, .skip, svg, option') || !one.checkVisibility()) continue;
    const says = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!says.length) continue;
    const style = getComputedStyle(one);
    const hides = [style.overflowX, style.overflowY].some((way) => way === 'hidden' || way === 'clip');
    if (hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) faults.push(`${one.localName} "${one.textContent.trim()}" is cut off`);
    const range = document.createRange();
    for (const node of says) {
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const scrolls = one.closest('.scroll');
      if (!scrolls && (box.left < -1 || box.right > root.clientWidth + 1)) faults.push(`"${node.data.trim().slice(0, 40)}" runs out of the window`);
      // The sign itself may be higher than its line.
      const own = one.closest('button, label, .card, .notice, .problem')?.getBoundingClientRect();
      const spare = parseFloat(style.fontSize) / 2;
      if (own && !scrolls && (box.bottom > own.bottom + spare || box.right > own.right + 2)) faults.push(`"${node.data.trim().slice(0, 40)}" runs out of its box`);
    }
  }
  return faults;
}

/** What breaks when letters are wider apart (WCAG 1.4.12), twice as large, or the page is magnified four times. */
export async function reflowFaults(page) {
  const ways = {
    'wide spacing': { width: 390, height: 844, style: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }' },
    'letters of 200 %': { width: 390, height: 844, style: 'html { font-size: 200% !important }' },
    'magnified to 400 %': { width: 320, height: 256, style: 'html { font-size: 100% }' },
  };
  const faults = [];
  for (const [way, { width, height, style }] of Object.entries(ways)) {
    await page.setViewportSize({ width, height });
    const added = await page.addStyleTag({ content: style });
    faults.push(...(await page.evaluate(cutOff)).map((fault) => `${way}: ${fault}`));
    await added.evaluate((tag) => tag.remove());
  }
  return faults;
}

/** What is not on paper: every question with all that can be answered, and nothing that only a screen needs. */
export async function printFaults(page) {
  await page.evaluate(() => {
    globalThis.heardPrints = [...document.querySelectorAll('.question :is(h1, h2, legend, label, input, textarea, select), main h1, main p')]
      .filter((one) => !one.closest('.unseen, .kept, .screen, .aloud, .actions') && !one.querySelector('a.back'))
      .filter((one) => one.checkVisibility());
  });
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate(() => {
    const gone = globalThis.heardPrints.filter((one) => !one.checkVisibility() || one.getBoundingClientRect().width === 0);
    const useless = [...document.querySelectorAll('nav, .skip, .actions')].filter((one) => one.checkVisibility());
    const pale = [...document.querySelectorAll('main *')].filter((one) => {
      const [r, g, b] = getComputedStyle(one).color.match(/\d+/g).map(Number);
      return one.checkVisibility() && Math.min(r, g, b) > 150;
    });
    return [
      ...gone.map((one) => `${one.localName} "${(one.textContent.trim() || one.name).slice(0, 40)}" is not on paper`),
      ...useless.map((one) => `${one.localName} is on paper`),
      ...pale.map((one) => `${one.localName} "${one.textContent.trim().slice(0, 40)}" is too pale on paper`),
    ];
  });
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

/** Controls that lose their shape when the reader's system chooses all colours. */
export async function forcedFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const one of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, .button')) {
      if (!one.checkVisibility()) continue;
      const style = getComputedStyle(one);
      const native = ['radio', 'checkbox'].includes(one.type);
      if (native ? style.appearance === 'none' || style.opacity === '0' : parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === 'none') {
        faults.push(`${one.localName} "${one.name || one.textContent.trim()}" has no shape in forced colours`);
      }
    }
    for (const drawn of document.querySelectorAll('svg [fill="currentColor"], svg [stroke="currentColor"]')) {
      const { fill, stroke } = getComputedStyle(drawn);
      if (fill === 'none' && stroke === 'none') faults.push('a drawing is gone in forced colours');
    }
    return faults;
  });
}
