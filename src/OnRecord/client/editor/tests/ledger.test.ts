import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeHistory, history, redo, undo } from '@tiptap/pm/history';
import { DOMSerializer, Fragment, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { replaceMatches } from '../find';
import { readDocument, writeDocument } from '../json';
import { newId } from '../ledger/api';
import { placed } from '../ledger/found';
import { linesOf, rangeAt, wordsAt } from '../ledger/lines';
import { gap, stacked } from '../ledger/margin';
import { formOf, passagesAt, passagesOf, tie, untie, words as wordsIn } from '../ledger/passages';
import { retied } from '../ledger/retie';
import { kindOf, numbersOf } from '../ledger/shown';
import type { Entry } from '../ledger/types';
import { merged, mergeBlocks } from '../merge';
import { resultOf, mergeOf, hasConflict } from '../merge-view';
import { storySchema } from '../schema';
import { decide, suggesting, suggestReplace } from '../suggestions';
import type { Content, Json } from '../types';

const schema = storySchema();
const doc = (...content: Json[]): Json => ({ type: 'doc', content });
const said = (id: string): Json => ({ type: 'attribution', attrs: { id } });
const words = (text: string, ...marks: Json[]): Json => ({ type: 'text', text, ...(marks.length ? { marks } : {}) });
const p = (...content: Json[]): Json => ({ type: 'paragraph', ...(content.length ? { content } : {}) });
const state = (...content: Json[]) => EditorState.create({ doc: readDocument(schema, doc(...content)), plugins: [history()] });
const passage = (at: EditorState, id: string) => (passagesOf(at.doc).get(id) ?? []).map(({ from, to }) => wordsAt(at.doc, { from, to })).join('|');
const story = () => state(p(words('Now '), words('the dam will hold', said('e1')), words(', she said.')), p(words('No test is booked.')));
const run = (from: EditorState, command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): EditorState => {
  let after = from;
  command(from, (tr) => (after = from.apply(tr)));
  return after;
};
const type = (at: EditorState, pos: number, text: string) => at.apply(at.apply(at.tr.setSelection(TextSelection.create(at.doc, pos))).tr.insertText(text));

test('words typed at the edges of a passage are none of it, words typed within it are', () => {
  assert.equal(passage(type(story(), 5, 'that '), 'e1'), 'the dam will hold');
  assert.equal(passage(type(story(), 22, ' on'), 'e1'), 'the dam will hold');
  assert.equal(passage(type(story(), 9, 'old '), 'e1'), 'the old dam will hold');
  assert.equal(passage(type(state(p(words('It holds', said('e1')))), 1, 'No: '), 'e1'), 'It holds');
});

test('a passage survives the parting of its paragraph and the joining of the parts', () => {
  const parted = story().apply(story().tr.split(12));
  assert.equal(passage(parted, 'e1'), 'the dam| will hold');
  assert.equal(passage(parted.apply(parted.tr.join(13)), 'e1'), 'the dam will hold');
});

test('a passage survives moving, and pasting what was cut', () => {
  const before = story();
  const [first, second] = before.doc.children;
  const moved = before.apply(before.tr.replaceWith(0, before.doc.content.size, [second!, first!]));
  assert.equal(passage(moved, 'e1'), 'the dam will hold');
  const cut = before.doc.slice(5, 22);
  const without = before.apply(before.tr.delete(5, 22));
  assert.equal(passage(without, 'e1'), '');
  assert.equal(passage(without.apply(without.tr.replace(without.doc.content.size - 1, without.doc.content.size - 1, cut)), 'e1'), 'the dam will hold');
});

test('what is copied says which entry its words belong to', () => {
  const spec = DOMSerializer.marksFromSchema(schema)['attribution']!(schema.marks['attribution']!.create({ id: 'e1' }), true) as unknown as [string, Record<string, string>];
  assert.equal(spec[1]['data-source'], 'e1');
});

test('undo and redo of the text leave its ties, and marks put by the finder are no step of their own', () => {
  const typed = type(story(), 9, 'old ');
  const found = typed.apply(tie(typed, [{ from: 38, to: 45 }], 'e2').setMeta('addToHistory', false));
  const undone = run(found, undo);
  assert.equal(passage(undone, 'e1'), 'the dam will hold');
  assert.ok(passagesOf(undone.doc).has('e2'));
  const redone = run(undone, redo);
  assert.equal(passage(redone, 'e1'), 'the old dam will hold');
  assert.ok(passagesOf(redone.doc).has('e2'));
});

test('a tie made by hand is undone and redone by itself', () => {
  const typed = type(story(), 42, 'yet ');
  const tied = typed.apply(closeHistory(tie(typed, [{ from: 1, to: 4 }], 'e2')));
  const undone = run(tied, undo);
  assert.deepEqual([...passagesOf(undone.doc).keys()], ['e1']);
  assert.ok(undone.doc.textContent.includes('yet'));
  assert.ok(passagesOf(run(undone, redo).doc).has('e2'));
});

test('suggested edits within a passage keep it, taken or not', () => {
  const before = story();
  const tr = before.tr;
  suggestReplace(tr, 13, 17, new Slice(Fragment.from(schema.text('may', [schema.marks['attribution']!.create({ id: 'e1' })])), 0, 0), 'p1');
  const suggested = before.apply(tr);
  assert.equal(passage(suggested, 'e1'), 'the dam willmay hold');
  assert.equal(passage(suggested.apply(decide(suggested, null, true)), 'e1'), 'the dam may hold');
  assert.equal(passage(suggested.apply(decide(suggested, null, false)), 'e1'), 'the dam will hold');
  assert.equal(suggesting.getState(before), undefined);
});

test('replacing a word keeps the tie of the words it was part of', () =>
  assert.equal(passage(story().apply(replaceMatches(story(), [{ from: 13, to: 17 }], 'p1', 'must')), 'e1'), 'the dam must hold'));

test('ties of several entries lie on the same words, and each goes alone', () => {
  const two = story().apply(tie(story(), [{ from: 9, to: 22 }], 'e2'));
  assert.deepEqual(passagesAt(two.doc, 10, 10), ['e2', 'e1']);
  assert.deepEqual(passagesAt(two.doc, 6, 7), ['e1']);
  const one = two.apply(untie(two, (id) => id === 'e1'));
  assert.equal(passage(one, 'e1') + passage(one, 'e2'), 'dam will hold');
  assert.equal(passage(two.apply(untie(two, (id) => id === 'e1', [{ from: 5, to: 12 }])), 'e1'), ' will hold');
});

test('a selection is tied line by line, without the spaces around it, and never in code', () => {
  const mixed = state(p(words(' One ')), { type: 'codeBlock', content: [words('two')] }, p(words('three')), p(words('  ')));
  assert.deepEqual(wordsIn(mixed.doc, 0, mixed.doc.content.size).map((piece) => wordsAt(mixed.doc, piece)), ['One', 'three']);
});

test('the wording is read from the quotation marks', () => {
  const form = (text: string, from = 1, to = text.length + 1) => formOf(state(p(words(text))).doc, [{ from, to }]);
  assert.equal(form('“It will hold,”'), 'Direct');
  assert.equal(form('„Він витримає“'), 'Direct');
  assert.equal(form('«Він витримає»'), 'Direct');
  assert.equal(form('say “it holds” now', 6, 14), 'Direct');
  assert.equal(form('she called it “perfectly sound” twice'), 'Mixed');
  assert.equal(form('she said it was sound'), 'Indirect');
});

const tabled: Json[] = [
  p(words('zero')), { type: 'heading', attrs: { level: 2 }, content: [words('one')] }, { type: 'pullQuote', content: [words('two')] },
  { type: 'codeBlock', content: [words('none')] }, { type: 'figure', attrs: { src: 'media:ab/1x1', alt: '' }, content: [words('three')] },
  { type: 'figure', attrs: { src: 'pending:1', alt: '' }, content: [words('not there yet')] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [p(words('four')), p(words('five'))] }] },
  { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p(words('six'))] }, { type: 'tableCell', content: [p(words('seven')), p()] }] }] },
  { type: 'gallery', content: [{ type: 'figure', attrs: { src: 'media:ab/1x1', alt: '' }, content: [words('nine')] }, { type: 'figure', attrs: { src: 'media:cd/1x1', alt: '' } }] },
  { type: 'socialPost', content: [p(words('eleven'))] }, { type: 'horizontalRule' },
  { type: 'linkedMedia', attrs: { kind: 'chart', address: '' }, content: [{ type: 'figure', attrs: { src: 'media:ab/1x1', alt: '' }, content: [words('twelve')] }, { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p(words('thirteen'))] }] }] }] },
  { type: 'blockquote', content: [p(words('fourteen'))] }, { type: 'callout', content: [p(words('fifteen'))] }, { type: 'video', content: [words('unknown')] },
  { type: 'gallery', content: [p(words('sixteen, held as it came'))] },
  p(words('a'), { type: 'hardBreak' }, { type: 'mention', attrs: { id: '7' } }, words('seventeen')),
];

