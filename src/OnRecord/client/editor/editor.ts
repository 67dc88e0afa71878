// <story-editor>: where a story is written. The server draws its fields; the text, its tools and its safe keeping are here.
import type { Editor } from '@tiptap/core';
import { Api, type Draft } from './api';
import { Saver } from './autosave';
import { BrowserStore } from './browser-store';
import type { Room } from './commands';
import { Comments } from './comments';
import { confirm } from './dialogs';
import { el, random } from './dom';
import { Fields } from './fields';
import { FindBar } from './find-bar';
import { Holding, tabName } from './hold';
import { writeDocument } from './json';
import { documentLength, minutes } from './length';
import { same } from './merge';
import { hasConflict, mergeOf, resultOf, showMerge, type Sides } from './merge-view';
import { Library } from './pictures';
import { askLanguage, askLink, showHelp } from './room';
import { Status } from './status';
import { SuggestionList } from './suggestion-list';
import { replaceText, storyEditor } from './text';
import { Toolbar } from './toolbar';
import type { Content, EditorState, Hold } from './types';
import { Words } from './words';

class StoryEditor extends HTMLElement {
  private state!: EditorState;
  private words!: Words;
  private api!: Api;
  private editor!: Editor;
  private fields!: Fields;
  private saver!: Saver;
  private holding!: Holding;
  private status!: Status;
  private toolbar!: Toolbar;
  private comments!: Comments;
  private suggestions!: SuggestionList;
  private findBar!: FindBar;
  private store!: BrowserStore;
  private revision = 0;
  private savedBy = '';
  private savedAt = '';
  private applying = false;
  private started = false;
  // Words of ours that the server does not have: from an earlier visit, or since another took the story over.
  private left: { base: Content; mine: Content; at: number; from: number } | null = null;
  private sideTimer = 0;

  connectedCallback(): void {
    if (this.started) return;
    this.started = true;
    void this.start();
  }

