// Checks the page a reader looks at against the public record. Fetched only when a reader asks for it; nothing in it is another's.
import { fromHex, hex, join, sha256, utf8 } from './bytes';
import { compare, notice } from './compare';
import { continues, includes, leaf, open, readProof, type Checkpoint } from './log';
import { bare, parts, type Fault } from './page';
import type { Statement } from './statement';

interface File { index: number; entry: string; salt: string; statement: string; page?: string; live?: boolean }

class Found extends Error {
  constructor(readonly fault: Fault, readonly unable = false) { super(fault.key); }
}
const fail = (key: string, ...values: string[]): never => { throw new Found({ key, values }); };

const get = async (path: string): Promise<Response> => {
  const answer = await fetch(path, { cache: 'no-cache' }).catch(() => null);
  if (answer?.status === 410) fail('Erased');
  if (!answer?.ok) throw new Found({ key: 'Fetch', values: [path] }, true);
  return answer!;
};

const attempt = async <T>(key: string, work: () => T | Promise<T>): Promise<T> => {
  try { return await work(); } catch (error) { if (error instanceof Found) throw error; return fail(key); }
};

// A version's file, its seal and the checkpoint that covers it.
const sealed = async (address: string): Promise<{ file: File; statement: Statement }> => {
  const [, story, version] = /^\/record\/versions\/([0-9a-f-]{36})\/(\d+)\.json$/.exec(address) ?? fail('NotSealed');
  const file = await attempt('EntryDiffers', async () => (await (await get(address)).json()) as File);
  const entry = await attempt('EntryDiffers', () => JSON.parse(file.entry) as { type: string; story: string; version: number; commitment: string });
  if (entry.type !== 'version' || entry.story !== story || String(entry.version) !== version) fail('EntryDiffers');
  if (hex(await sha256(join(fromHex(file.salt), utf8(file.statement)))) !== entry.commitment) fail('Commitment');
  const [proof, key] = await Promise.all([get(`/record/proof/${story}/${version}.tlog-proof`), get('/record/key')].map(async (answer) => (await answer).text()));
  const read = await attempt('Proof', () => readProof(proof!));
  if (read.entry !== file.entry || read.index !== file.index) fail('EntryDiffers');
  const checkpoint = await attempt('Signature', () => open(read.note, key!));
  if (!(await includes(read.index, checkpoint.size, await leaf(utf8(file.entry)), read.hashes, checkpoint.root))) fail('Proof');
  await remember(key!.split('+')[0]!, checkpoint);
  return { file, statement: JSON.parse(file.statement) as Statement };
};

const kept = (name: string): { size: number; root: string } | null => {
  try { return JSON.parse(localStorage.getItem(name) ?? 'null'); } catch { return null; }
};

// What this browser saw last of the record must be the beginning of what it sees now.
const remember = async (origin: string, now: Checkpoint): Promise<void> => {
  const name = `onrecord-checkpoint ${origin}`;
  const seen = kept(name);
  if (seen && seen.size > now.size) {
    // The proof may be a minute old; the newest checkpoint must not be.
    const note = await (await get('/record/checkpoint')).text();
    const newest = await attempt('Signature', async () => open(note, await (await get('/record/key')).text()));
    if (newest.size < seen.size) fail('Backwards');
    return;
  }
  const tile = async (path: string) => new Uint8Array(await (await get(`/record/${path}`)).arrayBuffer());
  if (seen && !(await attempt('Backwards', () => continues({ size: seen.size, root: fromHex(seen.root) }, now, tile)))) fail('Backwards');
  try { localStorage.setItem(name, JSON.stringify({ size: now.size, root: hex(now.root) })); } catch { /* a browser that keeps nothing */ }
};

const check = async (main: Element, base: string, nothing: string): Promise<number> => {
  if (!globalThis.crypto?.subtle) throw new Found({ key: 'Insecure', values: [] }, true);
  const { file, statement } = await sealed(main.getAttribute('data-record') ?? '');
  const path = decodeURI(new URL(base).pathname);
  if (path !== file.page && path !== `${file.page}/versions/${statement.version}`) fail('OtherPage');
  if (path === file.page && !file.live) fail('Older', String(statement.version));
  const fault = compare(main, statement, base, nothing);
  if (fault) throw new Found(fault);
  for (const element of parts(main, 'correction')) {
    const other = await sealed(element.getAttribute('data-record') ?? '');
    if (other.statement.story !== statement.story || other.statement.version > statement.version) fail('correction', element.textContent.trim(), nothing);
    const differs = notice(element, other.statement);
    if (differs) throw new Found(differs);
  }
  return statement.version;
};

const say = (words: Record<string, string>, key: string, values: string[] = []): string =>
  values.reduce((text, value, at) => text.replace(`{${at}}`, () => (bare(value) ? value : words.Nothing!)), words[key] ?? key);

/** Checks what a link or button is about, and says the result below it. */
export const run = async (asked: HTMLElement): Promise<void> => {
  const words = (await (await fetch(asked.dataset.words!)).json()) as Record<string, string>;
  const place = asked.closest('p')!;
  let told = place.nextElementSibling as HTMLElement | null;
  if (!told?.classList.contains('checked')) {
    told = document.createElement('p');
    told.setAttribute('role', 'status');
    place.after(told);
  }
  told.className = 'checked';
  told.textContent = words.Running!;
  try {
    let main = document.querySelector('main')!, base = location.href.split('#')[0]!;
    if (asked.dataset.page) {
      base = new URL(asked.dataset.page, location.href).href;
      main = new DOMParser().parseFromString(await (await get(base)).text(), 'text/html').querySelector('main')!;
    }
    const version = await check(main, base, words.Nothing!);
    told.classList.add('good');
    told.textContent = `✓ ${say(words, 'Good', [String(version)])}`;
  } catch (error) {
    const found = error instanceof Found ? error : new Found({ key: 'Fetch', values: [String(error)] }, true);
    told.classList.add('bad');
    told.textContent = `✗ ${say(words, found.unable ? 'Unable' : 'Bad', [say(words, found.fault.key, found.fault.values)])}`;
  }
};
