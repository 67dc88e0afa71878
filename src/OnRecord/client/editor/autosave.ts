// To the browser at once, to the server within two seconds; whatever fails, the words are kept and sent later.
import type { Node } from '@tiptap/pm/model';
import type { Api, SaveAnswer } from './api';
import type { BrowserStore } from './browser-store';
import { same } from './merge';
import type { Content, Hold } from './types';

export type SaveState =
  | { kind: 'saved'; at: string } | { kind: 'waiting' | 'saving' }
  | { kind: 'offline' | 'signedOut' | 'forbidden' | 'tooLarge' | 'held' | 'stale'; keptAt: number | null }
  | { kind: 'refused'; keptAt: number | null; messages: string[] };
type Stale = Extract<SaveAnswer, { kind: 'stale' }>;
export type SaverTools = {
  api: Api; store: BrowserStore; tab: string; doc: () => Node; content: () => Content; tell: (state: SaveState) => void;
  saved: (answer: Extract<SaveAnswer, { kind: 'saved' }>) => void; stale: (answer: Stale) => void; held: (hold: Hold) => void;
};

const soon = 900;
const local = 120;

export class Saver {
  private version = 0;
  private sent = 0;
  private kept = 0;
  private localTimer = 0;
  private serverTimer = 0;
  private journalTimer = 0;
  private flying = false;
  private failures = 0;
  private keptAt: number | null = null;
  paused = false;

  constructor(private readonly tools: SaverTools, public base: number, public baseContent: Content) {
    addEventListener('online', () => this.now());
    addEventListener('focus', () => this.failures > 0 && this.now());
    addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.leave());
    addEventListener('beforeunload', (event) => {
      if (this.unsent && this.kept < this.version && !this.journal()) event.preventDefault();
    });
  }

  get unsent(): boolean {
    return this.sent < this.version;
  }

  changed(): void {
    this.version++;
    if (this.paused) return this.keepSoon();
    this.keepSoon();
    if (this.failures === 0 && !this.flying) this.tools.tell({ kind: 'waiting' });
    if (!this.flying && !this.serverTimer) this.serverTimer = window.setTimeout(() => void this.send(), soon);
  }

  // Starts from what the server holds; anything unsent was taken care of before.
  begin(base: number, content: Content, unsent: boolean, forget = true): void {
    [this.base, this.baseContent] = [base, content];
    this.version++;
    this.sent = unsent ? this.version - 1 : this.version;
    this.kept = unsent ? this.kept : this.version;
    if (unsent) {
      this.keepSoon();
      this.now();
    } else if (forget) void this.tools.store.settle(base, this.tools.doc(), content);
  }

  now(): void {
    if (this.paused || this.flying || !this.unsent) return;
    clearTimeout(this.serverTimer);
    void this.send();
  }

  stop(): void {
    this.paused = true;
    clearTimeout(this.serverTimer);
    this.serverTimer = 0;
  }

  async keep(): Promise<void> {
    clearTimeout(this.localTimer);
    this.localTimer = 0;
    if (!this.unsent) return;
    const [version, doc, content, at] = [this.version, this.tools.doc(), this.tools.content(), Date.now()];
    try {
      await this.tools.store.keep({ base: this.base, baseContent: JSON.stringify(this.baseContent), content: JSON.stringify(content), at }, doc, content);
      this.kept = Math.max(this.kept, version);
      this.keptAt = at;
      if (!this.unsent) await this.settle();
    } catch {
      this.journal();
    }
  }

  private keepSoon(): void {
    this.localTimer ||= window.setTimeout(() => void this.keep(), local);
    this.journalTimer ||= window.setTimeout(() => this.journal(), 20);
  }

  private journal(): boolean {
    clearTimeout(this.journalTimer);
    this.journalTimer = 0;
    if (!this.unsent) return true;
    const { text: _, ...fields } = this.tools.content();
    return this.tools.store.journal(this.base, this.tools.doc(), fields);
  }

  private leave(): void {
    if (!this.unsent) return;
    this.journal();
    void this.keep();
    this.now();
  }

  private settle(): Promise<void> {
    return this.tools.store.settle(this.base, this.tools.doc(), this.baseContent);
  }

  private async send(): Promise<void> {
    this.serverTimer = 0;
    if (this.paused || this.flying || !this.unsent) return;
    this.flying = true;
    const [version, content] = [this.version, this.tools.content()];
    if (this.failures === 0) this.tools.tell({ kind: 'saving' });
    const answer = await this.tools.api.save(this.base, this.tools.tab, content);
    this.flying = false;
    await this.take(answer, version, content);
  }

  private async take(answer: SaveAnswer, version: number, content: Content): Promise<void> {
    if (answer.kind === 'saved') {
      this.failures = 0;
      [this.base, this.baseContent, this.sent] = [answer.revision, content, version];
      if (this.unsent) {
        this.serverTimer = window.setTimeout(() => void this.send(), soon);
        await this.keep();
      } else await this.settle();
      this.tools.tell({ kind: 'saved', at: answer.savedAt });
      this.tools.saved(answer);
      return;
    }
    // Our own save, whose answer was lost on the way.
    if (answer.kind === 'stale' && same(answer.content, content)) {
      const { revision, at: savedAt } = answer;
      return this.take({ kind: 'saved', revision, savedAt, checks: [], state: '' }, version, content);
    }
    if (this.kept < this.version) await this.keep();
    const { keptAt } = this;
    if (answer.kind === 'stale' || answer.kind === 'held') {
      this.stop();
      this.tools.tell({ kind: answer.kind, keptAt });
      return answer.kind === 'stale' ? this.tools.stale(answer) : this.tools.held(answer.hold);
    }
    this.failures++;
    if (answer.kind === 'refused') this.tools.tell({ kind: 'refused', keptAt, messages: answer.problems.map((problem) => problem.message) });
    else this.tools.tell({ kind: answer.kind === 'unreachable' ? 'offline' : answer.kind, keptAt });
    if (answer.kind === 'signedOut') await this.tools.api.renew();
    const wait = answer.kind === 'unreachable' ? Math.min(15000, 1000 * 2 ** (this.failures - 1)) : answer.kind === 'signedOut' ? 5000 : 30000;
    this.serverTimer ||= window.setTimeout(() => void this.send(), wait);
  }
}
