// Three-way merge by paragraph: what one side changed is taken, what both changed differently is asked.
import type { Json } from './types';

export type Chunk =
  | { kind: 'same' | 'mine' | 'theirs'; blocks: Json[]; base: Json[] }
  | { kind: 'conflict'; base: Json[]; mine: Json[]; theirs: Json[] };

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
      : value;

// Comments and ties to a source are about words, not part of them; words that their ends had parted are one again.
function plain(block: Json): Json {
  const { marks, content, ...rest } = block;
  const kept = marks?.filter((mark) => mark.type !== 'comment' && mark.type !== 'attribution');
  const joined: Json[] = [];
  for (const child of (content ?? []).map(plain)) {
    const last = joined[joined.length - 1];
    if (child.type === 'text' && last?.type === 'text' && same(last.marks, child.marks) && same(last.attrs, child.attrs)) joined[joined.length - 1] = { ...last, text: `${last.text}${child.text}` };
    else joined.push(child);
  }
  return { ...rest, ...(kept?.length ? { marks: kept } : {}), ...(joined.length ? { content: joined } : {}) };
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a) ?? null) === JSON.stringify(sorted(b) ?? null);
export const keyOf = (block: Json): string => JSON.stringify(sorted(plain(block)));

// Pairs of places that both lists share, in order: the longest common subsequence.
export function common(a: string[], b: string[]): [number, number][] {
  let [start, endA, endB] = [0, a.length, b.length];
  const pairs: [number, number][] = [];
  while (start < endA && start < endB && a[start] === b[start]) pairs.push([start, start++]);
  const tail: [number, number][] = [];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) tail.unshift([--endA, --endB]);
  const [rows, columns] = [endA - start, endB - start];
  const length = new Uint32Array((rows + 1) * (columns + 1));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      length[i * (columns + 1) + j] = a[start + i] === b[start + j]
        ? length[(i + 1) * (columns + 1) + j + 1]! + 1
        : Math.max(length[(i + 1) * (columns + 1) + j]!, length[i * (columns + 1) + j + 1]!);
  for (let i = 0, j = 0; i < rows && j < columns; )
    if (a[start + i] === b[start + j]) pairs.push([start + i++, start + j++]);
    else if (length[(i + 1) * (columns + 1) + j]! >= length[i * (columns + 1) + j + 1]!) i++;
    else j++;
  return [...pairs, ...tail];
}

export function mergeBlocks(base: Json[], mine: Json[], theirs: Json[]): Chunk[] {
  const keys = [base, mine, theirs].map((blocks) => blocks.map(keyOf)) as [string[], string[], string[]];
  const inMine = new Map(common(keys[0], keys[1]));
  const inTheirs = new Map(common(keys[0], keys[2]));
  const chunks: Chunk[] = [];
  let [b, m, t] = [0, 0, 0];
  const between = (toBase: number, toMine: number, toTheirs: number) => {
    const [was, my, their] = [base.slice(b, toBase), mine.slice(m, toMine), theirs.slice(t, toTheirs)];
    const [wasKey, myKey, theirKey] = [was, my, their].map((blocks) => blocks.map(keyOf).join('\n')) as [string, string, string];
    if (was.length + my.length + their.length === 0) return;
    if (myKey === theirKey) push(chunks, { kind: 'same', blocks: my, base: was });
    else if (theirKey === wasKey) push(chunks, { kind: 'mine', blocks: my, base: was });
    else if (myKey === wasKey) push(chunks, { kind: 'theirs', blocks: their, base: was });
    else chunks.push({ kind: 'conflict', base: was, mine: my, theirs: their });
  };
  for (let at = 0; at < base.length; at++) {
    const [inM, inT] = [inMine.get(at), inTheirs.get(at)];
    if (inM === undefined || inT === undefined) continue;
    between(at, inM, inT);
    // The words agree; what one side put on them stays.
    const block = same(mine[inM], base[at]) ? theirs[inT]! : mine[inM]!;
    push(chunks, { kind: 'same', blocks: [block], base: [base[at]!] });
    [b, m, t] = [at + 1, inM + 1, inT + 1];
  }
  between(base.length, mine.length, theirs.length);
  return chunks;
}

function push(chunks: Chunk[], next: Exclude<Chunk, { kind: 'conflict' }>): void {
  const last = chunks[chunks.length - 1];
  if (last && last.kind !== 'conflict' && last.kind === next.kind) {
    last.blocks.push(...next.blocks);
    last.base.push(...next.base);
  } else chunks.push({ ...next, blocks: [...next.blocks], base: [...next.base] });
}

export type Choice = 'mine' | 'theirs' | 'both';

export const merged = (chunks: Chunk[], choose: (at: number) => Choice): Json[] =>
  chunks.flatMap((chunk, at) => {
    if (chunk.kind !== 'conflict') return chunk.blocks;
    const choice = choose(at);
    return choice === 'mine' ? chunk.mine : choice === 'theirs' ? chunk.theirs : [...chunk.theirs, ...chunk.mine];
  });

export type FieldMerge<T> = { kind: 'same' | 'mine' | 'theirs' | 'conflict'; value: T };

export function mergeField<T>(base: T, mine: T, theirs: T): FieldMerge<T> {
  if (same(mine, theirs)) return { kind: 'same', value: mine };
  if (same(theirs, base)) return { kind: 'mine', value: mine };
  if (same(mine, base)) return { kind: 'theirs', value: theirs };
  return { kind: 'conflict', value: mine };
}

export type Piece = { kind: 'same' | 'ins' | 'del'; text: string };

// The words that differ between two texts.
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [before, after].map((text) => text.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? []) as string[][] as [string[], string[]];
  if (a.length * b.length > 4_000_000) return [{ kind: 'del', text: before }, { kind: 'ins', text: after }];
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: string[]) => {
    if (words.length === 0) return;
    const last = pieces[pieces.length - 1];
    if (last?.kind === kind) last.text += words.join('');
    else pieces.push({ kind, text: words.join('') });
  };
  let [i, j] = [0, 0];
  for (const [x, y] of [...common(a, b), [a.length, b.length] as [number, number]]) {
    add('del', a.slice(i, x));
    add('ins', b.slice(j, y));
    if (x < a.length) add('same', [a[x]!]);
    [i, j] = [x + 1, y + 1];
  }
  return pieces;
}

export function textOf(block: Json): string {
  if (block.type === 'text') return block.text ?? '';
  if (block.type === 'hardBreak') return '\n';
  const inside = (block.content ?? []).map(textOf).join(block.content?.some((child) => child.type === 'text') ? '' : '\n');
  const said = block.type === 'figure' ? ['alt', 'credit'].map((name) => block.attrs?.[name]).filter(Boolean).join(' · ') : '';
  return [inside, said].filter(Boolean).join('\n');
}
