import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, mergeBlocks, mergeField, wordDiff } from '../merge';
import type { Json } from '../types';

const p = (text: string, marks?: Json[]): Json => ({ type: 'paragraph', content: [{ type: 'text', text, ...(marks ? { marks } : {}) }] });
const texts = (blocks: Json[]) => blocks.map((block) => block.content!.map((child) => child.text).join(''));
const three = [p('one'), p('two'), p('three')];
const kinds = (base: Json[], mine: Json[], theirs: Json[]) => mergeBlocks(base, mine, theirs).map((chunk) => chunk.kind);
const joined = (base: Json[], mine: Json[], theirs: Json[], choice: 'mine' | 'theirs' | 'both' = 'mine') => texts(merged(mergeBlocks(base, mine, theirs), () => choice));

test('the same three texts are one', () => assert.deepEqual(kinds(three, three, three), ['same']));

test('what one side changed is taken from that side', () => {
  assert.deepEqual(joined(three, [p('ONE'), p('two'), p('three')], [p('one'), p('two'), p('THREE')]), ['ONE', 'two', 'THREE']);
  assert.deepEqual(joined(three, [p('one'), p('three')], three), ['one', 'three']);
  assert.deepEqual(joined(three, three, [...three, p('four')]), ['one', 'two', 'three', 'four']);
});

test('the same change on both sides is no conflict', () => {
  const both = [p('one'), p('TWO'), p('three')];
  assert.deepEqual(kinds(three, both, both), ['same']);
});

test('what both changed differently is asked, and no choice loses the other text in silence', () => {
  const mine = [p('one'), p('two of mine'), p('three')];
  const theirs = [p('one'), p('two of theirs'), p('three')];
  assert.deepEqual(kinds(three, mine, theirs), ['same', 'conflict', 'same']);
  assert.deepEqual(joined(three, mine, theirs, 'mine'), ['one', 'two of mine', 'three']);
  assert.deepEqual(joined(three, mine, theirs, 'theirs'), ['one', 'two of theirs', 'three']);
  assert.deepEqual(joined(three, mine, theirs, 'both'), ['one', 'two of theirs', 'two of mine', 'three']);
});

test('one side changed what the other removed: asked', () =>
  assert.deepEqual(kinds(three, [p('one'), p('TWO'), p('three')], [p('one'), p('three')]), ['same', 'conflict', 'same']));

test('new paragraphs at different places both stay', () =>
  assert.deepEqual(joined(three, [p('zero'), ...three], [...three, p('four')]), ['zero', 'one', 'two', 'three', 'four']));

test('a comment on a passage is no change of its words, and it stays', () => {
  const commented: Json = { type: 'paragraph', content: [{ type: 'text', text: 'tw', marks: [{ type: 'comment', attrs: { id: 't1' } }] }, { type: 'text', text: 'o' }] };
  const chunks = mergeBlocks(three, [p('ONE'), p('two'), p('three')], [p('one'), commented, p('three')]);
  assert.ok(chunks.every((chunk) => chunk.kind !== 'conflict'));
  assert.ok(JSON.stringify(merged(chunks, () => 'mine')).includes('"t1"'));
});

test('the order of attributes and absent ones do not matter', () => {
  const a: Json = { type: 'figure', attrs: { src: 'media:ab/1x1', alt: '', credit: null } };
  const b: Json = { type: 'figure', attrs: { alt: '', src: 'media:ab/1x1' } };
  assert.deepEqual(kinds([a], [b], [a]), ['same']);
});

test('any three texts: without a conflict every new paragraph of either side is there', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 300; round++) {
    const base = Array.from({ length: random(8) }, (_, at) => p(`base ${at}`));
    const edit = (who: string) => base.flatMap((block, at) => [[block], [block], [block], [p(`${who} ${round} ${at}`)], [block, p(`${who} new ${at}`)], []][random(6)]!);
    const [mine, theirs] = [edit('mine'), edit('theirs')];
    const chunks = mergeBlocks(base, mine, theirs);
    const all = texts(merged(chunks, () => 'both'));
    for (const text of texts([...mine, ...theirs])) if (!text.startsWith('base')) assert.ok(all.includes(text), text);
  }
});

test('a field changed on one side is taken, on both asked', () => {
  assert.deepEqual(mergeField('a', 'b', 'a'), { kind: 'mine', value: 'b' });
  assert.deepEqual(mergeField('a', 'a', 'c'), { kind: 'theirs', value: 'c' });
  assert.deepEqual(mergeField(['a'], ['a'], ['a']), { kind: 'same', value: ['a'] });
  assert.equal(mergeField('a', 'b', 'c').kind, 'conflict');
});

test('words that differ are told apart', () =>
  assert.deepEqual(wordDiff('The dam will hold.', 'The dam may hold.'), [
    { kind: 'same', text: 'The dam ' }, { kind: 'del', text: 'will' }, { kind: 'ins', text: 'may' }, { kind: 'same', text: ' hold.' }]));
