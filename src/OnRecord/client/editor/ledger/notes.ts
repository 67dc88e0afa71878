// The column of notes: drawn in the order of the text, each beside its passage, worked through with single keys.
import type { Editor } from '@tiptap/core';
import { button, el } from '../dom';
import type { Words } from '../words';
import type { Range } from './lines';
import { stacked } from './margin';
import { noteOf, quoted, type NoteActs } from './note';
import { passagesOf } from './passages';
import { numbersOf } from './shown';
import type { Entry, LedgerState } from './types';

export type ColumnActs = NoteActs & { find: () => void; again: (entry: Entry) => void; back: () => void; focused: (id: string | null) => void };

// Beneath this width the notes are a list under the text; ledger.css holds the same.
const narrow = '(max-width: 52rem)';

export class Notes {
  readonly element: HTMLElement;
  private readonly list = el('ol', { class: 'notes' });
  private readonly lost = el('section', { class: 'lost', hidden: true });
  private readonly count = el('p', { class: 'small' });
  private readonly news = el('p', { class: 'small news', role: 'status' });
  private readonly search: HTMLButtonElement;
  private readonly drawn = new Map<string, { told: string; note: HTMLElement }>();
  private order: string[] = [];
  private lostTold = '';
  private stop: string | null = null;

  constructor(private readonly editor: Editor, private readonly words: Words, private readonly acts: ColumnActs) {
    this.search = button(words.say('FindSources'), () => acts.find(), { class: 'quiet' });
    this.element = el('aside', { class: 'ledger', id: 'ledger', 'aria-label': words.say('Ledger.Title'), tabindex: '-1' },
      el('header', {}, el('h2', {}, words.say('Ledger.Title')), this.count, this.search, this.news), this.list, this.lost);
    this.list.addEventListener('keydown', (event) => this.keys(event));
    this.element.addEventListener('focusin', (event) => {
      const id = this.idOf(event.target);
      if (id) this.roveTo(id);
      acts.focused(id);
    });
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) acts.focused(null);
    });
    const moved = new ResizeObserver(() => this.layout());
    moved.observe(editor.view.dom);
    moved.observe(this.element);
    void document.fonts?.ready.then(() => this.layout());
  }

  say(text: string): void {
    this.news.textContent = text;
  }

  draw(ledger: LedgerState, entries: ReadonlyMap<string, Entry>): void {
    const { words, editor } = this;
    const editable = editor.isEditable;
    const passages = passagesOf(editor.state.doc);
    const numbers = numbersOf(passages.keys(), entries);
    const focused = this.idOf(document.activeElement);
    const within = focused ? (document.activeElement as HTMLElement).className : '';
    this.order = [...numbers.keys()];
    for (const id of [...this.drawn.keys()]) if (!numbers.has(id)) this.drawn.delete(id);
    const notes = this.order.map((id) => {
      const entry = entries.get(id)!;
      const told = JSON.stringify([entry, numbers.get(id), editable]);
      const before = this.drawn.get(id);
      if (before?.told === told) return before.note;
      const note = noteOf(entry, numbers.get(id)!, editable, words, this.acts);
      if (before?.note.classList.contains('here')) note.classList.add('here');
      this.drawn.set(id, { told, note });
      return note;
    });
    if (notes.length !== this.list.children.length || notes.some((note, at) => note !== this.list.children[at])) this.list.replaceChildren(...notes);
    this.roveTo(this.stop && numbers.has(this.stop) ? this.stop : this.order[0] ?? null);
    this.drawLost([...entries.values()].filter((entry) => entry.state === 'Accepted' && !passages.has(entry.id)), editable);
    const open = this.order.filter((id) => entries.get(id)!.state === 'Proposed').length;
    this.count.textContent = [
      this.order.length === 0 ? words.say('Ledger.None') : open > 0 ? words.count('Ledger.Open', open) : words.count('Ledger.Statements', this.order.length),
      ledger.isShown ? '' : words.say('Ledger.NotShown'), ledger.isShown && ledger.showsProposals && open > 0 ? words.say('Ledger.ShowsProposals') : '',
    ].filter(Boolean).join(' ');
    this.search.hidden = !editable;
    this.layout();
    if (focused && this.idOf(document.activeElement) !== focused) {
      const note = this.noteOf(focused);
      (within && note?.querySelector<HTMLElement>(`.${within.split(' ')[0]}`) || note)?.focus({ preventScroll: true });
    }
  }

  // The note at hand stands out, and stands exactly at its passage.
  mark(id: string | null): void {
    for (const { note } of this.drawn.values()) note.classList.toggle('here', note.dataset['entry'] === id);
    if (id && this.drawn.has(id)) this.roveTo(id);
    this.layout();
  }

  has = (id: string): boolean => this.drawn.has(id);

  get beside(): boolean {
    return !matchMedia(narrow).matches;
  }

  focus(id: string): void {
    const note = this.noteOf(id);
    if (!note) return;
    this.roveTo(id);
    this.acts.focused(id);
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: this.beside ? 'nearest' : 'center' });
  }

  focusLost(id: string): boolean {
    const one = this.lost.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
    one?.scrollIntoView({ block: 'center' });
    one?.focus({ preventScroll: true });
    return one !== null;
  }

  focusTop(): void {
    this.element.scrollIntoView({ block: 'start' });
    (this.search.hidden ? this.element : this.search).focus({ preventScroll: true });
  }

  // The entry after or before another in the order of the text, round the end; among those for which `fits` holds.
  beyond(id: string | null, by: 1 | -1, fits: (id: string) => boolean): string | null {
    const at = id ? this.order.indexOf(id) : -1;
    const count = this.order.length;
    for (let step = 1; step <= count; step++) {
      const next = this.order[(((at < 0 && by < 0 ? 0 : at) + by * step) % count + count) % count]!;
      if (next !== id && fits(next)) return next;
    }
    return null;
  }

  // All places are read before any is written, so that the page is laid out once.
  layout(): void {
    const notes = this.order.map((id) => this.drawn.get(id)?.note).filter((note) => note !== undefined);
    const tools = this.element.parentElement?.querySelector<HTMLElement>('.tools');
    if (tools) this.element.style.setProperty('--under-tools', `${tools.offsetHeight}px`);
    if (!this.beside) {
      this.list.style.minHeight = '';
      for (const note of notes) note.style.top = '';
      return;
    }
    if (!this.list.isConnected || notes.length === 0) return void (this.list.style.minHeight = '');
    const passages = passagesOf(this.editor.state.doc);
    const start = this.list.getBoundingClientRect().top;
    const places = notes.map((note) => ({ wanted: Math.max(0, this.top(passages.get(note.dataset['entry']!)) - start), height: note.offsetHeight }));
    const tops = stacked(places, notes.findIndex((note) => note.classList.contains('here')));
    tops.forEach((top, at) => (notes[at]!.style.top = `${Math.round(top)}px`));
    this.list.style.minHeight = `${Math.ceil(tops[tops.length - 1]! + places[places.length - 1]!.height)}px`;
  }

  private top(pieces: Range[] | undefined): number {
    try {
      return pieces ? this.editor.view.coordsAtPos(pieces[0]!.from, 1).top : 0;
    } catch {
      return 0;
    }
  }

  private drawLost(lost: Entry[], editable: boolean): void {
    const { words, acts } = this;
    const told = JSON.stringify([lost, editable]);
    if (told === this.lostTold) return;
    this.lostTold = told;
    this.lost.hidden = lost.length === 0;
    this.lost.replaceChildren(el('h3', {}, words.say('Ledger.Lost')), el('p', { class: 'small' }, words.say('Ledger.LostHint')),
      el('ul', {}, ...lost.map((entry) => el('li', { class: 'note lost-note', id: `lost-${entry.id}`, 'data-entry': entry.id, tabindex: '-1' },
        el('b', { dir: 'auto' }, entry.source.name), el('p', { class: 'quote', dir: 'auto' }, quoted(entry.words)),
        editable ? el('p', { class: 'row' }, this.again(entry),
          button(words.say('Ledger.TakeOut'), () => acts.refuse(entry), { class: 'quiet' })) : null))));
  }

  private again(entry: Entry): HTMLButtonElement {
    const made = button(this.words.say('Ledger.TheseWordsNow'), () => this.acts.again(entry), { class: 'quiet', title: this.words.say('Ledger.TheseWordsTitle') });
    // The selection in the text must outlive a click here.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    return made;
  }

  private noteOf = (id: string): HTMLElement | undefined => this.drawn.get(id)?.note;

  private idOf(target: EventTarget | null): string | null {
    const note = target instanceof Element ? target.closest<HTMLElement>('.note') : null;
    return note && this.list.contains(note) ? note.dataset['entry']! : null;
  }

  // One stop for Tab among the notes, and from there its buttons.
  private roveTo(id: string | null): void {
    this.stop = id;
    for (const { note } of this.drawn.values()) {
      const index = note.dataset['entry'] === id ? 0 : -1;
      for (const each of [note, ...note.querySelectorAll<HTMLElement>('button')]) each.tabIndex = index;
    }
  }

  private keys(event: KeyboardEvent): void {
    const id = this.idOf(event.target);
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const note = this.noteOf(id)!;
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace('Key', '');
    const press = note.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(letter)}"]`);
    const at = this.order.indexOf(id);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.order.length - 1 }[event.key];
    if (press && event.code.startsWith('Key')) press.click();
    else if (to !== undefined) this.order[to] && this.focus(this.order[to]!);
    else if (event.key === 'Escape') this.acts.back();
    else if (event.key === 'Enter' && event.target === note) note.querySelector<HTMLElement>('.who')!.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
