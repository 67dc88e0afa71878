// What was typed, in this browser: whole texts in IndexedDB, the latest keys in a small journal that is written at once.
import type { Node } from '@tiptap/pm/model';
import { random } from './dom';
import { writeNode } from './json';
import type { Content, Json } from './types';

export type Kept = { stamp: string; base: number; baseContent: string; content: string; at: number };
type Journal = { stamp: string; base: number; at: number; head: number; tail: number; blocks: Json[]; fields: Omit<Content, 'text'> };
type Anchor = { stamp: string; doc: Node; content: Content };

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

export class BrowserStore {
  private database: Promise<IDBDatabase> | null = null;
  private slot = 0;
  private anchor: Anchor | null = null;
  private readonly journalKey: string;

  constructor(private readonly story: string) {
    this.journalKey = `onrecord-draft:${story}`;
  }

  // Two slots by turns, so that the journal always has the text it was written against.
  async keep(kept: Omit<Kept, 'stamp'>, doc: Node, content: Content): Promise<void> {
    const stamp = random();
    this.slot = 1 - this.slot;
    const store = await this.open('readwrite');
    await request(store.put({ ...kept, stamp }, `${this.story}:${this.slot}`));
    this.anchor = { stamp, doc, content };
  }

  // The server has these words: nothing here is newer.
  async settle(revision: number, doc: Node, content: Content): Promise<void> {
    this.anchor = { stamp: `server:${revision}`, doc, content };
    try {
      localStorage.removeItem(this.journalKey);
      const store = await this.open('readwrite');
      await Promise.all([0, 1].map((slot) => request(store.delete(`${this.story}:${slot}`))));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  // Writes only the blocks that differ from the text last kept; it must end before the page does, so it waits for nothing.
  journal(base: number, doc: Node, fields: Omit<Content, 'text'>): boolean {
    const { anchor } = this;
    if (!anchor) return false;
    let [head, tail] = [0, 0];
    const most = Math.min(anchor.doc.childCount, doc.childCount);
    while (head < most && anchor.doc.child(head) === doc.child(head)) head++;
    while (tail < most - head && anchor.doc.child(anchor.doc.childCount - 1 - tail) === doc.child(doc.childCount - 1 - tail)) tail++;
    const blocks = doc.children.slice(head, doc.childCount - tail).map(writeNode);
    const journal: Journal = { stamp: anchor.stamp, base, at: Date.now(), head, tail, blocks, fields };
    try {
      localStorage.setItem(this.journalKey, JSON.stringify(journal));
      return true;
    } catch {
      return false;
    }
  }

  // The newest words that this browser holds; null where it holds none.
  async restore(revision: number, server: Content): Promise<{ base: number; baseContent: Content; content: Content; at: number } | null> {
    const journal = this.readJournal();
    const store = await this.open('readonly').catch(() => null);
    const slots = store ? await Promise.all([0, 1].map((slot) => request<Kept | undefined>(store.get(`${this.story}:${slot}`)).catch(() => undefined))) : [];
    const kept = slots.filter((slot): slot is Kept => slot !== undefined).sort((a, b) => b.at - a.at);
    const under = journal && kept.find((slot) => slot.stamp === journal.stamp);
    const newest = kept[0];
    if (journal && (!newest || journal.at >= newest.at)) {
      if (under) return { base: under.base, baseContent: JSON.parse(under.baseContent), content: patched(JSON.parse(under.content), journal), at: journal.at };
      if (journal.stamp === `server:${revision}`) return { base: revision, baseContent: server, content: patched(server, journal), at: journal.at };
    }
    return newest ? { base: newest.base, baseContent: JSON.parse(newest.baseContent), content: JSON.parse(newest.content), at: newest.at } : null;
  }

  private readJournal(): Journal | null {
    try {
      return JSON.parse(localStorage.getItem(this.journalKey) ?? 'null');
    } catch {
      return null;
    }
  }

  private async open(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.database ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('onrecord-drafts', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('drafts');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    return (await this.database).transaction('drafts', mode).objectStore('drafts');
  }
}

function patched(content: Content, journal: Journal): Content {
  const blocks = content.text.content ?? [];
  return { ...content, ...journal.fields, text: { ...content.text, content: [...blocks.slice(0, journal.head), ...journal.blocks, ...blocks.slice(blocks.length - journal.tail)] } };
}
