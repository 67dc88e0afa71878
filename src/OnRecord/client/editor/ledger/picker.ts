// A field in which a few letters offer the sources that the newsroom knows: a combobox of the ARIA practices.
import { el, uniqueId } from '../dom';
import type { Words } from '../words';
import type { Source } from './types';

export type Picker = { element: HTMLElement; input: HTMLInputElement; chosen: () => Source | null; choose: (source: Source | null) => void };

export function picker(words: Words, props: { name: string; label: string; hint?: string; find: (query: string) => Promise<Source[]>; changed: () => void }): Picker {
  const id = uniqueId('sources');
  const list = el('ul', { class: 'mentions', role: 'listbox', id, hidden: true, 'aria-label': props.label });
  const input = el('input', { name: props.name, role: 'combobox', autocomplete: 'off', dir: 'auto', maxlength: '300', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id });
  const news = el('span', { class: 'unseen', role: 'status' });
  let picked: Source | null = null;
  let offered: Source[] = [];
  let [at, timer, asked] = [-1, 0, 0];

  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) at = -1;
    point();
  };
  const point = () => {
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    const option = list.children[at];
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  const choose = (source: Source | null) => {
    picked = source;
    if (source) input.value = source.name;
    open(false);
    props.changed();
  };
  const offer = async () => {
    const turn = ++asked;
    const found = await props.find(input.value.trim());
    if (turn !== asked || document.activeElement !== input) return;
    offered = found;
    list.replaceChildren(...found.map((source) => el('li', { role: 'option', id: uniqueId('source'), dir: 'auto', onpointerdown: (event: Event) => {
      event.preventDefault();
      choose(source);
    } }, el('b', {}, source.name), el('small', {}, describe(source, words)))));
    open(found.length > 0);
    news.textContent = words.count('Ledger.Known', found.length);
  };
  input.addEventListener('input', () => {
    picked = null;
    props.changed();
    clearTimeout(timer);
    timer = window.setTimeout(() => void offer(), 150);
  });
  input.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && list.hidden) void offer();
    else if (by) at = (at + by + offered.length + (at < 0 && by < 0 ? 1 : 0)) % offered.length;
    else if (event.key === 'Enter' && !list.hidden && at >= 0) choose(offered[at]!);
    else if (event.key === 'Escape' && !list.hidden) open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
    point();
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    asked++;
    open(false);
  });
  const element = el('label', { class: 'field' }, el('span', {}, props.label), el('span', { class: 'mention-field' }, input, list), props.hint ? el('small', {}, props.hint) : null, news);
  return { element, input, chosen: () => picked, choose };
}

export const describe = (source: Source, words: Words): string =>
  [words.say(`Kind.${source.kind}`), source.role, source.affiliation, source.isNamed ? '' : words.say('Standing.NotNamed')].filter(Boolean).join(' · ');
