// Compares a page with a statement, in the order of the contract, up to the first thing that differs.
import { bare, links, names, parts, pictures, sources, stray, time, words, type Fault } from './page';
import { said, type Picture, type Statement } from './statement';

const EXCERPT = 48;

// What stands in both from the first difference on, with the word before it.
const differing = (key: string, shown: string, sealed: string): Fault | null => {
  const one = bare(shown), other = bare(sealed);
  if (one === other) return null;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return { key, values: [excerpt(shown, at), excerpt(sealed, at)] };
};

const excerpt = (text: string, place: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  let at = 0;
  for (let seen = 0; at < line.length && (seen < place || line[at] === ' '); at++) if (bare(line[at]!)) seen++;
  const space = line.lastIndexOf(' ', Math.max(0, at - 1)), from = at - space > 24 ? Math.max(0, at - 8) : space + 1;
  return `${from > 0 ? '…' : ''}${line.slice(from, from + EXCERPT)}${from + EXCERPT < line.length ? '…' : ''}`;
};

const lists = (key: string, shown: string[], sealed: string[], nothing: string): Fault | null => {
  for (let at = 0; at < Math.max(shown.length, sealed.length); at++)
    if (bare(shown[at] ?? '') !== bare(sealed[at] ?? '') || shown[at] === undefined || sealed[at] === undefined)
      return { key, values: [shown[at] ?? nothing, sealed[at] ?? nothing] };
  return null;
};

const second = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000', '');
};

const instants = (key: string, shown: string, sealed: string, nothing: string): Fault | null =>
  second(shown) === second(sealed) ? null : { key, values: [second(shown) || nothing, second(sealed) || nothing] };

const picture = ({ hash, alt }: Picture) => `${hash} ${alt}`;

// A hash is known by its beginning.
const images = (key: string, shown: Picture[], sealed: Picture[], nothing: string): Fault | null => {
  const fault = lists(key, shown.map(picture), sealed.map(picture), nothing);
  return fault && { key, values: fault.values.map((value) => value.replace(/([0-9a-f]{12})[0-9a-f]{52}/, '$1…')) };
};

export const compare = (main: Element, statement: Statement, base: string, nothing: string): Fault | null => {
  const gone = statement.kind === 'removal', lead = parts(main, 'lead'), text = parts(main, 'text'), sealed = said(statement.text, base);
  const top = statement.lead?.sha256 ? statement.lead : undefined;
  const shown = sources(text), ledger = statement.ledger ?? [];
  return (
    stray(main) ??
    differing('headline', words(parts(main, 'headline')), statement.headline) ??
    differing('deck', words(parts(main, 'deck')), statement.deck ?? '') ??
    lists('byline', names(main), gone ? [] : statement.byline ?? [], nothing) ??
    instants('published', time(main, 'published'), gone ? '' : statement.published, nothing) ??
    instants('updated', time(main, 'updated'), gone ? '' : statement.updated ?? '', nothing) ??
    images('lead', pictures(lead, base), top ? [{ hash: top.sha256!, alt: top.alt ?? '' }] : [], nothing) ??
    differing('lead', words(lead), top ? `${top.caption ?? ''} ${top.credit ?? ''}` : '') ??
    differing('text', words(text), sealed.words) ??
    lists('links', links(text, base), sealed.links, nothing) ??
    images('pictures', pictures(text, base), sealed.pictures, nothing) ??
    (shown && shown.size !== ledger.length ? { key: 'sources', values: [String(shown.size), String(ledger.length)] } : null) ??
    (shown && lists('sources', ledger.map((_, at) => shown.get(`s${at + 1}`) ?? nothing), ledger.map((line) => line.source.name), nothing))
  );
};

/** A notice above the text with the statement of the version that brought it. */
export const notice = (element: Element, statement: Statement): Fault | null =>
  differing('correction', words([element]), [statement.note, statement.correction?.wrong, statement.correction?.right].join(' '));
