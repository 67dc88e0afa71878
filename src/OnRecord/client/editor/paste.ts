// What lies on the clipboard becomes clean HTML of the story's own kinds; nothing remote is loaded, nothing that runs is kept.
import { isListMarker, wordItem, WordLists } from './paste-lists';
import { linesOf, softened, written, type Run } from './paste-lines';
import { isHidden, marksOf, noMarks, type MarkSet } from './paste-style';
import { tableOf } from './paste-tables';

export type Pasted = { html: string; pictures: { name: string; data: string }[]; leftOut: number };

const machinery = new Set(('script style template noscript iframe frame frameset noframes object embed applet svg math form input button select textarea '
  + 'option optgroup datalist dialog head title link meta base audio video source track canvas map area portal nav menu xml noembed slot del').split(' '));
const blocks = new Set(('address article aside blockquote body center dd details dir div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup '
  + 'hr html img li main ol p pre section summary table tbody td tfoot th thead tr ul caption').split(' '));

export const isMachinery = (element: Element): boolean => machinery.has(element.localName) || isHidden(element);
const holdsBlocks = (element: Element): boolean => [...element.querySelectorAll('*')].some((inner) => blocks.has(inner.localName));

const fragment = (html: string): string => {
  const inside = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/i.exec(html)?.[1];
  return inside && !/^\s*<(tr|td|th|col|tbody|li)\b/i.test(inside) ? inside : html;
};

// Before parsing: what the content security policy would report, and Word's notes to itself.
const disarmed = (html: string): string =>
  fragment(html)
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)\s*=/gi, '$1data-pasted-$2='));

export class Cleaner {
  readonly pictures: { name: string; data: string }[] = [];
  leftOut = 0;

  constructor(readonly document: Document, readonly story: string, private readonly linesApart: boolean) {}

  // The blocks that an element's children make, put into `out`.
  read(parent: Element, out: Element, around: MarkSet): void {
    let runs: Run[] = [];
    const lists = new WordLists(this.document, out);
    const end = () => {
      for (const line of linesOf(runs)) out.append(this.block('p', written(this.document, line, { bold: true })));
      runs = [];
    };
    for (const child of parent.childNodes) {
      if (!(child.nodeType === 1)) {
        runs.push(...this.inline(child, around));
        continue;
      }
      const element = child as Element;
      if (isMachinery(element)) continue;
      if ((!blocks.has(element.localName) && !holdsBlocks(element)) || isSign(element)) {
        runs.push(...this.inline(element, around));
        continue;
      }
      end();
      const item = element.localName === 'p' || element.localName === 'div' ? wordItem(element) : null;
      if (item) lists.add(item, this.lines(element, marksOf(element, around, this.story)).map((line) => this.block('p', line)));
      else {
        if (element.textContent!.trim()) lists.close();
        this.readBlock(element, out, element.localName === 'img' ? around : marksOf(element, around, this.story));
      }
    }
    end();
  }

  lines(element: Element, marks: MarkSet, bold = true): Node[][] {
    return linesOf([...element.childNodes].flatMap((child) => this.inline(child, marks))).map((line) => written(this.document, line, { bold }));
  }

  block(name: string, children: Node[]): Element {
    const made = this.document.createElement(name);
    made.append(...children);
    return made;
  }

  private readBlock(element: Element, out: Element, marks: MarkSet): void {
    const name = element.localName;
    const level = headingLevel(element);
    if (level) this.line(`h${level}`, element, out, { ...marks, bold: false, raised: null }, false);
    else if (name === 'ul' || name === 'ol' || name === 'dir') this.readList(element, out, marks);
    else if (name === 'table') tableOf(this, element, out, marks);
    else if (name === 'img') this.picture(element, out);
    else if (name === 'hr' && element.getAttribute('width') !== '33%') out.append(this.document.createElement('hr'));
    else if (name === 'pre') this.code(element, out);
    else if (isQuote(element)) this.quote(element, out, marks);
    else this.read(element, out, marks);
  }

  private line(name: string, element: Element, out: Element, marks: MarkSet, bold: boolean): void {
    for (const picture of element.querySelectorAll('img')) this.picture(picture, out);
    for (const line of this.lines(element, marks, bold)) out.append(this.block(name, line));
  }

  private quote(element: Element, out: Element, marks: MarkSet): void {
    if (element.classList.contains('pull-quote') || element.classList.contains('pullquote')) {
      for (const line of this.lines(element, marks)) {
        const pulled = this.block('p', line);
        pulled.className = 'pull-quote';
        out.append(pulled);
      }
      return;
    }
    // Word and LibreOffice mark each paragraph of a quotation by itself.
    const before = (element.localName === 'p' || this.linesApart) && out.lastElementChild?.localName === 'blockquote' ? out.lastElementChild : null;
    const quote = before ?? this.block('blockquote', []);
    this.read(element, quote, { ...marks, italic: element.localName === 'p' ? false : marks.italic });
    if (quote.childNodes.length > 0 && !before) out.append(quote);
  }

