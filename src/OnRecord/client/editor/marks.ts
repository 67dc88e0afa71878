import { Mark, mergeAttributes } from '@tiptap/core';
import type { Attribute, MarkConfig } from '@tiptap/core';
import { safeLink } from './address';

const attribute = (from: string): Partial<Attribute> => ({
  default: null,
  parseHTML: (element) => element.getAttribute(from),
  rendered: false,
});
const other: Partial<Attribute> = { default: null, rendered: false };

const plain = (name: string, tag: string, tags: string[], config: Partial<MarkConfig> = {}) =>
  Mark.create({
    name,
    addAttributes: () => ({ other }),
    parseHTML: () => tags.map((each) => ({ tag: each })),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    ...config,
  });

const link = Mark.create({
  name: 'link', inclusive: false,
  addAttributes: () => ({ href: attribute('href'), other }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => {
    const href = safeLink((element as HTMLElement).getAttribute('href'));
    return href ? { href } : false;
  } }],
  renderHTML: ({ mark }) => ['a', { href: safeLink(mark.attrs['href']) ?? '#', title: mark.attrs['href'] }, 0],
});

const lang = Mark.create({
  name: 'lang',
  addAttributes: () => ({ lang: attribute('lang'), other }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ mark }) => ['span', { lang: mark.attrs['lang'], class: 'tongue' }, 0],
});

// A passage may be tied to several sources, and to a source whatever else is said of it.
const attribution = Mark.create({
  name: 'attribution', inclusive: false, excludes: '',
  addAttributes: () => ({ id: attribute('data-source'), other }),
  parseHTML: () => [{ tag: 'span[data-source]', priority: 60 }],
  renderHTML: ({ mark }) => ['span', { class: 'said', 'data-source': mark.attrs['id'] }, 0],
});

const comment = Mark.create({
  name: 'comment', inclusive: false, excludes: '',
  addAttributes: () => ({ id: attribute('data-comment'), other }),
  parseHTML: () => [{ tag: 'span[data-comment]', priority: 60 }],
  renderHTML: ({ mark }) => ['span', { class: 'commented', 'data-comment': mark.attrs['id'] }, 0],
});

const suggestion = (name: string, tag: string) =>
  Mark.create({
    name, inclusive: false,
    addAttributes: () => ({ id: attribute('data-id'), by: attribute('data-by'), at: attribute('data-at'), other }),
    parseHTML: () => [{ tag: `${tag}[data-id]` }],
    renderHTML: ({ mark: { attrs }, HTMLAttributes }) =>
      [tag, mergeAttributes(HTMLAttributes, { 'data-id': attrs['id'] ?? '', 'data-by': attrs['by'] ?? '', 'data-at': attrs['at'] ?? '' }), 0],
  });

const kept = (name: string, key: string) =>
  Mark.create({
    name, excludes: '', inclusive: false,
    addAttributes: () => ({ [key]: { default: null, rendered: false } }),
    renderHTML: () => ['span', { class: 'kept' }, 0],
  });

export const marks = [
  attribution, comment, suggestion('insertion', 'ins'), suggestion('deletion', 'del'), link, lang,
  plain('bold', 'strong', ['strong', 'b']), plain('italic', 'em', ['em', 'i']),
  plain('subscript', 'sub', ['sub'], { excludes: 'subscript superscript' }),
  plain('superscript', 'sup', ['sup'], { excludes: 'subscript superscript' }),
  plain('code', 'code', ['code']),
  kept('unknownMark', 'json'), kept('otherText', 'attrs'),
];