test('lines are numbered as the server numbers them', () => {
  const { doc: text } = state(...tabled);
  const lines = linesOf(text);
  assert.deepEqual(lines.map((line) => line?.node.textContent ?? null), ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', '', 'nine', '', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', null, 'aseventeen']);
  assert.equal(wordsAt(text, rangeAt(lines, { line: 17, start: 3, end: 12 })!), 'seventeen');
  assert.equal(wordsAt(text, rangeAt(lines, { line: 17, start: 0, end: 4 })!), 'a\n\ufffcs');
  assert.equal(rangeAt(lines, { line: 16, start: 0, end: 3 }), null);
  assert.equal(rangeAt(lines, { line: 0, start: 2, end: 9 }), null);
  assert.equal(rangeAt(lines, { line: 99, start: 0, end: 1 }), null);
});

test('the checklist counts without what is only suggested', () => {
  const added: Json = { type: 'insertion', attrs: { id: 's', by: 'p', at: '' } };
  const { doc: text } = state(p(words('All new', added)), p(words('One '), words('new ', added), words('two')), p());
  const lines = linesOf(text, true);
  assert.equal(lines.length, 2);
  assert.equal(wordsAt(text, rangeAt(lines, { line: 0, start: 0, end: 4 }, true)!), 'One ');
  assert.equal(wordsAt(text, rangeAt(lines, { line: 0, start: 4, end: 7 }, true)!), 'two');
  assert.equal(wordsAt(text, rangeAt(lines, { line: 0, start: 2, end: 5 }, true)!), 'e new t');
});

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id, state: 'Accepted', words: 'zero', form: 'Direct', standing: null, channel: null, via: null, saidOn: null, sought: 'No', note: null, approvedBy: null, mayApprove: false, copies: [],
  source: { id: 's', kind: 'Person', name: 'Ada', role: null, affiliation: null, address: null, isNamed: true, reason: null }, ...more,
});

