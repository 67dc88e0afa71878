// Two people, one story: who holds it, what was left when another took it, and both texts where they differ.
import type { Api, Draft } from './api';
import type { Saver } from './autosave';
import type { BrowserStore } from './browser-store';
import type { Comments } from './comments';
import { confirm } from './dialogs';
import type { Holding } from './hold';
import { same } from './merge';
import { hasConflict, mergeOf, resultOf, showMerge, type Sides } from './merge-view';
import type { Status } from './status';
import type { Content, EditorState, Hold } from './types';
import type { Words } from './words';

export type TogetherTools = {
  state: EditorState; words: Words; api: Api; store: BrowserStore; status: Status; comments: Comments;
  content: () => Content; put: (content: Content) => void; enable: (editable: boolean) => void;
};

export class Together {
  saver!: Saver;
  holding!: Holding;
  // What the server holds, as far as this window knows.
  latest: { revision: number; by: string; at: string };
  // Words of ours that the server does not have: from an earlier visit, or since another took the story over.
  private left: { base: Content; mine: Content; at: number; from: number } | null = null;
  private merging = false;
  private undecided = false;

  constructor(private readonly tools: TogetherTools) {
    const { revision, savedBy, savedAt } = tools.state;
    this.latest = { revision, by: savedBy ?? '', at: savedAt ?? new Date().toISOString() };
  }

  // Words that this browser holds and the server does not.
  async bringBack(): Promise<void> {
    const { state, store } = this.tools;
    const kept = await store.restore(state.revision, state.content).catch(() => null);
    if (kept && !hasSameWords(kept.content, state.content)) this.left = { base: kept.baseContent, mine: kept.content, at: kept.at, from: kept.base };
    this.saver.begin(state.revision, state.content, false, this.left === null);
  }

  held(hold: Hold, mine: boolean, before: boolean): void {
    const { words, status } = this.tools;
    if (before && !mine && this.saver.unsent) {
      this.left = { base: this.saver.baseContent, mine: this.tools.content(), at: Date.now(), from: this.saver.base };
      void this.saver.keep();
    }
    this.tools.enable(mine);
    this.saver.paused = !mine || this.undecided;
    if (mine && !before) this.began();
    if (mine && hold.asking.length === 0) status.clear('hold');
    if (mine && hold.asking.length > 0) {
      status.banner('hold', words.count('AsksForStory', hold.asking.length, hold.asking.map((person) => person.name).join(', ')), [
        { label: words.say('HandOver'), run: () => void this.handOver() }, { label: words.say('NotNow'), run: () => void this.holding.act('refuse') }], false);
    } else if (!mine) {
      if (before) this.offerLeft(hold);
      this.sayWhoHolds(hold);
    }
  }

  // The hold is ours: what was left comes back, merged where the server moved on, asked about where both changed the same.
  private began(): void {
    const { left, tools: { words }, latest: { revision, by, at } } = this;
    this.tools.comments.tieUp();
    if (!left) return;
    const theirs = this.tools.content();
    const sides: Sides = { base: left.base, mine: left.mine, theirs, by, at };
    const merge = mergeOf(sides);
    this.tools.status.clear('left');
    if (hasConflict(merge)) return void this.settle(sides, revision);
    this.left = null;
    this.tools.put(resultOf(sides, merge, () => 'mine', () => 'mine'));
    this.saver.begin(revision, theirs, true);
    const text = words.say(left.from === revision ? 'BroughtBack' : 'BroughtBackMerged', words.when(left.at), words.when(at));
    this.tools.status.banner('returned', text, [{ label: words.say('DiscardMine'), run: () => {
      this.tools.put(theirs);
      this.saver.changed();
    } }]);
  }

