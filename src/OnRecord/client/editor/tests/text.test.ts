import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fragment, Slice } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { safeLink, typedLink } from '../address';
import { readDocument, writeDocument } from '../json';
import { documentLength, lengthOf, minutes } from '../length';
import { storySchema } from '../schema';
import { decide, suggestionsIn, suggestReplace } from '../suggestions';
import type { Json } from '../types';

const schema = storySchema();
const doc = (...content: Json[]): Json => ({ type: 'doc', content });
const words = (text: string, ...marks: Json[]): Json => ({ type: 'text', text, ...(marks.length ? { marks } : {}) });
const p = (...content: Json[]): Json => ({ type: 'paragraph', ...(content.length ? { content } : {}) });
const same = (json: Json) => assert.deepEqual(writeDocument(readDocument(schema, json)), json);

test('every kind of block and mark comes back as it went in', () => same(doc(
  p(words('a', { type: 'attribution', attrs: { id: 's1' } }, { type: 'attribution', attrs: { id: 's2' } }, { type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'bold' }), { type: 'hardBreak' },
    words('b', { type: 'comment', attrs: { id: 't1' } }, { type: 'deletion', attrs: { id: 'e1', by: 'p1', at: '2026-03-14T09:12:00Z' } }, { type: 'lang', attrs: { lang: 'uk' } }, { type: 'italic' })),
  { type: 'heading', attrs: { level: 3 }, content: [words('h')] }, { type: 'pullQuote', content: [words('q')] },
  { type: 'blockquote', content: [p(words('q'))] }, { type: 'callout', content: [p()] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [p(words('i'))] }] }, { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [p()] }] },
  { type: 'gallery', content: [{ type: 'figure', attrs: { src: 'media:ab/4x3', alt: 'A', credit: 'C', focusX: 0, focusY: 100 }, content: [words('c')] }] },
  { type: 'socialPost', attrs: { network: 'Mastodon' }, content: [p(words('w'))] },
  { type: 'linkedMedia', attrs: { kind: 'chart', address: 'https://example.org/' }, content: [{ type: 'figure', attrs: { src: 'media:ab/4x3', alt: '' } }, { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [p()] }] }] }] },
  { type: 'horizontalRule' }, { type: 'codeBlock', attrs: { language: 'sql' }, content: [words('select 1')] })));

test('what the schema does not know is kept', () => {
  same(doc({ type: 'paragraph', attrs: { textAlign: 'center' }, content: [words('x', { type: 'highlight', attrs: { color: 'red' } })] }));
  same(doc({ type: 'video', attrs: { src: 'x' }, content: [words('inside')] }));
  same(doc(p({ type: 'mention', attrs: { id: '7' }, marks: [{ type: 'bold' }] })));
  same(doc({ type: 'codeBlock', content: [words('x', { type: 'bold' })] }));
  same(doc(p({ type: 'text', text: 'x', attrs: { odd: 1 } })));
  same(doc(p(words('x', { type: 'link', attrs: { href: 'https://example.org/', target: '_blank' } }))));
  same({ type: 'doc', attrs: { draft: true }, content: [p()] });
  same(doc({ type: 'gallery', content: [p(words('no picture'))] }));
});

test('a picture on its way to the library is not written yet', () =>
  assert.deepEqual(writeDocument(readDocument(schema, doc(p(words('a')), { type: 'figure', attrs: { src: 'pending:1', alt: '' } }))), doc(p(words('a')))));

const state = (json: Json) => EditorState.create({ schema, doc: readDocument(schema, json) });
const text = (s: EditorState) => s.doc.textBetween(0, s.doc.content.size, '\n');

test('words put in the place of others are one suggestion; accepted they stand, rejected they are gone', () => {
  const before = state(doc(p(words('The dam will hold.'))));
  const tr = before.tr;
  suggestReplace(tr, 9, 13, new Slice(Fragment.from(schema.text('may')), 0, 0), 'p1');
  const suggested = before.apply(tr);
  assert.equal(text(suggested), 'The dam willmay hold.');
  assert.deepEqual(suggestionsIn(suggested.doc).map(({ gone, added, by }) => ({ gone, added, by })), [{ gone: 'will', added: 'may', by: 'p1' }]);
  const { id } = suggestionsIn(suggested.doc)[0]!;
  assert.equal(text(suggested.apply(decide(suggested, id, true))), 'The dam may hold.');
  assert.equal(text(suggested.apply(decide(suggested, id, false))), 'The dam will hold.');
});

test('taking out a word of one’s own suggestion takes it out; another’s is marked', () => {
  const by = (who: string) => ({ type: 'insertion', attrs: { id: 'e1', by: who, at: '' } });
  for (const [who, left] of [['p1', 'A '], ['p2', 'A new']] as const) {
    const before = state(doc(p(words('A '), words('new', by(who)))));
    const tr = before.tr;
    suggestReplace(tr, 3, 6, Slice.empty, 'p1');
    assert.equal(text(before.apply(tr)), left);
  }
});

test('a paragraph that is only suggested goes when it is rejected', () => {
  const before = state(doc(p(words('One')), p(words('Two', { type: 'insertion', attrs: { id: 'e1', by: 'p1', at: '' } }))));
  assert.equal(before.apply(decide(before, null, false)).doc.childCount, 1);
});

test('length counts as the server counts', () => {
  for (const [sample, count, characters] of [['One two three.', 3, 0], ['don’t well-known 3.5 1,000', 4, 0], ['Хто лагодить дороги', 3, 0], ['سوق الخميس يبقى', 3, 0], ['河岸的人', 0, 4], ['GDP 增长 5', 2, 2], ['— … !', 0, 0]] as const)
    assert.deepEqual(lengthOf(sample), { words: count, characters });
  assert.equal(minutes({ words: 3, characters: 0 }), 1);
  assert.equal(minutes({ words: 0, characters: 1000 }), 4);
  const counted = documentLength(readDocument(schema, doc(p(words('One two')), { type: 'pullQuote', content: [words('not counted')] }, p(words('three'), words(' four', { type: 'insertion', attrs: { id: 'e' } })))));
  assert.equal(counted.words, 3);
});

test('only addresses that lead somewhere are links', () => {
  for (const bad of ['javascript:x()', ' java\tscript:x()', 'data:text/html,x', '//evil.example/', '/\\evil.example/', 'vbscript:x', '']) assert.equal(safeLink(bad), null, bad);
  for (const good of ['https://example.org/a', 'mailto:a@example.org', 'tel:+44', '/about', '#notes']) assert.equal(safeLink(good), good);
  assert.equal(typedLink('example.org/a'), 'https://example.org/a');
  assert.equal(typedLink('desk@example.org'), 'mailto:desk@example.org');
});
