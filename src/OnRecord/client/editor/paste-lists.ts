// Word puts lists on the clipboard as paragraphs that only say in their style that they are items.
import { styleOf } from './paste-style';

export type WordItem = { level: number; ordered: boolean; start: number; list: string };

const isMarker = (element: Element): boolean => /ignore/.test(styleOf(element).get('mso-list') ?? '');

export function wordItem(paragraph: Element): WordItem | null {
  const style = styleOf(paragraph).get('mso-list');
  const found = style ? /^(l\d+)\s+level(\d)/.exec(style) : null;
  const marker = [...paragraph.querySelectorAll('*')].find(isMarker);
  if (!found && !marker) return null;
  const text = (marker?.textContent ?? '').replace(/[\s\u00a0]/g, '');
  const ordered = /^\(?([0-9]{1,4}|[a-z]{1,4}|[\u0430-\u044f])(\.[0-9]+)*[.)]/i.test(text);
  return { level: Number(found?.[2] ?? 1), ordered, start: Number.parseInt(text.replace('(', ''), 10) || 1, list: found?.[1] ?? '' };
}

// The number or bullet is drawn by the list, so the one that came along is left out.
export const isListMarker = isMarker;

export class WordLists {
  private stack: { level: number; ordered: boolean; list: string; element: Element }[] = [];

  constructor(private readonly document: Document, private readonly out: Element) {}

  close(): void {
    this.stack = [];
  }

  add(item: WordItem, content: Node[]): void {
    while (this.top && (this.top.level > item.level || (this.top.level === item.level && (this.top.ordered !== item.ordered || this.top.list !== item.list))))
      this.stack.pop();
    if (!this.top || this.top.level < item.level) this.open(item);
    const li = this.document.createElement('li');
    li.append(...content);
    this.top!.element.append(li);
  }

  private get top() {
    return this.stack[this.stack.length - 1];
  }

  private open(item: WordItem): void {
    const list = this.document.createElement(item.ordered ? 'ol' : 'ul');
    if (item.ordered && item.start !== 1) list.setAttribute('start', String(item.start));
    (this.top?.element.lastElementChild ?? this.out).append(list);
    this.stack.push({ ...item, element: list });
  }
}
