// <story-editor>: where a story is written. The server draws its fields; the text, its tools and its safe keeping are here.
import type { Editor } from '@tiptap/core';
import { Api } from './api';
import { Saver } from './autosave';
import { BrowserStore } from './browser-store';
import type { Room } from './commands';
import { Comments } from './comments';
import { el, random } from './dom';
import { Fields } from './fields';
import { FindBar } from './find-bar';
import { Holding, tabName } from './hold';
import { writeDocument } from './json';
import { LedgerApi } from './ledger/api';
import { Ledger } from './ledger/ledger';
import { documentLength, minutes } from './length';
import { Library } from './pictures';
import { askLanguage, askLink, showHelp } from './room';
import { Status } from './status';
import { SuggestionList } from './suggestion-list';
import { replaceText, storyEditor } from './text';
import { Together } from './together';
import { Toolbar } from './toolbar';
import type { Content, EditorState } from './types';
import { Words } from './words';

class StoryEditor extends HTMLElement {
  private state!: EditorState;
  private words!: Words;
  private api!: Api;
  private editor!: Editor;
  private fields!: Fields;
  private saver!: Saver;
  private status!: Status;
  private toolbar!: Toolbar;
  private comments!: Comments;
  private suggestions!: SuggestionList;
  private ledger!: Ledger;
  private findBar!: FindBar;
  private together!: Together;
  private applying = false;
  private started = false;
  private sideTimer = 0;
  private slowTimer = 0;
  private drawn = false;

  connectedCallback(): void {
    if (this.started) return;
    this.started = true;
    void this.start();
  }