test('a found statement is marked only where its words stand', () => {
  const { doc: text } = state(p(words('She said “no.”')), p(words('Then “yes”')));
  const entries = new Map([['a', entry('a', { words: '“no.” “yes”' })], ['b', entry('b', { words: '“maybe”' })], ['c', entry('c', { words: 'Then…' })]]);
  const both = [{ line: 0, start: 9, end: 14 }, { line: 1, start: 5, end: 10 }];
  const found = placed(text, [{ entry: 'a', places: both }, { entry: 'b', places: [both[1]!] }, { entry: 'c', places: [{ line: 1, start: 0, end: 10 }] }, { entry: 'gone', places: both }, { entry: 'a', places: [] }], entries);
  assert.deepEqual(found.map(({ id, pieces }) => [id, ...pieces.map((piece) => wordsAt(text, piece))]), [['a', '“no.”', '“yes”'], ['c', 'Then “yes”']]);
});

test('accepted entries are numbered in the order of the text; a refused one has no note', () => {
  const entries = new Map([['a', entry('a')], ['b', entry('b', { state: 'Proposed' })], ['c', entry('c', { state: 'Refused' })], ['d', entry('d')]]);
  assert.deepEqual([...numbersOf(['d', 'b', 'c', 'a', 'x'], entries)], [['d', '1'], ['b', '?'], ['a', '2']]);
  const source = entry('a').source;
  assert.equal(kindOf(entry('a')), 'named');
  assert.equal(kindOf(entry('a', { source: { ...source, isNamed: false } })), 'anonymous');
  assert.equal(kindOf(entry('a', { channel: 'Outlet' })), 'outlet');
  assert.equal(kindOf(entry('a', { state: 'Proposed', source: { ...source, isNamed: false } })), 'proposed');
});

