// Who writes, who watches: the hold is renewed while it is ours; without it the text is shown as the other one saves it.
import type { Api, Draft } from './api';
import type { Hold, Person } from './types';

export type HoldTools = {
  api: Api; story: string; me: Person; mayWrite: boolean; revision: () => number; changed: (hold: Hold, mine: boolean, before: boolean) => void;
  fresh: (draft: Draft, mine: boolean) => void;
};

// The same window keeps its name over a reload; a window copied from it takes a new one.
export async function tabName(story: string, random: () => string): Promise<string> {
  const key = `onrecord-tab:${story}`;
  const name = sessionStorage.getItem(key) ?? random();
  const free = navigator.locks
    ? await new Promise<boolean>((resolve) => void navigator.locks.request(`tab:${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    }))
    : true;
  const own = free ? name : random();
  sessionStorage.setItem(key, own);
  localStorage.setItem(key, JSON.stringify([own, ...recent(story).filter((each) => each !== own)].slice(0, 9)));
  return own;
}

const recent = (story: string): string[] => {
  try {
    return JSON.parse(localStorage.getItem(`onrecord-tab:${story}`) ?? '[]');
  } catch {
    return [];
  }
};

// A window of this browser that is gone, crashed perhaps, holds nothing any more.
async function isGone(story: string, tab: string): Promise<boolean> {
  if (!navigator.locks || !recent(story).includes(tab)) return false;
  return !(await navigator.locks.query()).held?.some((lock) => lock.name === `tab:${tab}`);
}

export class Holding {
  mine = false;
  asked = false;
  // Another window of the same person had it when this one opened: it may be on its way out, as in a reload.
  private waits = false;
  private answered = false;
  private rounds = 0;

  constructor(private readonly tools: HoldTools, private readonly tab: string, public hold: Hold) {}

  async start(): Promise<void> {
    // Before the first answer has come the server may hold the story for this window already.
    addEventListener('pagehide', () => this.tools.mayWrite && (this.mine || !this.answered) && void this.tools.api.hold(this.tab, 'release', true));
    const reached = this.tools.mayWrite && (await this.tools.api.hold(this.tab, 'hold'));
    if (reached) {
      const holder = reached.holder;
      this.waits = holder !== null && holder.id === this.tools.me.id && holder.tab !== this.tab;
      if (!this.waits || !(await this.succeed(holder))) this.take(reached);
      if (this.waits) setTimeout(() => void this.round(), 300);
    } else if (!this.tools.mayWrite) this.take(this.hold);
    else {
      // Unreachable: whoever held it last still does, and nobody means us.
      this.take({ ...this.hold, holder: this.hold.holder ?? { ...this.tools.me, tab: this.tab, since: new Date().toISOString() } });
    }
    this.answered = true;
    setInterval(() => void this.round(), 2000);
    // A window in the background is woken too seldom to be sure of its hold.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void (this.mine ? this.act('hold') : this.round()));
    addEventListener('pageshow', (event) => event.persisted && this.mine && void this.act('hold'));
  }

  // Takes the place of one's own other window once that is gone.
  private async succeed(holder: Hold['holder']): Promise<boolean> {
    if (holder && holder.id !== this.tools.me.id) this.waits = false;
    else if (!holder) return this.hold.asking.length === 0 && this.act('hold');
    else if (await isGone(this.tools.story, holder.tab)) return this.act('take');
    return false;
  }

  async act(act: 'hold' | 'ask' | 'take' | 'release' | 'refuse'): Promise<boolean> {
    const hold = await this.tools.api.hold(this.tab, act);
    if (!hold) return false;
    if (act === 'ask') this.asked = true;
    this.take(hold);
    return true;
  }

  take(hold: Hold): void {
    const before = this.mine;
    this.hold = hold;
    this.mine = this.tools.mayWrite && hold.holder?.tab === this.tab;
    if (this.mine) this.asked = this.waits = false;
    this.tools.changed(hold, this.mine, before);
  }

  // Nothing changed answers nothing, not even who holds it or what was remarked; asking for what is known already tells.
  private async round(): Promise<void> {
    this.rounds++;
    if (document.visibilityState === 'hidden' && this.rounds % 5 !== 0) return;
    if (this.mine) {
      if (this.rounds % 5 === 0) await this.act('hold');
      if (this.rounds % 7 === 0) await this.look(this.tools.revision() - 1);
      return;
    }
    const whole = this.asked || this.waits || this.rounds % 5 === 0;
    await this.look(whole ? this.tools.revision() - 1 : this.tools.revision());
    if (this.asked && !this.hold.holder) await this.act('hold');
    else if (this.waits) await this.succeed(this.hold.holder);
  }

  private async look(since: number): Promise<void> {
    const draft = await this.tools.api.draft(since).catch(() => null);
    if (!draft) return;
    const mine = this.mine;
    this.tools.fresh(draft, mine);
    if (!mine) this.take(draft.hold);
  }
}
