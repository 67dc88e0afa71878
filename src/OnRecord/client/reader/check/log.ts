// The log: signed checkpoints (C2SP signed-note, tlog-checkpoint), proofs (tlog-proof) and the tree of RFC 6962.
import { base64, hex, join, sha256, utf8 } from './bytes';
import { verify } from './ed25519';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Checkpoint { size: number; root: Bytes }
export interface Proof { entry: string; index: number; hashes: Bytes[]; note: string }

const number = (text: string): number => {
  const value = Number(text);
  if (!/^(0|[1-9]\d*)$/.test(text) || !Number.isSafeInteger(value)) throw new Error('not a number');
  return value;
};

export const leaf = (entry: Bytes) => sha256(join(Uint8Array.of(0), entry));
export const node = (left: Bytes, right: Bytes) => sha256(join(Uint8Array.of(1), left, right));
const same = (one: Bytes, other: Bytes) => hex(one) === hex(other);

/** Throws where the note is not a checkpoint, or not signed by the key. */
export const open = async (note: string, key: string): Promise<Checkpoint> => {
  const split = note.lastIndexOf('\n\n'), text = note.slice(0, split + 1);
  const [, name, id, bytes] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim())!;
  const known = base64(bytes!);
  // signed-note, “Verifier keys”: the first byte is the kind, 1 is Ed25519; the id is the start of a hash over name and key.
  if (split < 0 || known[0] !== 1 || hex(await sha256(join(utf8(`${name}\n`), known))).slice(0, 8) !== id) throw new Error('no key');
  let signed = false;
  for (const line of note.slice(split + 2).split('\n')) {
    const [dash, by, signature] = line.split(' ');
    if (dash !== '—' || by !== name) continue;
    const written = base64(signature!);
    if (hex(written.subarray(0, 4)) === id) signed ||= await verify(known.slice(1), utf8(text), written.slice(4));
  }
  const [origin, size, root] = text.split('\n');
  if (!signed || origin !== name) throw new Error('not signed');
  return { size: number(size!), root: base64(root!) };
};

export const readProof = (file: string): Proof => {
  const split = file.indexOf('\n\n'), lines = file.slice(0, split).split('\n');
  if (split < 0 || lines[0] !== 'c2sp.org/tlog-proof@v1') throw new Error('no proof');
  return {
    entry: new TextDecoder().decode(base64(lines[1]!.slice('extra '.length))),
    index: number(lines[2]!.slice('index '.length)),
    hashes: lines.slice(3).map(base64),
    note: file.slice(split + 2),
  };
};

/** RFC 9162, 2.1.3.2. */
export const includes = async (index: number, size: number, hash: Bytes, proof: Bytes[], root: Bytes): Promise<boolean> => {
  if (index >= size) return false;
  let at = BigInt(index), last = BigInt(size) - 1n;
  for (const other of proof) {
    if (last === 0n) return false;
    if (at & 1n || at === last) {
      hash = await node(other, hash);
      while (!(at & 1n) && at !== 0n) { at >>= 1n; last >>= 1n; }
    } else hash = await node(hash, other);
    at >>= 1n; last >>= 1n;
  }
  return last === 0n && same(hash, root);
};

export type Fetch = (path: string) => Promise<Bytes>;

const place = (index: number): string => {
  let written = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) written = `x${String(rest % 1000).padStart(3, '0')}/${written}`;
  return written;
};

// The hash over entries lo to hi, from the tiles of a log of some size.
const hashes = (size: number, fetch: Fetch) => {
  const tiles = new Map<string, Promise<Bytes>>();
  const whole = async (height: number, index: number): Promise<Bytes> => {
    const level = Math.floor(height / 8), span = 2 ** (height % 8), first = index * span;
    const tile = Math.floor(first / 256), width = Math.min(256, Math.floor(size / 256 ** level) - tile * 256);
    const path = `tile/${level}/${place(tile)}${width < 256 ? `.p/${width}` : ''}`;
    if (!tiles.has(path)) tiles.set(path, fetch(path));
    const bytes = await tiles.get(path)!, from = first - tile * 256;
    if (bytes.length !== width * 32) throw new Error('a tile of another width');
    let row = Array.from({ length: span }, (_, at) => bytes.slice((from + at) * 32, (from + at + 1) * 32));
    while (row.length > 1) row = await Promise.all(row.filter((_, at) => at % 2 === 0).map((left, at) => node(left, row[2 * at + 1]!)));
    return row[0]!;
  };
  const over = async (lo: number, hi: number): Promise<Bytes> => {
    const count = hi - lo, height = Math.log2(count);
    if (Number.isInteger(height) && lo % count === 0) return whole(height, lo / count);
    const half = 2 ** Math.floor(Math.log2(count - 1));
    return node(await over(lo, lo + half), await over(lo + half, hi));
  };
  return over;
};

/** Whether a log continues the one that was seen: both roots come out of the same hashes (RFC 6962, 2.1.2). */
export const continues = async (seen: Checkpoint, now: Checkpoint, fetch: Fetch): Promise<boolean> => {
  if (now.size < seen.size) return false;
  if (now.size === seen.size) return same(seen.root, now.root);
  if (seen.size === 0) return true;
  const over = hashes(now.size, fetch);
  const both = async (first: number, lo: number, hi: number): Promise<[Bytes, Bytes]> => {
    if (first === hi - lo) { const all = await over(lo, hi); return [all, all]; }
    const half = 2 ** Math.floor(Math.log2(hi - lo - 1));
    if (first <= half) {
      const [old, left] = await both(first, lo, lo + half);
      return [old, await node(left, await over(lo + half, hi))];
    }
    const left = await over(lo, lo + half), [old, right] = await both(first - half, lo + half, hi);
    return [await node(left, old), await node(left, right)];
  };
  const [old, all] = await both(seen.size, 0, now.size);
  return same(old, seen.root) && same(all, now.root);
};
