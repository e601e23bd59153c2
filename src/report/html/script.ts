/**
 * The page's own script: search, filters, colour scheme, and opening what an address leads to. It only ever sets
 * attributes and plain text, keeps nothing but the colour scheme, and the page can be read without it. A constant
 * text: its hash stands in the page's policy. Run in a real browser by __tests__/e2e/html-report.test.ts.
 */
export const SCRIPT = `'use strict';
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  const theme = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const remembered = () => { try { return localStorage.getItem('image-gate-theme'); } catch { return null; } };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? 'Light colours' : 'Dark colours'; };
  const saved = remembered();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  theme.hidden = false;
  nameTheme();
  dark.addEventListener('change', nameTheme);
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('image-gate-theme', root.dataset.theme); } catch { /* Kept for this page alone. */ }
    nameTheme();
  });

  const form = byId('filters');
  const rows = [...document.querySelectorAll('.finding')];
  const lists = [...document.querySelectorAll('.list')];
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  let layer = '';

  const apply = () => {
    const words = form.elements.search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map((box) => box.value));
    const status = form.elements.status.value;
    const origin = form.elements.origin.value;
    const change = form.elements.change?.value;
    let count = 0;
    for (const row of rows) {
      const { severity, status: its, change: when, origin: from, layer: at } = row.dataset;
      const isShown = severities.has(severity) && (!status || status === its) && (!origin || origin === from)
        && (!change || change === when) && (!layer || layer === at) && words.every((word) => textOf(row).includes(word));
      row.hidden = !isShown;
      if (isShown) count += 1;
    }
    for (const list of lists) list.hidden = !list.querySelector('.finding:not([hidden])');
    byId('count').value = count === rows.length ? count + ' findings' : count + ' of ' + rows.length + ' findings';
    byId('layer-filter').hidden = layer === '';
    for (const one of document.querySelectorAll('.layer')) one.toggleAttribute('data-chosen', layer !== '' && one.id === 'layer-' + layer);
  };
  const reset = () => { layer = ''; form.reset(); };

  if (form) {
    form.hidden = false;
    let waiting = 0;
    form.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); });
    form.addEventListener('submit', (event) => event.preventDefault());
    // Fields have their first values only after this event.
    form.addEventListener('reset', () => { layer = ''; setTimeout(apply); });
    byId('layer-filter').addEventListener('click', () => { layer = ''; apply(); form.elements.search.focus(); });
    for (const link of document.querySelectorAll('a[data-layer]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        layer = layer === link.dataset.layer ? '' : link.dataset.layer;
        apply();
        if (layer) document.querySelector('.list:not([hidden])')?.scrollIntoView({ block: 'nearest' });
      });
    }
    apply();
  }

  const show = () => {
    const target = byId(location.hash.slice(1));
    if (!target?.classList.contains('finding')) return;
    if (target.hidden) { reset(); setTimeout(show); return; }
    target.open = true;
    target.scrollIntoView({ block: 'start' });
    target.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', show);
  // The browser looks for the address itself while it loads, and takes the focus with it.
  addEventListener('load', () => setTimeout(show));
})();
`;
