// The check that a page makes of itself, away from a page: signatures, the tree, and what a statement says must be shown.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fromHex, hex, utf8 } from '../check/bytes';
import { verify, verifyByHand } from '../check/ed25519';
import { continues, includes, leaf, node, open } from '../check/log';
import { said, type Node } from '../check/statement';

type Bytes = Uint8Array<ArrayBuffer>;
interface Vectors { testGroups: { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] }[] }

const shared = process.env.ONRECORD_SHARED ?? path.resolve('../../../../shared');

test('Signatures are judged as Wycheproof says, without help of the browser', { skip: !fs.existsSync(shared) }, async () => {
  const vectors = JSON.parse(fs.readFileSync(path.join(shared, 'conformance/wycheproof/ed25519_test.json'), 'utf8')) as Vectors;
  let count = 0;
  for (const group of vectors.testGroups)
    for (const vector of group.tests) {
      const good = await verifyByHand(fromHex(group.publicKey.pk), fromHex(vector.msg), fromHex(vector.sig));
      assert.equal(good, vector.result === 'valid', `vector ${vector.tcId}`);
      count++;
    }
  assert.ok(count > 100, `${count} vectors`);
});

test('With help of the browser a signature is judged the same', async () => {
  // RFC 8032, 7.1, test 2.
  const key = fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = fromHex('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00');
  assert.ok(await verify(key, fromHex('72'), signature));
  assert.ok(await verifyByHand(key, fromHex('72'), signature));
  assert.ok(!(await verify(key, fromHex('73'), signature)));
});

test('A checkpoint is signed by its log or refused', async () => {
  // C2SP signed-note: its example.
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  await assert.rejects(open('no checkpoint', key));
  await assert.rejects(open('PeterNeumann\n1\nAAAA\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n', key));
});

const tree = async (size: number) => {
  const leaves: Bytes[] = [];
  for (let at = 0; at < size; at++) leaves.push(await leaf(utf8(`entry ${at}`)));
  const over = async (lo: number, hi: number): Promise<Bytes> => {
    if (hi - lo === 1) return leaves[lo]!;
    const half = 2 ** Math.floor(Math.log2(hi - lo - 1));
    return node(await over(lo, lo + half), await over(lo + half, hi));
  };
  const path = async (index: number, lo: number, hi: number): Promise<Bytes[]> => {
    if (hi - lo === 1) return [];
    const half = 2 ** Math.floor(Math.log2(hi - lo - 1));
    return index < lo + half ? [...(await path(index, lo, lo + half)), await over(lo + half, hi)] : [...(await path(index, lo + half, hi)), await over(lo, lo + half)];
  };
  const tile = async (address: string): Promise<Bytes> => {
    const [, level, number, width] = /^tile\/(\d+)\/(\d{3})(?:\.p\/(\d+))?$/.exec(address)!;
    const span = 256 ** Number(level), first = Number(number) * 256, out: number[] = [];
    for (let at = 0; at < Number(width ?? 256); at++) out.push(...(await over((first + at) * span, (first + at + 1) * span)));
    return Uint8Array.from(out);
  };
  return { leaves, over, path: (index: number, count: number) => path(index, 0, count), tile };
};

test('An entry is in the log only where its proof leads', async () => {
  const { leaves, over, path } = await tree(22);
  for (const size of [1, 2, 7, 8, 21])
    for (let index = 0; index < size; index++) {
      const [proof, root] = [await path(index, size), await over(0, size)];
      assert.ok(await includes(index, size, leaves[index]!, proof, root), `${index} of ${size}`);
      assert.ok(!(await includes(index, size, leaves[index + 1]!, proof, root)));
      assert.ok(!(await includes(index, size, leaves[index]!, [...proof, root], root)));
      assert.ok(!(await includes(size, size, leaves[index]!, proof, root)));
    }
});

test('A record that goes backwards or was rewritten is found out', async () => {
  const size = 700, { over, tile } = await tree(size);
  const now = { size, root: await over(0, size) };
  for (const before of [1, 5, 255, 256, 257, 512, 699, 700]) {
    const seen = { size: before, root: await over(0, before) };
    assert.ok(await continues(seen, now, tile), `from ${before}`);
    assert.ok(!(await continues({ size: before, root: await leaf(utf8('another')) }, now, tile)), `another at ${before}`);
  }
  assert.ok(!(await continues(now, { size: 512, root: await over(0, 512) }, tile)));
  assert.equal(hex(now.root).length, 64);
});

const text = (words: string, href?: string): Node => ({ type: 'text', text: words, ...(href ? { marks: [{ type: 'link', attrs: { href } }] } : {}) });
const hash = 'ab'.repeat(32);

test('A statement says which words, links and pictures are shown', () => {
  const document: Node = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('The '), text('notes', '/notes'), text(' say', '/notes'), { type: 'hardBreak' }, text('more.', 'javascript:x()')] },
      { type: 'figure', attrs: { src: `media:${hash}/12x8`, alt: 'A dam', credit: 'M. Reyes' }, content: [text('The dam.')] },
      { type: 'figure', attrs: { src: 'https://example.org/x.png', alt: 'Not shown' }, content: [text('Not shown.')] },
      { type: 'socialPost', attrs: { author: 'River Watch', address: 'https://example.social/1' }, content: [{ type: 'paragraph', content: [text('High water.')] }] },
      { type: 'linkedMedia', attrs: { address: 'https://video.example/1' }, content: [{ type: 'figure', attrs: { src: 'https://video.example/1.jpg' }, content: [text('Not shown.')] }] },
    ],
  };
  const { words, links, pictures } = said(document, 'https://news.example.org/2026/03/the-dam');
  assert.equal(words.replace(/\s+/g, ''), 'Thenotessaymore.Thedam.M.ReyesHighwater.');
  assert.deepEqual(links, ['https://news.example.org/notes', 'https://example.social/1', 'https://video.example/1']);
  assert.deepEqual(pictures, [{ hash, alt: 'A dam' }]);
});
