// The passages of a text that marks tie to its ledger.
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { asIs } from '../suggestions';
import type { Range } from './lines';

type Piece = Range & { id: string };

// Nodes never change: a paragraph is looked through once.
const known = new WeakMap<Node, Piece[]>();

function within(block: Node): Piece[] {
  const before = known.get(block);
  if (before) return before;
  const pieces: Piece[] = [];
  const open = new Map<string, Piece>();
  block.forEach((child, offset) => {
    const here = new Set<string>();
    for (const mark of child.marks) {
      const id = mark.type.name === 'attribution' ? String(mark.attrs['id']) : '';
      if (!id || here.has(id)) continue;
      here.add(id);
      const piece = open.get(id);
      if (piece?.to === offset) piece.to += child.nodeSize;
      else {
        const begun = { id, from: offset, to: offset + child.nodeSize };
        pieces.push(begun);
        open.set(id, begun);
      }
    }
  });
  known.set(block, pieces);
  return pieces;
}

// The pieces of each passage, in the order in which the passages begin.
export function passagesOf(doc: Node): Map<string, Range[]> {
  const found = new Map<string, Range[]>();
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { id, from, to } of within(node)) {
      const piece = { from: pos + 1 + from, to: pos + 1 + to };
      const others = found.get(id);
      if (others) others.push(piece);
      else found.set(id, [piece]);
    }
    return false;
  });
  return found;
}

// The ids of the passages that touch a place or a run of words, the shortest first.
export function passagesAt(doc: Node, from: number, to: number): string[] {
  const length = (pieces: Range[]) => pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  return [...passagesOf(doc)]
    .filter(([, pieces]) => pieces.some((piece) => (from === to ? piece.from <= from && from <= piece.to : piece.from < to && from < piece.to)))
    .sort(([, a], [, b]) => length(a) - length(b))
    .map(([id]) => id);
}

// The words of a selection that can be tied: a piece for each line, without the spaces around it.
export function words(doc: Node, from: number, to: number): Range[] {
  const attribution = doc.type.schema.marks['attribution']!;
  const pieces: Range[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    if (!node.type.allowsMarkType(attribution)) return false;
    let [start, end] = [Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)];
    const text = node.textBetween(0, node.content.size, undefined, ' ');
    while (start < end && /\s/.test(text[start - pos - 1]!)) start++;
    while (start < end && /\s/.test(text[end - pos - 2]!)) end--;
    if (start < end) pieces.push({ from: start, to: end });
    return false;
  });
  return pieces;
}

export function tie(state: EditorState, pieces: Range[], id: string): Transaction {
  const tr = asIs(state.tr);
  const mark = state.schema.marks['attribution']!.create({ id });
  for (const { from, to } of pieces) tr.addMark(from, to, mark);
  return tr;
}

// Takes the ties for which `goes` holds off some words, or off all.
export function untie(state: EditorState, goes: (id: string) => boolean, pieces: Range[] = [{ from: 0, to: state.doc.content.size }]): Transaction {
  const tr = asIs(state.tr);
  for (const { from, to } of pieces)
    state.doc.nodesBetween(from, to, (node, pos) => {
      for (const mark of node.marks)
        if (mark.type.name === 'attribution' && goes(String(mark.attrs['id']))) tr.removeMark(Math.max(from, pos), Math.min(to, pos + node.nodeSize), mark);
    });
  return tr;
}

const opening = /^[\s(\[]*["“”„«‹»›‘‚'「『]/u;
const closing = /["”“»›«‹’'」』][\s.,;:!?…)\]]*$/u;
const within_ = /["“„«]\s?\S.*?["”“»]/su;

// Direct where quotation marks hold all of the words or stand around them, mixed where they hold some.
export function formOf(doc: Node, pieces: Range[]): string {
  if (pieces.length === 0) return 'Direct';
  const [first, last] = [pieces[0]!, pieces[pieces.length - 1]!];
  const text = pieces.map((piece) => doc.textBetween(piece.from, piece.to, ' ', ' ')).join(' ');
  const beside = (at: number, by: number) => {
    const place = doc.resolve(at);
    const [a, b] = by < 0 ? [Math.max(place.start(), at - 1), at] : [at, Math.min(place.end(), at + 1)];
    return doc.textBetween(a, b, ' ', ' ');
  };
  if ((opening.test(text) && closing.test(text)) || (opening.test(beside(first.from, -1)) && closing.test(beside(last.to, 1)))) return 'Direct';
  return within_.test(text) ? 'Mixed' : 'Indirect';
}