test('notes never lie upon one another, and the one at hand stands at its passage', () => {
  const notes = [0, 10, 20, 400].map((wanted) => ({ wanted, height: 60 }));
  assert.deepEqual(stacked(notes, -1), [0, 72, 144, 400]);
  const crowded = [{ wanted: 300, height: 60 }, { wanted: 310, height: 60 }, { wanted: 320, height: 60 }];
  assert.deepEqual(stacked(crowded, 2), [320 - 2 * (60 + gap), 320 - 60 - gap, 320]);
  assert.deepEqual(stacked(notes, 2), [-124, -52, 20, 400]);
  for (let at = -1; at < 40; at++) {
    const many = Array.from({ length: 40 }, (_, index) => ({ wanted: (index * 37) % 50 + index * 5, height: 20 + (index % 7) * 30 }));
    const tops = stacked(many, at);
    if (at >= 0) assert.equal(tops[at], many[at]!.wanted);
    tops.forEach((top, index) => assert.ok(index === 0 ? at >= 0 || top >= 0 : top >= tops[index - 1]! + many[index - 1]!.height + gap));
  }
});

const content = (...blocks: Json[]): Content => ({ headline: 'The dam', deck: null, language: 'en', sectionId: null, byline: [], topics: [], lead: null, text: doc(...blocks) });
const mergedText = (base: Json[], mine: Json[], theirs: Json[]) => {
  const sides = { base: content(...base), mine: content(...mine), theirs: content(...theirs), by: '', at: '' };
  const merge = mergeOf(sides);
  return { conflict: hasConflict(merge), doc: readDocument(schema, resultOf(sides, merge, () => 'mine', () => 'mine').text) };
};

test('of two windows both keep their ties: one edits, the other marks', () => {
  const base = [p(words('The dam will hold, she said.')), p(words('No test.'))];
  const marked = [p(words('The dam will hold', said('e1')), words(', she said.')), p(words('No test.'))];
  const edited = [p(words('On Monday: The dam will hold, she said.')), p(words('No test.'))];
  for (const [mine, theirs] of [[edited, marked], [marked, edited]] as const) {
    const { conflict, doc: result } = mergedText(base, [...mine], [...theirs]);
    assert.equal(conflict, false);
    assert.equal(result.firstChild!.textContent, 'On Monday: The dam will hold, she said.');
    assert.equal(passage(EditorState.create({ doc: result }), 'e1'), 'The dam will hold');
  }
});

test('two windows that mark the same paragraph keep both marks', () => {
  const base = [p(words('One. Two.'))];
  const { conflict, doc: result } = mergedText(base, [p(words('One.', said('e1')), words(' Two.'))], [p(words('One. '), words('Two.', said('e2')))]);
  assert.equal(conflict, false);
  assert.deepEqual([...passagesOf(result).keys()], ['e1', 'e2']);
});

test('a tie that one window took away does not come back, and words that are gone leave none', () => {
  const tied = [p(words('One.', said('e1')), words(' Two.'))];
  assert.equal(passagesOf(mergedText(tied, [p(words('One. Two. Three.'))], tied).doc).size, 0);
  const other = mergedText([p(words('One. Two.'))], [p(words('Something else.'))], [p(words('One.', said('e2')), words(' Two.'))]);
  assert.equal(passagesOf(other.doc).size, 0);
  assert.deepEqual(retied([p(words('x'))], [], [], []), [p(words('x'))]);
});

test('a tie is put back in a list and beside other marks', () => {
  const list = (...content: Json[]): Json => ({ type: 'bulletList', content: [{ type: 'listItem', content: [p(...content)] }] });
  const result = retied([p(words('One')), list(words('Say '), words('it', { type: 'bold' }), words(' twice'))], [], [], [list(words('it twice', said('e1')))]);
  const there = readDocument(schema, doc(...result));
  assert.equal(passage(EditorState.create({ doc: there }), 'e1'), 'it twice');
  assert.equal(writeDocument(there).content!.length, 2);
  assert.deepEqual(merged(mergeBlocks([], [], []), () => 'mine'), []);
});

test('an entry’s id is in order of making', () => {
  const ids = Array.from({ length: 50 }, newId);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(Math.abs(Number.parseInt(ids[0]!.replace(/-/g, '').slice(0, 12), 16) - Date.now()) < 60_000);
});