  private sayWhoHolds(hold: Hold): void {
    const { words, status, state } = this.tools;
    const { holding } = this;
    const holder = hold.holder;
    const other = holder?.id === state.me.id ? words.say('YouElsewhere') : holder ? words.say('HeldBy', holder.name, words.when(holder.since)) : words.say('HeldByNobody');
    status.watching(words.say('Watching'));
    if (!state.mayWrite) return status.banner('hold', words.say('MayNotWrite'), [], false);
    const asked = holding.asked ? ` ${hold.asking.some((person) => person.id === state.me.id) ? words.say('YouAsked') : words.say('AskedRefused')}` : '';
    status.banner('hold', other + (holder ? asked : ''), [
      ...(holder && holder.id !== state.me.id && !holding.asked ? [{ label: words.say('AskForIt'), stay: true, run: () => void holding.act('ask') }] : []),
      holder ? { label: words.say('TakeOver'), stay: true, run: () => void this.takeOver(holder.name) } : { label: words.say('WriteNow'), stay: true, run: () => void holding.act('hold') },
    ], false);
    if (this.left && !status.has('left')) status.banner('left', words.say('KeptUnsent', words.when(this.left.at)), [{ label: words.say('CompareMine'), stay: true, run: () => void this.compareLeft() }], false);
  }

  private async takeOver(name: string): Promise<void> {
    const { words } = this.tools;
    if (await confirm(words, words.say('TakeOver'), words.say('TakeOverText', name), words.say('TakeOver'))) await this.holding.act('take');
  }

  // True once the server has every word.
  async flush(): Promise<boolean> {
    if (!this.holding.mine) return true;
    this.saver.now();
    for (let wait = 0; wait < 100 && this.saver.unsent; wait++) await new Promise((resolve) => setTimeout(resolve, 50));
    return !this.saver.unsent;
  }

  private async handOver(): Promise<void> {
    await this.flush();
    await this.holding.act('release');
  }

  private offerLeft(hold: Hold): void {
    if (this.left) this.tools.status.banner('left', this.tools.words.say('TakenFromYou', hold.holder?.name ?? this.tools.words.say('SomeoneElse')), [{ label: this.tools.words.say('CompareMine'), stay: true, run: () => void this.compareLeft() }], false);
  }

  private async compareLeft(): Promise<void> {
    const draft = await this.tools.api.draft(-1).catch(() => null);
    if (!this.left || !draft) return;
    await this.settle({ ...this.left, theirs: draft.content, by: draft.savedBy ?? '', at: draft.savedAt }, draft.revision);
  }

  // What others saved: shown while watching; while writing, only their comments are taken.
  fresh(draft: Draft, mine: boolean): void {
    if (draft.comments) this.tools.comments.take(draft.comments);
    if (mine || draft.revision < this.latest.revision) return;
    const newer = draft.revision !== this.latest.revision;
    this.latest = { revision: draft.revision, by: draft.savedBy ?? '', at: draft.savedAt };
    if (!newer) return;
    this.tools.put(draft.content);
    this.saver.begin(draft.revision, draft.content, false, this.left === null);
  }

  // Shows both texts; the writer's choice is put in and saved on top of theirs.
  async settle(sides: Sides, revision: number): Promise<void> {
    if (this.merging) return;
    this.merging = true;
    const chosen = await showMerge(this.tools.words, sides, this.tools.state.sections);
    this.merging = false;
    if (!chosen) {
      this.left = { base: sides.base, mine: sides.mine, at: Date.now(), from: -1 };
      this.undecided = this.holding.mine;
      this.tools.status.banner('left', this.tools.words.say('StillTwoTexts'), [{ label: this.tools.words.say('CompareMine'), stay: true, run: () => void this.compareLeft() }], false);
      return;
    }
    this.left = null;
    if (!this.holding.mine) await this.holding.act('hold');
    if (!this.holding.mine && this.holding.hold.holder) await this.takeOver(this.holding.hold.holder.name);
    if (!this.holding.mine) {
      this.left = { base: sides.theirs, mine: chosen, at: Date.now(), from: revision };
      return;
    }
    this.tools.status.clear('left');
    this.tools.put(chosen);
    this.latest = { revision, by: sides.by, at: sides.at };
    this.undecided = false;
    this.saver.paused = false;
    this.saver.begin(revision, sides.theirs, true);
  }
}

const hasSameWords = (a: Content, b: Content): boolean =>
  same(a.text, b.text) && mergeOf({ base: b, mine: a, theirs: b, by: '', at: '' }).fields.every((field) => field.kind === 'same');
