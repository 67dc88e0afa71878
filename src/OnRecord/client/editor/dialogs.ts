import { button, el, uniqueId } from './dom';
import type { Words } from './words';

export type Dialog = { element: HTMLDialogElement; body: HTMLElement; foot: HTMLElement; close: () => void };

// A dialog that goes from the page when it closes; the browser gives the focus back.
export function open(words: Words, title: string, kind: string, closed: () => void = () => {}): Dialog {
  const id = uniqueId('title');
  const body = el('div', { class: 'dialog-body' });
  const foot = el('div', { class: 'dialog-foot' });
  const element = el('dialog', { class: `desk-dialog ${kind}`, 'aria-labelledby': id },
    el('header', {}, el('h2', { id }, title), button('×', () => element.close(), { class: 'close', 'aria-label': words.say('Close') })),
    body, foot);
  element.addEventListener('close', () => {
    element.remove();
    closed();
  });
  document.body.append(element);
  element.showModal();
  return { element, body, foot, close: () => element.close() };
}

export type Answer = Record<string, string>;

// A short form: resolves with what was typed, or null when it was left.
export function ask(words: Words, title: string, fields: HTMLElement[], submit: string, extra?: { label: string; value: string }): Promise<Answer | null> {
  return new Promise((resolve) => {
    let answer: Answer | null = null;
    const dialog = open(words, title, 'small-dialog', () => resolve(answer));
    const form = el('form', { class: 'fields', onsubmit: (event: Event) => {
      event.preventDefault();
      answer = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)]));
      dialog.close();
    } }, ...fields);
    const leave = (value: string) => {
      answer = { act: value };
      dialog.close();
    };
    form.append(el('div', { class: 'row' },
      el('button', { type: 'submit', class: 'button primary' }, submit),
      extra ? button(extra.label, () => leave(extra.value), { class: 'button' }) : null,
      button(words.say('Cancel'), () => dialog.close(), { class: 'button' })));
    dialog.body.append(form);
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
}

export const confirm = async (words: Words, title: string, text: string, yes: string): Promise<boolean> =>
  (await ask(words, title, [el('p', {}, text)], yes)) !== null;
