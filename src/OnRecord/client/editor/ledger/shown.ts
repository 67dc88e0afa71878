// How the passages look in the text: in the colour of their kind, each with the number of its note.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { passagesOf } from './passages';
import type { Entry } from './types';

type Shown = { entries: ReadonlyMap<string, Entry>; here: string | null; marks: DecorationSet };
export const shownLedger = new PluginKey<Shown>('ledger');

export const noteId = (id: string): string => `note-${id}`;

export const kindOf = (entry: Entry): string =>
  entry.state === 'Proposed' ? 'proposed' : !entry.source.isNamed ? 'anonymous' : entry.via || entry.channel === 'Outlet' || entry.source.kind === 'Outlet' ? 'outlet' : 'named';

// Accepted entries are numbered as readers will find them, in the order of the text.
export function numbersOf(ids: Iterable<string>, entries: ReadonlyMap<string, Entry>): Map<string, string> {
  const numbers = new Map<string, string>();
  let number = 0;
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry && entry.state !== 'Refused') numbers.set(id, entry.state === 'Proposed' ? '?' : String(++number));
  }
  return numbers;
}

// The last word carries the number: no letter is parted from its accent.
function lastWord(doc: Node, from: number, to: number): number {
  const place = doc.resolve(to);
  const before = place.nodeBefore;
  if (!before?.isText) return to - (before?.nodeSize ?? 1);
  const start = Math.max(from, to - before.nodeSize);
  const text = doc.textBetween(start, to);
  return start + Math.max(0, text.search(/\S+$/u));
}

function draw(doc: Node, entries: ReadonlyMap<string, Entry>, here: string | null): DecorationSet {
  const passages = passagesOf(doc);
  const numbers = numbersOf(passages.keys(), entries);
  if (numbers.size === 0) return DecorationSet.empty;
  const drawn: Decoration[] = [];
  const ends = new Map<number, { from: number; notes: string[] }>();
  for (const [id, pieces] of passages) {
    const number = numbers.get(id);
    if (!number) continue;
    const kind = kindOf(entries.get(id)!);
    for (const { from, to } of pieces) drawn.push(Decoration.inline(from, to, { class: `tied ${kind}${id === here ? ' here' : ''}`, role: 'mark', 'aria-details': noteId(id) }));
    const { from, to } = pieces[pieces.length - 1]!;
    const end = ends.get(to) ?? { from: lastWord(doc, from, to), notes: [] };
    end.notes.push(number);
    ends.set(to, end);
  }
  for (const [to, { from, notes }] of ends) drawn.push(Decoration.inline(from, to, { 'data-note': notes.join(', ') }));
  return DecorationSet.create(doc, drawn);
}

export const Shown = Extension.create({
  name: 'ledger',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key: shownLedger,
      state: {
        init: () => ({ entries: new Map(), here: null, marks: DecorationSet.empty }),
        apply(tr, old) {
          const told = tr.getMeta(shownLedger) as Partial<Shown> | undefined;
          if (!told && !tr.docChanged) return old;
          const { entries, here } = { ...old, ...told };
          return { entries, here, marks: draw(tr.doc, entries, here) };
        },
      },
      props: { decorations: (state) => shownLedger.getState(state)?.marks },
    }),
  ],
});
