// What a statement says a page must show: docs/checking-the-record.md, “A page and its version”.
export interface Node { type: string; text?: string; attrs?: Record<string, unknown>; marks?: Node[]; content?: Node[] }
export interface Statement {
  story: string; version: number; kind: string; headline: string; deck?: string; byline?: string[]; published: string; updated?: string; note?: string;
  lead?: { sha256?: string; alt?: string; caption?: string; credit?: string }; text: Node; ledger?: { source: { name: string } }[];
  correction?: { wrong?: string; right?: string };
}
export interface Picture { hash: string; alt: string }
export interface Said { words: string; links: string[]; pictures: Picture[] }

const BLOCKS = new Set(['doc', 'paragraph', 'heading', 'blockquote', 'pullQuote', 'bulletList', 'orderedList', 'listItem', 'gallery', 'table', 'tableRow', 'tableHeader', 'tableCell', 'callout', 'codeBlock']);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const leads = (address: string): boolean => /^(https?:|mailto:|tel:|#)/i.test(address) || (/^\/(?![/\\])/.test(address) && !address.includes('\\'));

export const said = (document: Node, base: string): Said => {
  const out: Said = { words: '', links: [], pictures: [] };
  const link = (address: string) => {
    if (!leads(address)) return;
    const whole = new URL(address, base).href;
    if (out.links.at(-1) !== whole) out.links.push(whole);
  };
  const caption = (figure: Node) => { figure.content?.forEach(read); out.words += ` ${text(figure.attrs?.credit)} `; };
  const picture = (figure: Node | undefined): boolean => {
    const hash = /^media:([0-9a-f]{64})\/\d+x\d+$/.exec(text(figure?.attrs?.src))?.[1];
    if (hash) out.pictures.push({ hash, alt: text(figure!.attrs?.alt) });
    return !!hash;
  };
  const plain = (node: Node): void => { out.words += node.text ?? ''; node.content?.forEach(plain); };
  const read = (node: Node): void => {
    const attrs = node.attrs ?? {};
    if (node.type === 'text') {
      out.words += node.text ?? '';
      const mark = node.marks?.find((known) => known.type === 'link');
      if (mark) link(text(mark.attrs?.href));
    } else if (node.type === 'figure') {
      if (picture(node)) caption(node);
    } else if (node.type === 'linkedMedia') {
      const figure = node.content?.find((child) => child.type === 'figure'), shown = picture(figure);
      link(text(attrs.address));
      node.content?.filter((child) => child.type === 'table').forEach(read);
      if (shown) caption(figure!);
    } else if (node.type === 'socialPost') {
      node.content?.forEach(read);
      if (attrs.author || attrs.handle || attrs.network || attrs.postedOn) link(text(attrs.address));
    } else if (node.type === 'hardBreak' || node.type === 'horizontalRule') out.words += ' ';
    else if (BLOCKS.has(node.type)) { node.content?.forEach(read); if (node.type !== 'doc') out.words += ' '; }
    else plain(node);
  };
  read(document);
  return out;
};
