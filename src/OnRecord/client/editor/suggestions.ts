// Suggested edits: while they are on, typing adds marked words and deleting marks words. Where paragraphs begin and end changes at once.
import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Mark, Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { random } from './dom';

export const suggesting = new PluginKey<boolean>('suggesting');
const direct = 'suggestions:direct';

export const asIs = (tr: Transaction): Transaction => tr.setMeta(direct, true);

const holdsWords = (doc: Node, from: number, to: number): boolean => {
  let found = false;
  doc.nodesBetween(from, to, (node) => !found && !(found = node.isInline));
  return found;
};
const sliceHoldsWords = (slice: Slice): boolean => holdsWords(slice.content as unknown as Node, 0, slice.content.size);

// An earlier mark of the same person beside the place goes on, so that a word typed is one suggestion and not one for each key.
function idBeside(tr: Transaction, from: number, to: number, by: string): { id: string; at: string } {
  for (const near of [tr.doc.resolve(from).nodeBefore, tr.doc.resolve(to).nodeAfter])
    for (const mark of near?.marks ?? [])
      if ((mark.type.name === 'insertion' || mark.type.name === 'deletion') && mark.attrs['by'] === by && mark.attrs['id'])
        return { id: mark.attrs['id'], at: mark.attrs['at'] };
  return { id: random(), at: new Date().toISOString() };
}

// Deletes and inserts as suggestions; gives the ends of what stands there afterwards.
export function suggestReplace(tr: Transaction, from: number, to: number, slice: Slice, by: string): { end: number } {
  const { insertion, deletion } = tr.doc.type.schema.marks;
  const attrs = { by, ...idBeside(tr, from, to, by) };
  const removed: { from: number; to: number }[] = [];
  const start = tr.steps.length;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true;
    const range = { from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) };
    const own = insertion!.isInSet(node.marks);
    if (own && own.attrs['by'] === by) removed.push(range);
    else if (!deletion!.isInSet(node.marks)) tr.addMark(range.from, range.to, deletion!.create(attrs));
    return false;
  });
  for (const range of removed.reverse()) tr.delete(range.from, range.to);
  let at = tr.mapping.slice(start).map(to, -1);
  // New words stand after what is to go, not within it.
  for (let after = tr.doc.resolve(at).nodeAfter; from === to && after && deletion!.isInSet(after.marks); after = tr.doc.resolve(at).nodeAfter) {
    if (!deletion!.isInSet(tr.doc.resolve(at).nodeBefore?.marks ?? [])) break;
    at += after.nodeSize;
  }
  if (slice.size === 0) return { end: at };
  const before = tr.doc.content.size;
  tr.replace(at, at, slice);
  const end = at + (tr.doc.content.size - before);
  if (holdsWords(tr.doc, at, end)) tr.removeMark(at, end, deletion!).addMark(at, end, insertion!.create(attrs));
  return { end };
}

function tracked(state: EditorState, original: Transaction, by: string): Transaction {
  const step = original.steps[0];
  if (original.steps.length !== 1 || !(step instanceof ReplaceStep)) return original;
  if (!holdsWords(original.before, step.from, step.to) && !sliceHoldsWords(step.slice)) return original;
  const tr = state.tr;
  const { end } = suggestReplace(tr, step.from, step.to, step.slice, by);
  const forward = state.selection.empty && state.selection.from === step.from && step.to > step.from;
  const caret = step.slice.size > 0 || forward ? end : step.from;
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), -1)).scrollIntoView();
  tr.setMeta(direct, true).setStoredMarks(null);
  return tr;
}

export const Suggestions = Extension.create<{ by: string }>({
  name: 'suggestions',
  addOptions: () => ({ by: '' }),
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key: suggesting,
      state: { init: () => false, apply: (tr, on) => (tr.getMeta(suggesting) as boolean | undefined) ?? on },
    }),
  ],
  dispatchTransaction({ transaction, next }) {
    const state = this.editor.state;
    const take = suggesting.getState(state) && transaction.docChanged && !transaction.getMeta(direct) && !transaction.getMeta('history$');
    next(take ? tracked(state, transaction, this.options.by) : transaction);
  },
});

export type Suggestion = { id: string; by: string; at: string; added: string; gone: string; from: number };
type Range = { from: number; to: number; mark: Mark };

function ranges(doc: Node): Range[] {
  const found: Range[] = [];
  doc.descendants((node, pos) => {
    for (const mark of node.marks)
      if (mark.type.name === 'insertion' || mark.type.name === 'deletion') found.push({ from: pos, to: pos + node.nodeSize, mark });
  });
  return found;
}

export function suggestionsIn(doc: Node): Suggestion[] {
  const list = new Map<string, Suggestion>();
  for (const { from, to, mark } of ranges(doc)) {
    const id = mark.attrs['id'] ?? '';
    const one = list.get(id) ?? { id, by: mark.attrs['by'] ?? '', at: mark.attrs['at'] ?? '', added: '', gone: '', from };
    one[mark.type.name === 'insertion' ? 'added' : 'gone'] += doc.textBetween(from, to, ' ', ' ');
    list.set(id, one);
  }
  return [...list.values()];
}

// Takes suggestions in, or back; null means all.
export function decide(state: EditorState, id: string | null, accept: boolean): Transaction {
  const tr = asIs(state.tr);
  const out = accept ? 'deletion' : 'insertion';
  for (const { from, to, mark } of ranges(state.doc).filter((range) => id === null || (range.mark.attrs['id'] ?? '') === id)) {
    const [start, end] = [tr.mapping.map(from, 1), tr.mapping.map(to, -1)];
    if (start >= end) continue;
    if (mark.type.name === out) removeWords(tr, start, end);
    else tr.removeMark(start, end, mark);
  }
  return tr;
}

// A paragraph left empty by it goes too, unless its parent needs it.
function removeWords(tr: Transaction, from: number, to: number): void {
  tr.delete(from, to);
  const place = tr.doc.resolve(from);
  for (let depth = place.depth; depth > 0; depth--) {
    const [parent, index] = [place.node(depth - 1), place.index(depth - 1)];
    if (place.node(depth).content.size > (depth === place.depth ? 0 : place.node(depth).firstChild!.nodeSize)) return;
    if (place.node(depth).type.name === 'figure' || place.node(depth).type.spec['tableRole']) return;
    if (parent.childCount > 1 && parent.canReplace(index, index + 1, Fragment.empty)) {
      tr.delete(place.before(depth), place.after(depth));
      return;
    }
  }
}