  private async start(): Promise<void> {
    const state: EditorState = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent!);
    this.state = state;
    this.words = new Words(state.words, state.uiLanguage, state.timeZone);
    this.api = new Api(this.dataset['api']!, this.dataset['pictures'] ?? '/desk/pictures', this.dataset['token'] ?? '');
    const store = new BrowserStore(`${state.story}:${state.me.id}`);
    const tab = await tabName(state.story, random);
    this.draw();
    const { api, status, comments, words } = this;
    const together = (this.together = new Together({
      state, words, api, store, status, comments, content: () => this.content(), put: (content) => this.put(content), enable: (editable) => this.enable(editable),
    }));
    this.saver = together.saver = new Saver({
      api, store, tab, doc: () => this.editor.state.doc, content: () => this.content(), tell: (told) => status.show(told),
      saved: ({ checks, revision, savedAt, state: stands }) => {
        together.latest = { revision, by: state.me.name, at: savedAt };
        this.dispatchEvent(new CustomEvent('draft-saved', { bubbles: true, detail: { checks, revision, state: stands } }));
      },
      stale: ({ content: theirs, by, at, revision }) => void together.settle({ base: this.saver.baseContent, mine: this.content(), theirs, by, at }, revision),
      held: (hold) => together.holding.take(hold),
    }, state.revision, state.content);
    together.holding = new Holding({
      api, story: state.story, me: state.me, mayWrite: state.mayWrite, revision: () => together.latest.revision,
      changed: (hold, mine, before) => together.held(hold, mine, before), fresh: (draft, mine) => together.fresh(draft, mine),
    }, tab, state.hold);
    if (state.savedAt) status.show({ kind: 'saved', at: state.savedAt });
    await together.bringBack();
    await together.holding.start();
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
    this.fields = new Fields(this, words, library, state.content, (name) => {
      if (name === 'language') this.showLanguage();
      this.changed();
    });
    this.editor = storyEditor(find('.body'), state.content.text, words.say('Text'), state.me.id, () => room, { words, library },
      { story: state.story, language: () => this.fields.read().language, library, words, tell });
    this.findBar = new FindBar(this.editor, words, state.me.id);
    find('.tools').after(this.findBar.element);
    const side = document.querySelector<HTMLElement>('[data-comments]') ?? this.appendChild(el('section'));
    this.comments = new Comments(side, { editor: this.editor, api, words, staff: state.staff, me: state.me, tell }, state.comments);
    this.suggestions = new SuggestionList(side, this.editor, words, state.staff);
    this.ledger = new Ledger({
      editor: this.editor, api: new LedgerApi(api, words), words, flush: () => this.flush(), tell,
      checked: (checks, state) => this.dispatchEvent(new CustomEvent('draft-saved', { bubbles: true, detail: { checks, state } })),
    }, state.ledger);
    find('.body').after(this.ledger.notes.element);
    Object.assign(room, this.room(library));
    // From the notes as from the text, and also where the text may only be read.
    this.addEventListener('keydown', (event) => this.aroundText(event));
    this.toolbar = new Toolbar(find('.tools'), room, words);
    this.editor.on('transaction', ({ transaction }) => {
      if (transaction.docChanged && !this.applying) this.changed();
      this.sideSoon();
    });
    this.toolbar.show(false);
    this.showLanguage();
    this.showLength();
    this.enable(false);
  }

  private room(library: Library): Room {
    return {
      editor: this.editor, library, say: (key) => this.words.say(key),
      askLink: () => void askLink(this.editor, this.words), askLanguage: () => void askLanguage(this.editor, this.words, this.state.languages),
      addComment: () => this.comments.compose(), find: (replacing) => this.findBar.open(replacing), findStep: (by) => this.findBar.step(by),
      source: () => this.ledger.source(), toNote: () => this.ledger.toNote(), proposalStep: (by) => this.ledger.step(by), findSources: () => void this.ledger.find(),
      decide: (accept) => this.suggestions.decideHere(accept), suggestionStep: (by) => this.suggestions.step(by),
      help: () => showHelp(this.words), saveNow: () => this.saver.now(), focusTools: () => this.toolbar.focus(),
    };
  }

  // For what follows the text, such as sending it on.
  async flush(): Promise<boolean> {
    return (await this.together?.flush()) ?? true;
  }

  // A place that the checklist speaks of; false where there is no such place.
  goTo(place: string): boolean {
    return this.ledger?.goTo(place) ?? false;
  }

  private content(): Content {
    return { ...this.fields.read(), text: writeDocument(this.editor.state.doc) };
  }

  private changed(): void {
    if (this.together?.holding.mine) this.saver.changed();
  }

  private aroundText(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    const near = event.target instanceof Element && event.target.closest('.body, .ledger');
    if (event.key === 'Enter' && event.altKey && near) this.ledger.toNote();
    else if (event.key === 'F8' && !event.altKey) this.ledger.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  // What stands around the text follows it in the next quiet moment, not within a key.
  private sideSoon(): void {
    this.sideTimer ||= window.setTimeout(() => {
      this.sideTimer = 0;
      this.toolbar.show(this.editor.isEditable);
      this.comments.selectionMoved();
      this.ledger.selectionMoved();
      this.findBar.show();
      clearTimeout(this.slowTimer);
      this.slowTimer = window.setTimeout(() => {
        this.showLength();
        this.suggestions.show();
        this.ledger.show();
        this.ledger.tidy();
      }, 250);
    }, 80);
  }

  private showLength(): void {
    const length = documentLength(this.editor.state.doc);
    const total = length.words + length.characters;
    this.querySelector('.length')!.textContent = `${this.words.count('Words', total)} · ${this.words.count('Minutes', minutes(length))}`;
  }

  private enable(editable: boolean): void {
    if (this.editor.isEditable === editable && this.drawn) return;
    this.drawn = true;
    this.editor.setEditable(editable, false);
    this.fields.enable(editable);
    for (const fields of this.querySelectorAll<HTMLFieldSetElement>('.body fieldset.fields')) fields.disabled = !editable;
    this.classList.toggle('watching', !editable);
    this.toolbar.show(editable);
    this.suggestions.show();
    this.ledger.show();
  }

  private put(content: Content): void {
    this.applying = true;
    this.fields.write(content);
    replaceText(this.editor, content.text);
    this.applying = false;
    this.comments.show();
    this.showLanguage();
  }

  private showLanguage(): void {
    this.querySelector<HTMLElement>('.body')!.lang = this.fields.read().language;
  }
}

customElements.define('story-editor', StoryEditor);
