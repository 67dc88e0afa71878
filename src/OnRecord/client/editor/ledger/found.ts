// The places of what the server found, in the text that it looked through.
import type { Node } from '@tiptap/pm/model';
import { linesOf, rangeAt, wordsAt, type Range } from './lines';
import type { Entry, Found } from './types';

const bare = (text: string): string => text.replace(/\s+|…$/gu, '');

// Only where the words are the very ones that were found: a mark on others would say what nobody said.
export function placed(doc: Node, found: Found['found'], entries: ReadonlyMap<string, Entry>): { id: string; pieces: Range[] }[] {
  const lines = linesOf(doc);
  return found.flatMap(({ entry: id, places }) => {
    const pieces = places.map((place) => rangeAt(lines, place));
    const words = bare(entries.get(id)?.words ?? '');
    if (!words || pieces.length === 0 || pieces.some((piece) => !piece)) return [];
    const there = bare((pieces as Range[]).map((piece) => wordsAt(doc, piece)).join(''));
    return there.startsWith(words) || words === there ? [{ id, pieces: pieces as Range[] }] : [];
  });
}
