// Find and replace: matches lie within a line of words, across its marks.
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Slice, Fragment } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { asIs, suggesting, suggestReplace } from './suggestions';

export type Match = { from: number; to: number };
export type Finding = { query: string; exact: boolean; matches: Match[]; at: number; marks: DecorationSet };
export const finding = new PluginKey<Finding>('finding');
const nothing: Finding = { query: '', exact: false, matches: [], at: -1, marks: DecorationSet.empty };

let cachedFor = '';
let cache = new WeakMap<Node, number[][]>();

const folded = (text: string, exact: boolean): string =>
  exact ? text : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');

function within(block: Node, query: string, exact: boolean): number[][] {
  const known = cache.get(block);
  if (known) return known;
  const text = folded(block.textBetween(0, block.content.size, undefined, '\ufffc'), exact);
  const found: number[][] = [];
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) found.push([at, at + query.length]);
  cache.set(block, found);
  return found;
}

function search(doc: Node, query: string, exact: boolean): Match[] {
  const wanted = folded(query, exact);
  if (cachedFor !== `${exact}${wanted}`) [cachedFor, cache] = [`${exact}${wanted}`, new WeakMap()];
  const matches: Match[] = [];
  if (!wanted) return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const [from, to] of within(node, wanted, exact)) matches.push({ from: pos + 1 + from!, to: pos + 1 + to! });
    return false;
  });
  return matches;
}

function found(doc: Node, query: string, exact: boolean, at: number): Finding {
  const matches = search(doc, query, exact);
  const current = matches.length === 0 ? -1 : Math.min(Math.max(at, 0), matches.length - 1);
  const marks = DecorationSet.create(doc, matches.slice(0, 2000).map((match, index) =>
    Decoration.inline(match.from, match.to, { class: index === current ? 'found here' : 'found' })));
  return { query, exact, matches, at: current, marks };
}

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key: finding,
      state: {
        init: () => nothing,
        apply(tr, old) {
          const ask = tr.getMeta(finding) as { query: string; exact: boolean; at: number } | null | undefined;
          if (ask === null) return nothing;
          if (ask) return found(tr.doc, ask.query, ask.exact, ask.at);
          return old.query && tr.docChanged ? found(tr.doc, old.query, old.exact, old.at) : old;
        },
      },
      props: { decorations: (state) => finding.getState(state)?.marks },
    }),
  ],
});

export function startFinding(state: EditorState, query: string, exact: boolean): Transaction {
  const matches = search(state.doc, query, exact);
  const at = matches.findIndex((match) => match.to >= state.selection.from);
  return state.tr.setMeta(finding, { query, exact, at: at < 0 ? 0 : at });
}

export function step(state: EditorState, by: 1 | -1): Transaction | null {
  const now = finding.getState(state);
  if (!now || now.matches.length === 0) return null;
  const at = (now.at + by + now.matches.length) % now.matches.length;
  const match = now.matches[at]!;
  return state.tr.setMeta(finding, { query: now.query, exact: now.exact, at })
    .setSelection(TextSelection.create(state.doc, match.from, match.to)).scrollIntoView();
}

// The words put in keep the marks of those they replace, the tie to a source among them.
export function replaceMatches(state: EditorState, matches: Match[], by: string, words: string): Transaction {
  const tr = state.tr;
  for (const match of [...matches].reverse()) {
    const place = state.doc.resolve(match.from);
    const marks = (place.nodeAfter ?? place.parent).marks.filter((mark) => mark.type.name !== 'insertion' && mark.type.name !== 'deletion');
    const slice = words ? new Slice(Fragment.from(state.schema.text(words, marks)), 0, 0) : Slice.empty;
    if (suggesting.getState(state)) suggestReplace(tr, match.from, match.to, slice, by);
    else tr.replace(match.from, match.to, slice);
  }
  return closeHistory(asIs(tr));
}
