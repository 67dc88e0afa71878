// After two texts were merged: a tie to a source that one side made is put on its words again where the other side's paragraph was taken.
import type { Json } from '../types';

const isTie = (mark: Json, id: string): boolean => mark.type === 'attribution' && String(mark.attrs?.['id']) === id;
const isLine = (block: Json): boolean => block.type !== 'codeBlock' && Boolean(block.content?.some((child) => child.type === 'text'));
const lengthOf = (child: Json): number => (child.type === 'text' ? child.text!.length : 1);
const lineText = (line: Json): string => (line.content ?? []).map((child) => (child.type === 'text' ? child.text! : '\ufffc')).join('');

function* linesIn(blocks: Json[]): Generator<Json> {
  for (const block of blocks)
    if (isLine(block)) yield block;
    else if (block.content) yield* linesIn(block.content);
}

// The words under each tie: a piece for each run.
export function tiesIn(blocks: Json[]): Map<string, { text: string; mark: Json }[]> {
  const found = new Map<string, { text: string; mark: Json }[]>();
  for (const line of linesIn(blocks)) {
    let open = new Map<string, { text: string; mark: Json }>();
    for (const child of line.content!) {
      const here = new Map<string, { text: string; mark: Json }>();
      for (const mark of child.marks ?? []) {
        const id = mark.type === 'attribution' ? String(mark.attrs?.['id']) : '';
        if (!id || here.has(id)) continue;
        const piece = open.get(id) ?? { text: '', mark };
        if (!open.has(id)) found.set(id, [...(found.get(id) ?? []), piece]);
        piece.text += child.type === 'text' ? child.text! : '\ufffc';
        here.set(id, piece);
      }
      open = here;
    }
  }
  return found;
}

function onLine(line: Json, from: number, to: number, mark: Json, id: string): Json {
  let at = 0;
  const content = (line.content ?? []).flatMap((child) => {
    const length = lengthOf(child);
    const [start, end] = [Math.max(0, from - at), Math.min(length, to - at)];
    at += length;
    if (start >= end || child.marks?.some((each) => isTie(each, id))) return [child];
    const tied = (text?: string): Json => ({ ...child, ...(text === undefined ? {} : { text }), marks: [mark, ...(child.marks ?? [])] });
    if (child.type !== 'text') return [tied()];
    const cut = (a: number, b: number) => child.text!.slice(a, b);
    return [{ ...child, text: cut(0, start) }, tied(cut(start, end)), { ...child, text: cut(end, length) }].filter((each) => each.text !== '');
  });
  return { ...line, content };
}

function put(blocks: Json[], words: string, mark: Json, id: string): Json[] {
  let done = false;
  return blocks.map((block): Json => {
    if (done) return block;
    if (!isLine(block)) {
      const content = block.content && put(block.content, words, mark, id);
      done = Boolean(content?.some((child, at) => child !== block.content![at]));
      return done ? { ...block, content: content! } : block;
    }
    const at = lineText(block).indexOf(words);
    done = at >= 0;
    return done ? onLine(block, at, at + words.length, mark, id) : block;
  });
}

// A tie that either side took away stays away; words that are gone leave their entry to be listed as lost.
export function retied(result: Json[], base: Json[], mine: Json[], theirs: Json[]): Json[] {
  const [before, ...sides] = [base, mine, theirs].map(tiesIn) as [ReturnType<typeof tiesIn>, ReturnType<typeof tiesIn>, ReturnType<typeof tiesIn>];
  let [blocks, there] = [result, tiesIn(result)];
  for (const side of sides)
    for (const [id, pieces] of side) {
      if (there.has(id) || (before.has(id) && !sides.every((other) => other.has(id)))) continue;
      for (const { text, mark } of pieces) blocks = put(blocks, text, mark, id);
      there = tiesIn(blocks);
    }
  return blocks;
}
