// The ledger beside the text: its entries are the server's, its ties to the words are marks in the text, and here the two are held together.
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { asIs } from '../suggestions';
import type { Check } from '../types';
import type { Words } from '../words';
import { told, type LedgerApi } from './api';
import { placed } from './found';
import { Jumps } from './jumps';
import { Notes } from './notes';
import { passagesAt, passagesOf, untie } from './passages';
import { Saying } from './saying';
import { shownLedger } from './shown';
import type { Entry, Found, LedgerState, Problem } from './types';

export type LedgerTools = {
  editor: Editor; api: LedgerApi; words: Words; flush: () => Promise<boolean>; tell: (message: string) => void; checked: (checks: Check[], state: string) => void;
};

const every = 15_000;

export class Ledger {
  readonly notes: Notes;
  private readonly saying: Saying;
  private readonly jumps: Jumps;
  private entries: ReadonlyMap<string, Entry> = new Map();
  private focused: string | null = null;
  private since: Mapping | null = null;
  private busy = false;
  private readonly asked = new Set<string>();

  constructor(private readonly tools: LedgerTools, private ledger: LedgerState) {
    const { editor, words, api } = tools;
    this.jumps = new Jumps(editor);
    this.notes = new Notes(editor, words, {
      accept: (entry) => void this.decide(entry, 'accept'), refuse: (entry) => void this.decide(entry, 'refuse'), edit: (entry) => this.saying.edit(entry),
      approve: (entry) => void this.approve(entry), show: (entry) => this.jumps.toPassage(entry.id), find: () => void this.find(), again: (entry) => this.again(entry),
      back: () => this.back(), focused: (id) => {
        this.focused = id;
        this.selectionMoved();
      },
    });
    this.saying = new Saying({
      editor, api, words, entries: () => this.entries, take: (taken) => this.take(taken), say: (text) => this.notes.say(text), refresh: () => this.refresh(),
      takeOut: (entry) => void this.decide(entry, 'refuse'), at: () => this.focused,
      back: (note) => (note && this.notes.has(note) ? this.notes.focus(note) : this.jumps.toText()),
    });
    editor.on('transaction', ({ transaction }) => this.follow(transaction));
    editor.view.dom.addEventListener('click', (event) => {
      const id = this.jumps.numberAt(event);
      if (id && this.notes.has(id)) this.notes.focus(id);
    });
    this.enter(ledger);
    setInterval(() => document.visibilityState === 'visible' && void this.refresh(), every);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.refresh());
  }

  // What others did to the ledger meanwhile.
  async refresh(): Promise<void> {
    if (this.busy || this.saying.sending) return;
    const read = await this.tools.api.read();
    if ('value' in read && !this.busy && !this.saying.sending) this.take(read.value);
  }

  show(): void {
    this.notes.draw(this.ledger, this.entries);
  }

  source(): void {
    this.saying.source();
  }

  selectionMoved(): void {
    const { state, view } = this.tools.editor;
    const here = this.focused ?? this.noteHere();
    if (view.composing || shownLedger.getState(state)?.here === here) return;
    view.dispatch(state.tr.setMeta(shownLedger, { here }));
    this.notes.mark(here);
  }

  // In a quiet moment: what was refused keeps no mark, whatever brought it back; a mark that nobody here knows is asked after once.
  tidy(): void {
    const { editor } = this.tools;
    const ids = [...passagesOf(editor.state.doc).keys()];
    const isRefused = (id: string) => this.entries.get(id)?.state === 'Refused';
    if (editor.isEditable && ids.some(isRefused)) editor.view.dispatch(untie(editor.state, isRefused).setMeta('addToHistory', false));
    const unknown = ids.filter((id) => !this.entries.has(id) && !this.asked.has(id));
    unknown.forEach((id) => this.asked.add(id));
    if (unknown.length > 0) void this.refresh();
  }

  // From the words to their note and back.
  toNote(): void {
    if (this.notes.element.contains(document.activeElement)) return this.back();
    const id = this.noteHere();
    if (id) this.notes.focus(id);
    else this.notes.say(this.tools.words.say('Ledger.NoNoteHere'));
  }

  // To the next proposal, from the note at hand or from the caret.
  step(by: 1 | -1): void {
    const { doc, selection } = this.tools.editor.state;
    const passages = [...passagesOf(doc)].filter(([id]) => this.notes.has(id));
    const from = this.focused ?? (by > 0
      ? passages.filter(([, pieces]) => pieces[0]!.from < selection.from).pop()?.[0] ?? null
      : passages.find(([, pieces]) => pieces[0]!.from >= selection.from)?.[0] ?? null);
    const next = this.notes.beyond(from, by, (id) => this.isOpen(id));
    if (next) this.goToNote(next);
    else if (!this.focused || !this.isOpen(this.focused)) this.notes.say(this.tools.words.say('Ledger.NoneOpen'));
  }

  // Where a finding of the checklist leads; false where there is no such place.
  goTo(place: string): boolean {
    const [, kind, id] = /^(said|lost)-(.+)$/.exec(place) ?? [];
    if (kind === 'said' && this.notes.has(id!)) this.goToNote(id!);
    else if (kind) return this.notes.focusLost(id!);
    else if (place === 'ledger') this.notes.focusTop();
    else if (this.jumps.toWords(place)) this.notes.say(this.tools.words.say('Ledger.WordsHere'));
    else return false;
    return true;
  }

  async find(): Promise<void> {
    const { editor, words, api, flush } = this.tools;
    if (this.busy || !editor.isEditable) return;
    this.busy = true;
    try {
      this.notes.say(words.say('Ledger.Looking'));
      if (!(await flush())) return this.fail([{ message: words.say('Ledger.NotSaved') }]);
      const [doc, since] = [editor.state.doc, (this.since = new Mapping())];
      const answer = await api.find();
      this.since = null;
      if (!('value' in answer)) return this.fail(answer.problems);
      const count = this.markFound(answer.value, doc, since);
      this.take(answer.value.ledger);
      const found = words.count('Ledger.Found', count);
      this.notes.say(found);
      // Where the column is out of sight the sentence stands under the text as well.
      if (!this.notes.beside) this.tools.tell(found);
    } finally {
      this.busy = false;
    }
  }

  // What was typed while the server looked has moved the words, or changed them: then they are not the ones that were found.
  private markFound({ ledger, found }: Found, doc: Editor['state']['doc'], since: Mapping): number {
    const { editor } = this.tools;
    if (!editor.isEditable) return 0;
    const tr = asIs(editor.state.tr).setMeta('addToHistory', false);
    let count = 0;
    for (const { id, pieces } of placed(doc, found, new Map(ledger.entries.map((entry) => [entry.id, entry])))) {
      const moved = pieces.map(({ from, to }) => ({ from: since.map(from, 1), to: since.map(to, -1) }));
      if (moved.some(({ from, to }, at) => from >= to || tr.doc.textBetween(from, to, '\n', ' ') !== doc.textBetween(pieces[at]!.from, pieces[at]!.to, '\n', ' '))) continue;
      for (const { from, to } of moved) tr.addMark(from, to, editor.schema.marks['attribution']!.create({ id }));
      count++;
    }
    if (tr.docChanged) editor.view.dispatch(tr);
    return count;
  }

  private async decide(entry: Entry, act: 'accept' | 'refuse'): Promise<void> {
    const { editor, words, api } = this.tools;
    if (this.busy || !editor.isEditable) return;
    this.busy = true;
    const wasHere = this.notes.element.contains(document.activeElement) || document.activeElement === document.body;
    const next = this.notes.beyond(entry.id, 1, (id) => this.isOpen(id));
    const answer = await api.decide(entry.id, act);
    this.busy = false;
    if (!('value' in answer)) return this.fail(answer.problems);
    if (act === 'refuse' && editor.isEditable) editor.view.dispatch(untie(editor.state, (id) => id === entry.id).setMeta('addToHistory', false));
    this.take(answer.value);
    const left = [...this.entries.keys()].filter((id) => this.notes.has(id) && this.isOpen(id)).length;
    this.notes.say(`${words.say(act === 'accept' ? 'Ledger.Accepted' : 'Ledger.Refused', entry.source.name)} ${left > 0 ? words.count('Ledger.Open', left) : ''}`.trim());
    if (!wasHere) return;
    if (next && entry.state === 'Proposed') this.goToNote(next);
    else if (this.notes.has(entry.id)) this.notes.focus(entry.id);
    else this.notes.focusTop();
  }

  private async approve(entry: Entry): Promise<void> {
    const answer = await this.tools.api.approve(entry.source.id!);
    if (!('value' in answer)) return this.fail(answer.problems);
    this.take(answer.value);
    this.notes.say(this.tools.words.say('Ledger.Agreed', entry.source.name));
    this.notes.focus(entry.id);
  }

  private again(entry: Entry): void {
    const wrong = this.saying.again(entry);
    if (wrong.length > 0) return this.fail(wrong);
    this.show();
    this.notes.focus(entry.id);
  }

  private isOpen = (id: string): boolean => this.entries.get(id)?.state === 'Proposed';

  private noteHere(): string | null {
    const { doc, selection } = this.tools.editor.state;
    return passagesAt(doc, selection.from, selection.to).find((id) => this.notes.has(id)) ?? null;
  }

  // The passage comes into view, and its note gets the keys.
  private goToNote(id: string): void {
    if (this.notes.beside) this.jumps.toPassage(id, false);
    this.notes.focus(id);
  }

  private back(): void {
    if (this.focused && this.notes.has(this.focused)) this.jumps.toPassage(this.focused);
    else this.jumps.toText();
  }

  private take(ledger: LedgerState): void {
    if (JSON.stringify(ledger.checks) !== JSON.stringify(this.ledger.checks)) this.tools.checked(ledger.checks, ledger.state ?? '');
    if (JSON.stringify(ledger) === JSON.stringify(this.ledger)) return this.show();
    this.enter(ledger);
  }

  private enter(ledger: LedgerState): void {
    const { editor } = this.tools;
    this.ledger = ledger;
    this.entries = new Map(ledger.entries.map((entry) => [entry.id, entry]));
    editor.view.dispatch(editor.state.tr.setMeta(shownLedger, { entries: this.entries }));
    this.show();
  }

  private follow(transaction: Transaction): void {
    if (transaction.docChanged) this.since?.appendMapping(transaction.mapping);
  }

  private fail(problems: Problem[]): void {
    this.notes.say('');
    this.tools.tell(told(problems));
  }
}
