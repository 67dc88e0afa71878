// What a page shows, part by part, out of its document.
import type { Picture } from './statement';

export const bare = (text: string): string => text.replace(/[\p{White_Space}\uFEFF]/gu, '');

const SINGLE = ['headline', 'deck', 'byline', 'published', 'updated', 'lead'];
const LONGEST = 80;

// The outermost furniture between a node and its part; null where the node's words are the part's own.
const furniture = (node: globalThis.Node, part: Element): Element | null => {
  let found: Element | null = null;
  for (let at = node.parentElement; at && at !== part; at = at.parentElement)
    if (at.hasAttribute('data-furniture') || at.classList.contains('notes') || isNumber(at)) found = at;
  return found;
};

const isNumber = (element: Element): boolean =>
  element.localName === 'sup' && element.childNodes.length === 1 && element.firstElementChild?.getAttribute('role') === 'doc-noteref' && /^\p{Nd}+$/u.test(element.textContent);

function* texts(root: Element): Generator<Text> {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (bare(walk.currentNode.nodeValue ?? '')) yield walk.currentNode as Text;
}

export interface Fault { key: string; values: string[] }

/** Words that stand where no words of a story may stand. */
export const stray = (main: Element): Fault | null => {
  for (const text of texts(main)) {
    const home = text.parentElement!.closest('[data-part],[data-furniture]');
    if (!home || !main.contains(home) || home === main) return { key: 'Unmarked', values: [text.nodeValue!.trim()] };
    const part = text.parentElement!.closest('[data-part]');
    if (!part) continue;
    const label = furniture(text, part);
    if (label && !label.classList.contains('notes') && [...bare(label.textContent)].length > LONGEST)
      return { key: 'LongFurniture', values: [label.textContent.trim().slice(0, LONGEST)] };
    if (!label && part.getAttribute('data-part') === 'byline' && !text.parentElement!.closest('.signed'))
      return { key: 'Unmarked', values: [text.nodeValue!.trim()] };
  }
  for (const name of SINGLE) {
    const [, second] = parts(main, name);
    if (second) return { key: 'Unmarked', values: [second.textContent.trim()] };
  }
  return null;
};

export const parts = (main: Element, name: string): Element[] => [...main.querySelectorAll(`[data-part="${name}"]`)];

export const words = (elements: Element[]): string =>
  elements.map((part) => [...texts(part)].filter((text) => !furniture(text, part)).map((text) => text.nodeValue).join(' ')).join(' ');

export const names = (main: Element): string[] => parts(main, 'byline').flatMap((part) => [...part.querySelectorAll('.signed')].map((name) => name.textContent));

export const time = (main: Element, name: string): string => parts(main, name)[0]?.querySelector('time')?.getAttribute('datetime') ?? '';

export const links = (elements: Element[], base: string): string[] => {
  const found: string[] = [];
  for (const link of elements.flatMap((part) => [...part.querySelectorAll('a[href]')])) {
    if (link.closest('.notes') || link.getAttribute('role') === 'doc-noteref') continue;
    const whole = new URL(link.getAttribute('href')!, base).href;
    if (found.at(-1) !== whole) found.push(whole);
  }
  return found;
};

const addresses = (image: Element): string[] => {
  const around = image.parentElement?.localName === 'picture' ? [...image.parentElement.querySelectorAll('source')] : [];
  const sets = [image, ...around].flatMap((element) => (element.getAttribute('srcset') ?? '').split(','));
  return [image.getAttribute('src') ?? '', ...sets.map((candidate) => candidate.trim().split(/\s/)[0]!).filter(Boolean)];
};

export const pictures = (elements: Element[], base: string): Picture[] =>
  elements.flatMap((part) => [...part.querySelectorAll('img')]).filter((image) => !image.closest('.notes')).map((image) => {
    let hash = '';
    for (const address of addresses(image)) {
      const url = new URL(address, base), one = url.origin === new URL(base).origin ? /^\/media\/([0-9a-f]{64})\//.exec(url.pathname)?.[1] : undefined;
      if (!one || (hash && one !== hash)) return { hash: url.href, alt: image.getAttribute('alt') ?? '' };
      hash = one;
    }
    return { hash, alt: image.getAttribute('alt') ?? '' };
  });

/** The names of sources by their numbers; null where the page shows no notes. */
export const sources = (elements: Element[]): Map<string, string> | null => {
  const notes = elements.flatMap((part) => [...part.querySelectorAll('.note')]);
  return notes.length === 0 ? null : new Map(notes.map((note) => [note.id, note.querySelector('bdi')?.textContent ?? '']));
};