  private async start(): Promise<void> {
    const state: EditorState = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent!);
    this.state = state;
    [this.revision, this.savedBy, this.savedAt] = [state.revision, state.savedBy ?? '', state.savedAt ?? new Date().toISOString()];
    this.words = new Words(state.words, state.uiLanguage);
    this.api = new Api(this.dataset['api']!, this.dataset['pictures'] ?? '/desk/pictures', this.dataset['token'] ?? '');
    this.store = new BrowserStore(state.story);
    const tab = await tabName(state.story, random);
    this.draw();
    this.saver = new Saver({
      api: this.api, store: this.store, tab, doc: () => this.editor.state.doc, content: () => this.content(), tell: (told) => this.status.show(told),
      saved: ({ checks, revision, savedAt }) => {
        [this.revision, this.savedBy, this.savedAt] = [revision, state.me.name, savedAt];
        this.dispatchEvent(new CustomEvent('draft-saved', { bubbles: true, detail: { checks, revision } }));
      },
      stale: (answer) => void this.settle({ base: this.saver.baseContent, mine: this.content(), theirs: answer.content, by: answer.by, at: answer.at }, answer.revision),
      held: (hold) => this.holding.take(hold),
    }, state.revision, state.content);
    this.holding = new Holding({
      api: this.api, story: state.story, me: state.me, mayWrite: state.mayWrite, revision: () => this.revision,
      changed: (hold, mine, before) => this.held(hold, mine, before), fresh: (draft, mine) => this.fresh(draft, mine),
    }, tab, state.hold);
    if (state.savedAt) this.status.show({ kind: 'saved', at: state.savedAt });
    await this.bringBack();
    await this.holding.start();
    this.comments.tieUp();
  }

  private draw(): void {
    const { words, state, api } = this;
    const find = (selector: string) => this.querySelector<HTMLElement>(selector)!;
    const banners = el('div', { class: 'banners' });
    find('.line').before(banners);
    this.status = new Status(find('.saved'), banners, words);
    const tell = (message: string) => this.status.banner('notice', message);
    const library = new Library(api, words, tell);
    const room = {} as Room;
    this.fields = new Fields(this, words, library, state.content, () => this.changed());
    this.editor = storyEditor(find('.body'), state.content.text, words.say('Text'), state.me.id, () => room, { words, library },
      { story: state.story, language: () => this.fields.read().language, library, words, tell });
    this.findBar = new FindBar(this.editor, words, state.me.id);
    find('.tools').after(this.findBar.element);
    const side = document.querySelector<HTMLElement>('[data-comments]') ?? this.appendChild(el('section'));
    this.comments = new Comments(side, { editor: this.editor, api, words, staff: state.staff, me: state.me, tell }, state.comments);
    this.suggestions = new SuggestionList(side, this.editor, words, state.staff);
    Object.assign(room, this.room(library));
    this.toolbar = new Toolbar(find('.tools'), room, words);
    this.editor.on('transaction', ({ transaction }) => {
      if (transaction.docChanged && !this.applying) this.changed();
      this.sideSoon();
    });
    this.toolbar.show(false);
    this.showLength();
    this.enable(false);
  }

  private room(library: Library): Room {
    return {
      editor: this.editor, library, say: (key) => this.words.say(key),
      askLink: () => void askLink(this.editor, this.words), askLanguage: () => void askLanguage(this.editor, this.words, this.state.languages),
      addComment: () => this.comments.compose(), find: (replacing) => this.findBar.open(replacing), findStep: (by) => this.findBar.step(by),
      decide: (accept) => this.suggestions.decideHere(accept), suggestionStep: (by) => this.suggestions.step(by),
      help: () => showHelp(this.words), saveNow: () => this.saver.now(), focusTools: () => this.toolbar.focus(),
    };
  }

  private content(): Content {
    return { ...this.fields.read(), text: writeDocument(this.editor.state.doc) };
  }

  private changed(): void {
    if (this.holding?.mine) this.saver.changed();
  }

  // What stands around the text follows it in the next quiet moment, not within a key.
  private sideSoon(): void {
    this.sideTimer ||= window.setTimeout(() => {
      this.sideTimer = 0;
      this.toolbar.show(this.editor.isEditable);
      this.comments.selectionMoved();
      this.findBar.show();
      clearTimeout(this.slowTimer);
      this.slowTimer = window.setTimeout(() => {
        this.showLength();
        this.suggestions.show();
      }, 250);
    }, 80);
  }
  private slowTimer = 0;

  private showLength(): void {
    const length = documentLength(this.editor.state.doc);
    const total = length.words + length.characters;
    this.querySelector('.length')!.textContent = `${this.words.count('Words', total)} · ${this.words.count('Minutes', minutes(length))}`;
  }

  private enable(editable: boolean): void {
    if (this.editor.isEditable !== editable) this.editor.setEditable(editable, false);
    this.fields.enable(editable);
    for (const fields of this.querySelectorAll<HTMLFieldSetElement>('.body fieldset.fields')) fields.disabled = !editable;
    this.classList.toggle('watching', !editable);
    this.toolbar.show(editable);
    this.suggestions.show();
  }

  private put(content: Content): void {
    this.applying = true;
    this.fields.write(content);
    replaceText(this.editor, content.text);
    this.applying = false;
    this.comments.show();
  }

  // Words that this browser holds and the server does not.
  private async bringBack(): Promise<void> {
    const { state } = this;
    const kept = await this.store.restore(state.revision, state.content).catch(() => null);
    if (kept && !hasSameWords(kept.content, state.content)) this.left = { base: kept.baseContent, mine: kept.content, at: kept.at, from: kept.base };
    this.saver.begin(state.revision, state.content, false, this.left === null);
  }

  private held(hold: Hold, mine: boolean, before: boolean): void {
    const { words, status } = this;
    if (before && !mine && this.saver.unsent) {
      this.left = { base: this.saver.baseContent, mine: this.content(), at: Date.now(), from: this.saver.base };
      void this.saver.keep();
    }
    if (mine !== this.editor.isEditable) this.enable(mine);
    this.saver.paused = !mine;
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
    const { left, words, revision } = this;
    this.comments.tieUp();
    if (!left) return;
    const theirs = this.content();
    const sides: Sides = { base: left.base, mine: left.mine, theirs, by: this.savedBy, at: this.savedAt };
    const merge = mergeOf(sides);
    this.status.clear('left');
    if (hasConflict(merge)) return void this.settle(sides, revision);
    this.left = null;
    this.put(resultOf(sides, merge, () => 'mine', () => 'mine'));
    this.saver.begin(revision, theirs, true);
    const text = words.say(left.from === revision ? 'BroughtBack' : 'BroughtBackMerged', words.when(left.at), words.when(this.savedAt));
    this.status.banner('returned', text, [{ label: words.say('DiscardMine'), run: () => {
      this.put(theirs);
      this.saver.changed();
    } }]);
  }

  private sayWhoHolds(hold: Hold): void {
    const { words, status, holding, state } = this;
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
    if (await confirm(this.words, this.words.say('TakeOver'), this.words.say('TakeOverText', name), this.words.say('TakeOver'))) await this.holding.act('take');
  }

  // For what follows the text, such as sending it on: true once the server has every word.
  async flush(): Promise<boolean> {
    if (!this.holding?.mine) return true;
    this.saver.now();
    for (let wait = 0; wait < 50 && this.saver.unsent; wait++) await new Promise((resolve) => setTimeout(resolve, 100));
    return !this.saver.unsent;
  }

  private async handOver(): Promise<void> {
    await this.flush();
    await this.holding.act('release');
  }

  private offerLeft(hold: Hold): void {
    if (this.left) this.status.banner('left', this.words.say('TakenFromYou', hold.holder?.name ?? this.words.say('SomeoneElse')), [{ label: this.words.say('CompareMine'), stay: true, run: () => void this.compareLeft() }], false);
  }

  private async compareLeft(): Promise<void> {
    const draft = await this.api.draft(-1).catch(() => null);
    if (!this.left || !draft) return;
    await this.settle({ ...this.left, theirs: draft.content, by: draft.savedBy ?? '', at: draft.savedAt }, draft.revision);
  }

  // What others saved: shown while watching; while writing, only their comments are taken.
  private fresh(draft: Draft, mine: boolean): void {
    if (draft.comments) this.comments.take(draft.comments);
    if (mine || draft.revision < this.revision) return;
    const newer = draft.revision !== this.revision;
    [this.revision, this.savedBy, this.savedAt] = [draft.revision, draft.savedBy ?? '', draft.savedAt];
    if (!newer) return;
    this.put(draft.content);
    this.saver.begin(draft.revision, draft.content, false, this.left === null);
  }

  // Shows both texts; the writer's choice is put in and saved on top of theirs.
  private merging = false;
  private async settle(sides: Sides, revision: number): Promise<void> {
    if (this.merging) return;
    this.merging = true;
    const chosen = await showMerge(this.words, sides, this.state.sections);
    this.merging = false;
    if (!chosen) {
      this.left = { base: sides.base, mine: sides.mine, at: Date.now(), from: -1 };
      this.status.banner('left', this.words.say('StillTwoTexts'), [{ label: this.words.say('CompareMine'), stay: true, run: () => void this.compareLeft() }], false);
      return;
    }
    this.left = null;
    if (!this.holding.mine) await this.holding.act('hold');
    if (!this.holding.mine && this.holding.hold.holder) await this.takeOver(this.holding.hold.holder.name);
    if (!this.holding.mine) {
      this.left = { base: sides.theirs, mine: chosen, at: Date.now(), from: revision };
      return;
    }
    this.status.clear('left');
    this.put(chosen);
    this.revision = revision;
    this.saver.paused = false;
    this.saver.begin(revision, sides.theirs, true);
  }
}

const hasSameWords = (a: Content, b: Content): boolean => !mergeOf({ base: b, mine: a, theirs: b, by: '', at: '' }).fields.some((field) => field.kind !== 'same')
  && same(a.text, b.text);

customElements.define('story-editor', StoryEditor);
