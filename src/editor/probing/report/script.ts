import { Html } from './html';

/**
 * What runs in the page: it asks for its parts, puts in place those that have changed, and hands on what is pressed. What
 * was unfolded stays so, and the focus stays on its button.
 */
export const SCRIPT = new Html(String.raw`
const editor = acquireVsCodeApi();
const sections = new Map();
const markups = new WeakMap();
const healthy = document.getElementById('healthy');

addEventListener('click', ({ target }) => {
  const pressed = target.closest('[data-command]');
  if (pressed) editor.postMessage({ command: pressed.dataset.command, args: JSON.parse(pressed.dataset.args) });
});
addEventListener('message', ({ data }) => {
  replace(document.getElementById('head'), data.head);
  const keys = new Set([...data.open, ...data.healthy].map(({ key }) => key));
  for (const [key, { element }] of sections) if (!keys.has(key)) { element.remove(); sections.delete(key); }
  place(document.getElementById('open'), data.open);
  place(healthy.querySelector('div'), data.healthy);
  healthy.hidden = data.healthy.length === 0;
  const count = data.healthy.length;
  healthy.querySelector('summary').textContent = count === 1 ? '1 server is ready' : count + ' servers are ready';
  if (data.open.length === 0) healthy.open = true;
  document.getElementById('said').textContent = document.querySelector('h1').textContent;
  if (data.reveal) sections.get(data.reveal)?.element.scrollIntoView({ block: 'start' });
  tick();
});
setInterval(tick, 1000);
editor.postMessage({ command: 'ready', args: [] });

function place(parent, parts) {
  parts.forEach(({ key, markup }, index) => {
    if (!sections.has(key)) sections.set(key, { element: document.createElement('section') });
    const section = sections.get(key);
    replace(section.element, markup);
    if (parent.children[index] !== section.element) parent.insertBefore(section.element, parent.children[index] ?? null);
  });
}

function replace(element, markup) {
  if (markups.get(element) === markup) return;
  markups.set(element, markup);
  const unfolded = new Set([...element.querySelectorAll('details[open]')].map(({ dataset }) => dataset.id));
  const focused = element.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
  element.innerHTML = markup;
  for (const details of element.querySelectorAll('details')) details.open = unfolded.has(details.dataset.id);
  for (const waiting of element.querySelectorAll('[data-elapsed]')) waiting.began = performance.now() - Number(waiting.dataset.elapsed);
  if (focused) [...element.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === focused)?.focus();
}

function tick() {
  for (const waiting of document.querySelectorAll('[data-elapsed]')) {
    const seconds = Math.round((performance.now() - waiting.began) / 1000);
    waiting.textContent = 'checking… ' + seconds + ' of ' + Math.round(Number(waiting.dataset.patience) / 1000) + ' s';
  }
}
`);
