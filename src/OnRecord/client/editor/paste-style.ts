// What an element says of its words: by its name, and by the style that word processors write instead of names.
import { safeLink } from './address';

export type MarkSet = { bold: boolean; italic: boolean; raised: 'sub' | 'sup' | null; code: boolean; href: string | null; lang: string | null };
export const noMarks: MarkSet = { bold: false, italic: false, raised: null, code: false, href: null, lang: null };

// Style attributes are renamed before the text is parsed: the content security policy would block, and report, each of them.
const styles = new WeakMap<Element, Map<string, string>>();

export function styleOf(element: Element): Map<string, string> {
  const known = styles.get(element);
  if (known) return known;
  const style = new Map<string, string>();
  for (const part of (element.getAttribute('data-pasted-style') ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) style.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim().toLowerCase());
  }
  styles.set(element, style);
  return style;
}

export const isHidden = (element: Element): boolean => {
  const style = styleOf(element);
  return style.get('display') === 'none' || style.get('mso-hide') === 'all' || element.hasAttribute('hidden')
    || style.get('mso-element') === 'comment-list' || element.classList.contains('msocomanchor')
    || element.classList.contains('MsoCommentReference') || (element.localName === 'a' && /^#cmnt/.test(element.getAttribute('href') ?? ''));
};

const byName: Record<string, Partial<MarkSet>> = {
  b: { bold: true }, strong: { bold: true }, i: { italic: true }, em: { italic: true }, cite: { italic: true }, dfn: { italic: true },
  var: { italic: true }, sub: { raised: 'sub' }, sup: { raised: 'sup' }, code: { code: true }, kbd: { code: true }, samp: { code: true },
  tt: { code: true },
};

export function marksOf(element: Element, around: MarkSet, story: string): MarkSet {
  const marks = { ...around, ...byName[element.localName] };
  const style = styleOf(element);
  const weight = style.get('font-weight');
  if (weight) marks.bold = weight === 'bold' || weight === 'bolder' || Number.parseInt(weight, 10) >= 600;
  const slope = style.get('font-style');
  if (slope) marks.italic = slope === 'italic' || slope === 'oblique';
  const shift = style.get('vertical-align');
  if (element.localName !== 'td' && (shift === 'sub' || shift === 'super')) marks.raised = shift === 'sub' ? 'sub' : 'sup';
  if (element.localName === 'a') marks.href = pastedLink(element.getAttribute('href')) ?? around.href;
  const lang = element.getAttribute('lang');
  if (lang) marks.lang = foreign(lang, story);
  return marks;
}

function pastedLink(address: string | null): string | null {
  const safe = safeLink(address);
  // A footnote's number leads to a place that did not come along.
  if (!safe || /^#(_|sdfootnote|sdendnote|cite_)/.test(safe)) return null;
  const wrapped = /^https:\/\/www\.google\.com\/url\?/.test(safe) ? new URL(safe).searchParams.get('q') : null;
  return wrapped ? safeLink(wrapped) : safe;
}

// A language of its own, or none: Word names the proofing language of every word.
function foreign(tag: string, story: string): string | null {
  try {
    const locale = new Intl.Locale(tag.replace('_', '-'));
    if (!/^[a-z]{2,3}$/.test(locale.language) || ['zxx', 'und', 'mul'].includes(locale.language)) return null;
    const found = locale.script ? `${locale.language}-${locale.script}` : locale.language;
    return locale.language === new Intl.Locale(story || 'en').language ? null : found;
  } catch {
    return null;
  }
}

const scripts: Record<string, RegExp> = {
  Cyrl: /\p{Script=Cyrillic}/u, Latn: /\p{Script=Latin}/u, Arab: /\p{Script=Arabic}/u, Hebr: /\p{Script=Hebrew}/u, Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u, Hant: /\p{Script=Han}/u, Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /\p{Script=Hangul}/u, Armn: /\p{Script=Armenian}/u, Geor: /\p{Script=Georgian}/u, Deva: /\p{Script=Devanagari}/u,
};

// Words without one letter of the language's script are not in that language, whatever their tag says.
export function isPlausible(tag: string, words: string): boolean {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  return (scripts[script] ?? /\p{L}/u).test(words);
}
