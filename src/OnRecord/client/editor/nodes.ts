import { Extension, Node, mergeAttributes } from '@tiptap/core';
import type { Attribute, NodeConfig } from '@tiptap/core';

// Attributes travel through the clipboard as data-…; `other` holds those that the schema does not know.
const held = (name: string, fallback: unknown = null): Partial<Attribute> => ({
  default: fallback,
  parseHTML: (element) => {
    const text = element.getAttribute(`data-${name}`);
    if (text === null) return fallback;
    try {
      return JSON.parse(text);
    } catch {
      return fallback;
    }
  },
  renderHTML: (attributes) =>
    attributes[name] === fallback || attributes[name] === undefined ? {} : { [`data-${name}`]: JSON.stringify(attributes[name]) },
});

const node = (name: string, attributes: Record<string, unknown>, config: Partial<NodeConfig>) =>
  Node.create({
    name,
    addAttributes: () => ({
      ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, held(key, value)])),
      other: held('other'),
    }),
    ...config,
  });

const textblock = { group: 'block', content: 'inline*', defining: true };
const auto = (attributes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  mergeAttributes({ dir: 'auto', ...more }, attributes);

const paragraph = node('paragraph', {}, {
  group: 'block', content: 'inline*', priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', auto(HTMLAttributes), 0],
});

const heading = Node.create({
  name: 'heading', ...textblock,
  addAttributes: () => ({ level: { default: 2, rendered: false }, other: held('other') }),
  parseHTML: () => [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => [`h${Math.min(4, Math.max(2, attrs['level']))}`, auto(HTMLAttributes), 0],
});

const pullQuote = node('pullQuote', {}, {
  ...textblock,
  parseHTML: () => [{ tag: 'p.pull-quote', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', auto(HTMLAttributes, { class: 'pull-quote' }), 0],
});

const blockquote = node('blockquote', {}, {
  group: 'block', content: 'block+', defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', auto(HTMLAttributes), 0],
});

const callout = node('callout', {}, {
  group: 'block', content: 'block+', defining: true,
  parseHTML: () => [{ tag: 'div.callout' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ class: 'callout', role: 'note' }, HTMLAttributes), 0],
});

const listItem = node('listItem', {}, {
  content: 'block+', defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', auto(HTMLAttributes), 0],
});

const bulletList = node('bulletList', {}, {
  group: 'block list', content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});

const orderedList = Node.create({
  name: 'orderedList', group: 'block list', content: 'listItem+',
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1 },
    other: held('other'),
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const figure = node('figure', { src: '', alt: '', credit: null, focusX: null, focusY: null }, {
  group: 'block', content: 'inline*', isolating: true, draggable: true,
  parseHTML: () => [{ tag: 'figure[data-src]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
});

const gallery = node('gallery', {}, {
  group: 'block', content: 'figure+', isolating: true,
  parseHTML: () => [{ tag: 'div.gallery' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ class: 'gallery' }, HTMLAttributes), 0],
});

const socialPost = node('socialPost', { network: null, author: null, handle: null, address: null, postedOn: null }, {
  group: 'block', content: 'block+', isolating: true, defining: true,
  parseHTML: () => [{ tag: 'div.social-post' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ class: 'social-post' }, HTMLAttributes), 0],
});

const linkedMedia = node('linkedMedia', { kind: 'video', address: '' }, {
  group: 'block', content: 'figure? table?', isolating: true, defining: true,
  parseHTML: () => [{ tag: 'div.linked-media' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ class: 'linked-media' }, HTMLAttributes), 0],
});

const span = (name: string): Partial<Attribute> => ({
  default: 1,
  parseHTML: (element) => Math.min(1000, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
  renderHTML: (attributes) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
});

const table = node('table', {}, {
  group: 'block', content: 'tableRow+', isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { class: 'table' }, ['table', HTMLAttributes, ['tbody', 0]]],
});

const tableRow = node('tableRow', {}, {
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const cell = (name: string, tag: string) =>
  Node.create({
    name, content: 'block+', isolating: true,
    addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan'), other: held('other') }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, auto(HTMLAttributes), 0],
  });

const horizontalRule = node('horizontalRule', {}, {
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
});

const codeBlock = node('codeBlock', { language: null }, {
  group: 'block', content: 'text*', marks: '', code: true, defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', mergeAttributes({ dir: 'auto' }, HTMLAttributes), ['code', 0]],
});

const hardBreak = node('hardBreak', {}, {
  group: 'inline', inline: true, selectable: false, linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

// What the schema does not know is held as it came and written back as it was.
const unknown = Node.create({
  name: 'unknown', group: 'block', atom: true,
  addAttributes: () => ({ json: held('json', {}) }),
  parseHTML: () => [{ tag: 'div[data-unknown]' }],
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => ['div', mergeAttributes({ 'data-unknown': '', class: 'unknown' }, HTMLAttributes), String(attrs['json']['type'] ?? '?')],
});

const unknownInline = Node.create({
  name: 'unknownInline', group: 'inline', inline: true, atom: true,
  addAttributes: () => ({ json: held('json', {}) }),
  parseHTML: () => [{ tag: 'span[data-unknown]' }],
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => ['span', mergeAttributes({ 'data-unknown': '', class: 'unknown' }, HTMLAttributes), String(attrs['json']['type'] ?? '?')],
});

const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' };
const tableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
});

export const nodes = [
  Node.create({ name: 'doc', topNode: true, content: 'block+', addAttributes: () => ({ other: held('other') }) }),
  Node.create({ name: 'text', group: 'inline' }),
  paragraph, heading, pullQuote, blockquote, callout, bulletList, orderedList, listItem, figure, gallery, socialPost, linkedMedia,
  table, tableRow, cell('tableCell', 'td'), cell('tableHeader', 'th'), horizontalRule, codeBlock, hardBreak, unknown, unknownInline,
  tableRoles,
];