  private readList(element: Element, out: Element, marks: MarkSet): void {
    const list = this.document.createElement(element.localName === 'ol' ? 'ol' : 'ul');
    const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
    if (list.localName === 'ol' && start > 1) list.setAttribute('start', String(start));
    for (const child of element.children) {
      if (isMachinery(child)) continue;
      // Docs lays an inner list beside the item it belongs to.
      const nested = (child.localName === 'ul' || child.localName === 'ol') && list.lastElementChild;
      const item = nested || this.document.createElement('li');
      if (nested) this.readList(child, item, marks);
      else this.read(child.localName === 'li' ? child : this.block('div', [child.cloneNode(true)]), item, marksOf(child, marks, this.story));
      if (!nested && item.childNodes.length > 0) list.append(item);
    }
    if (list.childNodes.length > 0) this.listPlace(element, list, out).append(...(this.apart(element) ? list.childNodes : [list]));
  }

  // Word on the web puts each item into a list of its own, its level beside it.
  private apart(element: Element): boolean {
    return element.closest('.ListContainerWrapper') !== null && element.querySelector('ul, ol') === null;
  }

  private listPlace(element: Element, list: Element, out: Element): Element {
    if (!this.apart(element)) return out;
    const level = Number(element.querySelector('li')?.getAttribute('data-aria-level') ?? 1);
    let place = out;
    for (let depth = 1; depth <= level; depth++) {
      const last = depth === 1 ? out.lastElementChild : place.lastElementChild?.lastElementChild;
      if (last && last.localName === list.localName) place = last;
      else {
        const parent: Element = depth === 1 ? out : (place.lastElementChild ?? place);
        place = parent.appendChild(list.cloneNode(false) as Element);
      }
    }
    return place;
  }

  private picture(image: Element, out: Element): void {
    const source = image.getAttribute('src') ?? '';
    const small = ['width', 'height'].some((side) => Number.parseInt(image.getAttribute(side) ?? '99', 10) <= 32);
    if (!/^data:image\/(png|jpe?g|gif|webp|avif)[;,]/i.test(source) || small) {
      this.leftOut += small ? 0 : 1;
      return;
    }
    this.pictures.push({ name: image.getAttribute('alt') || `pasted-${this.pictures.length + 1}`, data: source });
    const figure = this.block('figure', []);
    figure.setAttribute('data-src', JSON.stringify(`pending:${this.pictures.length - 1}`));
    figure.setAttribute('data-alt', JSON.stringify(image.getAttribute('alt') ?? ''));
    out.append(figure);
  }

  private code(element: Element, out: Element): void {
    const text = element.textContent!.replace(/^[\r\n]+|[\r\n]+$/g, '');
    if (text) out.append(this.block('pre', [this.block('code', [this.document.createTextNode(text)])]));
  }

  private inline(node: Node, marks: MarkSet): Run[] {
    if (node.nodeType === 3) {
      const text = softened(node.nodeValue ?? '');
      return text ? [{ text, marks }] : [];
    }
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    if (isMachinery(element) || isListMarker(element)) return [];
    if (element.localName === 'br') return element.classList.contains('Apple-interchange-newline') ? [] : ['break'];
    if (element.localName === 'img') return this.emoji(element, marks);
    const inside = [...element.childNodes].flatMap((child) => this.inline(child, marksOf(element, marks, this.story)));
    if (element.classList.contains('sdfootnotesym')) inside.push({ text: ' ', marks });
    return element.localName === 'q' ? [{ text: '“', marks }, ...inside, { text: '”', marks }] : inside;
  }

  // A picture in place of a sign is that sign.
  private emoji(image: Element, marks: MarkSet): Run[] {
    return isSign(image) ? [{ text: image.getAttribute('alt')!, marks }] : [];
  }
}

const isSign = (element: Element): boolean =>
  element.localName === 'img' && /^[^\p{L}\p{N}\s]{1,8}$/u.test(element.getAttribute('alt') ?? '');

function headingLevel(element: Element): number | null {
  const named = /^h([1-6])$/.exec(element.localName);
  if (named) return Math.min(4, Math.max(2, Number(named[1])));
  if (element.classList.contains('MsoTitle')) return 2;
  const level = element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level') ?? 2) : 0;
  return level > 0 ? Math.min(4, Math.max(2, level)) : null;
}

const isQuote = (element: Element): boolean =>
  element.localName === 'blockquote' || element.classList.contains('pull-quote') || (element.localName === 'p' && /^Mso(Intense)?Quote/.test(element.className));

export function cleaned(html: string, story: string): Pasted {
  const parsed = new DOMParser().parseFromString(disarmed(html), 'text/html');
  const out = parsed.createElement('div');
  const cleaner = new Cleaner(parsed, story, /name="?generator"? content="LibreOffice/i.test(html));
  const body = parsed.body;
  cleaner.read(body, out, { ...noMarks });
  return { html: out.innerHTML, pictures: cleaner.pictures, leftOut: cleaner.leftOut };
}

export const isOwn = (html: string): string | null => /data-onrecord="([^"]*)"/.exec(html)?.[1] ?? null;
