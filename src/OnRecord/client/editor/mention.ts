import { el, uniqueId } from './dom';
import type { Person } from './types';

// A field for a remark, in which @ and a few letters offer the names of the newsroom.
export function mentionField(label: string, staff: Person[]): { element: HTMLElement; input: HTMLTextAreaElement } {
  const id = uniqueId('people');
  const list = el('ul', { class: 'mentions', role: 'listbox', id, hidden: true, 'aria-label': label });
  const input = el('textarea', { rows: '3', 'aria-label': label, 'aria-haspopup': 'listbox', 'aria-controls': id, 'aria-autocomplete': 'list', required: true });
  let at = 0;
  const begun = () => /(^|\s)@([\p{L}.'’-]*(?: [\p{L}.'’-]*)?)$/u.exec(input.value.slice(0, input.selectionStart));
  const close = () => {
    list.hidden = true;
    input.removeAttribute('aria-activedescendant');
  };
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const choose = (name: string) => {
    const typed = begun();
    if (typed) input.setRangeText(`@${name} `, input.selectionStart - typed[2]!.length - 1, input.selectionStart, 'end');
    close();
    input.focus();
  };
  const mark = () => {
    options().forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    input.setAttribute('aria-activedescendant', options()[at]?.id ?? '');
  };
  input.addEventListener('input', () => {
    const typed = begun()?.[2]?.toLocaleLowerCase();
    const found = typed === undefined ? [] : staff.filter((person) => person.name.toLocaleLowerCase().split(' ').concat(person.name.toLocaleLowerCase()).some((part) => part.startsWith(typed))).slice(0, 6);
    if (found.length === 0) return close();
    list.replaceChildren(...found.map((person) => el('li', { role: 'option', id: uniqueId('person'), onpointerdown: (event: Event) => {
      event.preventDefault();
      choose(person.name);
    } }, person.name)));
    [list.hidden, at] = [false, 0];
    mark();
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) at = (at + by + options().length) % options().length;
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options()[at]!.textContent!);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (by) mark();
  });
  input.addEventListener('blur', close);
  return { element: el('div', { class: 'mention-field' }, input, list), input };
}
