// Elements are built, never parsed from text, so that nothing written can become markup.
type Child = Node | string | null | undefined | false;
type Props = { [name: string]: unknown };

export function el<K extends keyof HTMLElementTagNameMap>(name: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value as EventListener);
    else if (key === 'class') element.className = String(value);
    else if (key === 'value') (element as unknown as HTMLInputElement).value = String(value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (label: string, act: (event: Event) => void, props: Props = {}): HTMLButtonElement =>
  el('button', { type: 'button', onclick: act, ...props }, label);

let ids = 0;
export const uniqueId = (stem: string): string => `${stem}-${++ids}`;

export const random = (): string =>
  'randomUUID' in crypto ? crypto.randomUUID() : [...(crypto as Crypto).getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

export function field(label: string, input: HTMLElement, hint?: string): HTMLLabelElement {
  return el('label', { class: 'field' }, el('span', {}, label), input, hint ? el('small', {}, hint) : null);
}

// An input's own value is left alone while it is being typed into.
export function put(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (input.value !== value) input.value = value;
}

export const isMac = /Mac|iP(hone|ad)/.test(globalThis.navigator?.platform ?? '');
