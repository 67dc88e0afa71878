// The ledger beside the text: its entries are the server's, its ties to the words are marks in the text, and here the two are held together.
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { Check } from '../types';
import type { Words } from '../words';
import { newId, told, type LedgerApi, type Outcome } from './api';
import { entryDialog, type Listed } from './dialog';
import type { Evidence } from './entry-form';
import { linesOf, rangeAt, type Range } from './lines';
import { Notes } from './notes';
import { formOf, passagesAt, passagesOf, tie, untie, words as wordsIn } from './passages';
import { placed } from './found';
import { numbersOf, shownLedger } from './shown';
import type { Entry, LedgerState, Problem, Said, Source } from './types';

export type LedgerTools = {
  editor: Editor; api: LedgerApi; words: Words; flush: () => Promise<boolean>; tell: (message: string) => void; checked: (checks: Check[], state: string) => void;
};

const every = 15_000;

export class Ledger {
  readonly notes: Notes;
  private entries = new Map<string, Entry>();
  private focused: string | null = null;
  private pending: Range[] = [];
  private since: Mapping | null = null;
  private busy = false;
  private asking = false;
  private readonly asked = new Set<string>();

  constructor(private readonly tools: LedgerTools, private ledger: LedgerState) {
    const { editor, words } = tools;
    this.notes = new Notes(editor, words, {
      accept: (entry) => void this.decide(entry, 'accept'), refuse: (entry) => void this.decide(entry, 'refuse'), edit: (entry) => this.edit(entry),
      approve: (entry) => void this.approve(entry), show: (entry) => this.select(entry.id), find: () => void this.find(), again: (entry) => this.again(entry),
      back: () => this.back(), focused: (id) => {
        this.focused = id;
        this.selectionMoved();
      },
    });
    editor.on('transaction', ({ transaction }) => this.follow(transaction));
    editor.view.dom.addEventListener('click', (event) => this.clicked(event));
    this.enter(ledger);
    setInterval(() => document.visibilityState === 'visible' && void this.refresh(), every);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.refresh());
  }

  // What others did to the ledger meanwhile.
  async refresh(): Promise<void> {
    if (this.busy || this.asking) return;
    this.asking = true;
    const read = await this.tools.api.read();
    this.asking = false;
    if ('value' in read && !this.busy) this.take(read.value);
  }

  show(): void {
    this.notes.draw(this.ledger, this.entries);
  }

  selectionMoved(): void {
    const { state, view } = this.tools.editor;
    const here = this.focused ?? passagesAt(state.doc, state.selection.from, state.selection.to).find((id) => this.notes.has(id)) ?? null;
    if (view.composing || shownLedger.getState(state)?.here === here) return;
    view.dispatch(state.tr.setMeta(shownLedger, { here }));
    this.notes.mark(here);
  }

  // In a quiet moment: what was refused keeps no mark, whatever brought it back; a mark that nobody here knows is asked after once.
  tidy(): void {
    const { editor } = this.tools;
    const ids = [...passagesOf(editor.state.doc).keys()];
    if (editor.isEditable && ids.some((id) => this.entries.get(id)?.state === 'Refused'))
      editor.view.dispatch(untie(editor.state, (id) => this.entries.get(id)?.state === 'Refused').setMeta('addToHistory', false));
    const unknown = ids.filter((id) => !this.entries.has(id) && !this.asked.has(id));
    unknown.forEach((id) => this.asked.add(id));
    if (unknown.length > 0) void this.refresh();
  }

  // The Source button: whose the selected words are, or the entry of the passage that the caret is in.
  source(): void {
    const { editor, words } = this.tools;
    const { from, to, empty } = editor.state.selection;
    const here = passagesAt(editor.state.doc, from, to).map((id) => this.entries.get(id)).filter((entry) => entry !== undefined && entry.state !== 'Refused') as Entry[];
    if (empty && here[0]) return this.edit(here[0]);
    const pieces = wordsIn(editor.state.doc, from, to);
    if (pieces.length === 0) return this.say(words.say('Ledger.MarkFirst'));
    this.pending = pieces;
    const id = newId();
    const listed = this.listed();
    this.open(null, id, { listed: listed.filter(({ entry }) => entry.state === 'Accepted'), touching: listed.filter(({ entry }) => here.includes(entry)) });
  }

  edit(entry: Entry): void {
    if (this.tools.editor.isEditable) this.open(entry, entry.id, { listed: [], touching: [] });
  }

  // From the words to their note and back.
  toNote(): void {
    if (this.focused || this.notes.element.contains(document.activeElement)) return this.back();
    const { doc, selection } = this.tools.editor.state;
    const id = passagesAt(doc, selection.from, selection.to).find((each) => this.notes.has(each));
    if (id) this.notes.focus(id);
    else this.say(this.tools.words.say('Ledger.NoNoteHere'));
  }

  step(by: 1 | -1): void {
    const { doc, selection } = this.tools.editor.state;
    const at = selection.from;
    const passages = [...passagesOf(doc)].filter(([id]) => this.notes.has(id));
    const from = this.focused ?? (by > 0
      ? passages.filter(([, pieces]) => pieces[0]!.from < at).pop()?.[0] ?? null
      : passages.find(([, pieces]) => pieces[0]!.from >= at)?.[0] ?? null);
    const next = this.notes.beyond(from, by, (id) => this.entries.get(id)?.state === 'Proposed');
    if (next) this.showNote(next);
    else if (!this.focused || this.entries.get(this.focused)?.state !== 'Proposed') this.say(this.tools.words.say('Ledger.NoneOpen'));
  }

  // Where a finding of the checklist leads.
  goTo(place: string): boolean {
    const [, kind, id] = /^(said|lost)-(.+)$/.exec(place) ?? [];
    if (kind === 'said' && this.notes.has(id!)) this.showNote(id!);
    else if (kind) return this.notes.focusLost(id!);
    else if (place === 'ledger') this.notes.focusTop();
    else return this.goToWords(/^words-(\d+)-(\d+)-(\d+)$/.exec(place));
    return true;
  }

  async find(): Promise<void> {
    const { editor, words, api } = this.tools;
    if (this.busy || !editor.isEditable) return;
    this.busy = true;
    this.say(words.say('Ledger.Looking'));
    if (await this.tools.flush()) {
      const [doc, since] = [editor.state.doc, (this.since = new Mapping())];
      const answer = await api.find();
      this.since = null;
      if ('value' in answer) {
        const { ledger, found } = answer.value;
        const here = new Map(ledger.entries.map((entry) => [entry.id, entry]));
        let count = 0;
        const tr = untie(editor.state, () => false).setMeta('addToHistory', false);
        for (const { id, pieces } of placed(doc, found, here)) {
          const moved = pieces.map(({ from, to }) => ({ from: since.map(from, 1), to: since.map(to, -1) }));
          if (!editor.isEditable || moved.some((piece, at) => piece.to - piece.from !== pieces[at]!.to - pieces[at]!.from)) continue;
          for (const { from, to } of moved) tr.addMark(from, to, editor.schema.marks['attribution']!.create({ id }));
          count++;
        }
        if (tr.docChanged) editor.view.dispatch(tr);
        this.take(ledger);
        this.announce(words.count('Ledger.Found', count));
      } else this.fail(answer.problems);
    } else this.fail([{ message: words.say('Ledger.NotSaved') }]);
    this.busy = false;
  }

  private async decide(entry: Entry, act: 'accept' | 'refuse'): Promise<void> {
    const { editor, words, api } = this.tools;
    if (this.busy || !editor.isEditable) return;
    this.busy = true;
    const wasHere = this.notes.element.contains(document.activeElement) || document.activeElement === document.body;
    const next = this.notes.beyond(entry.id, 1, (id) => this.entries.get(id)?.state === 'Proposed');
    const answer = await api.decide(entry.id, act);
    this.busy = false;
    if (!('value' in answer)) return this.fail(answer.problems);
    if (act === 'refuse' && editor.isEditable) editor.view.dispatch(untie(editor.state, (id) => id === entry.id).setMeta('addToHistory', false));
    this.take(answer.value);
    const left = answer.value.entries.filter(({ id, state }) => state === 'Proposed' && this.notes.has(id)).length;
    this.say(`${words.say(act === 'accept' ? 'Ledger.Accepted' : 'Ledger.Refused', entry.source.name)} ${left > 0 ? words.count('Ledger.Open', left) : ''}`.trim());
    if (!wasHere) return;
    if (next && entry.state === 'Proposed') this.showNote(next);
    else if (this.notes.has(entry.id)) this.notes.focus(entry.id);
    else this.notes.focusTop();
  }

  private async approve(entry: Entry): Promise<void> {
    const answer = await this.tools.api.approve(entry.source.id!);
    if (!('value' in answer)) return this.fail(answer.problems);
    this.take(answer.value);
    this.say(this.tools.words.say('Ledger.Agreed', entry.source.name));
    this.notes.focus(entry.id);
  }

  private open(entry: Entry | null, id: string, { listed, touching }: { listed: Listed[]; touching: Listed[] }): void {
    const { editor, words, api } = this.tools;
    const doc = editor.state.doc;
    const wasNote = this.focused;
    const said = this.pending.map(({ from, to }) => doc.textBetween(from, to, ' ', ' ')).join(' ');
    entryDialog(words, { words, find: (query, kind) => api.sources(query, kind), own: this.own() }, {
      words: entry ? entry.words : said, form: formOf(doc, this.pending), entry, listed, touching,
      keep: (form) => this.keep(id, entry, form), copy: (kept, evidence) => this.copy(kept, evidence),
      add: (other) => this.tieTo(other.id), edit: (other) => this.edit(other),
      untie: (other) => this.guarded(() => editor.view.dispatch(closeHistory(untie(editor.state, (each) => each === other.id, this.pending)))),
      ...(entry ? { takeOut: () => void this.decide(entry, 'refuse') } : {}),
      closed: () => {
        this.pending = [];
        if (wasNote && this.notes.has(wasNote)) this.notes.focus(wasNote);
        else this.toText();
      },
    });
  }

  // The server first: words are tied only to what is in the ledger.
  private async keep(id: string, entry: Entry | null, said: Said): Promise<Outcome<string>> {
    const { editor, words, api } = this.tools;
    const { doc } = editor.state;
    const held = this.guarded(() => {});
    if (held.length > 0) return { problems: held };
    const pieces = entry ? passagesOf(doc).get(id) ?? [] : this.pending;
    if (!entry && pieces.length === 0) return { problems: [{ message: words.say('Ledger.WordsWentAway') }] };
    // A second try after the copy failed must not make somebody who is not named a second time.
    const before = this.entries.get(id)?.source;
    const same = before?.id && before.name === said.name && before.isNamed === said.isNamed;
    const text = pieces.map(({ from, to }) => doc.textBetween(from, to, ' ', ' ')).join(' ');
    this.busy = true;
    const answer = await api.put(id, { ...said, sourceId: said.sourceId ?? (same ? before.id : null), ...(text ? { words: text } : {}) });
    this.busy = false;
    if (!('value' in answer)) return answer;
    const tied = entry ? [] : this.tieTo(id);
    this.take(answer.value);
    this.say(words.say('Ledger.Kept', said.name));
    return tied.length > 0 ? { problems: tied } : { value: id };
  }

  private async copy(id: string, { address, file, title }: Evidence): Promise<Problem[]> {
    const { api, words } = this.tools;
    const wanted = [...(address ? [{ address }] : []), ...(file ? [{ file, title: title || file.name }] : [])];
    for (const each of wanted) {
      const answer = await api.copy(id, each);
      if (!('value' in answer)) return [{ message: words.say('Ledger.CopyFailed', told(answer.problems)) }];
    }
    if (wanted.length > 0) await this.refresh();
    return [];
  }

  private again(entry: Entry): void {
    const { doc, selection } = this.tools.editor.state;
    this.pending = wordsIn(doc, selection.from, selection.to);
    const wrong = this.pending.length === 0 ? [{ message: this.tools.words.say('Ledger.MarkFirst') }] : this.tieTo(entry.id);
    this.pending = [];
    if (wrong.length > 0) return this.fail(wrong);
    this.show();
    this.notes.focus(entry.id);
  }

  private tieTo(id: string): Problem[] {
    const { editor } = this.tools;
    return this.guarded(() => editor.view.dispatch(closeHistory(tie(editor.state, this.pending, id))));
  }

  private guarded(act: () => void): Problem[] {
    if (!this.tools.editor.isEditable) return [{ message: this.tools.words.say('Ledger.NotYours') }];
    act();
    return [];
  }

  private goToWords(found: RegExpExecArray | null): boolean {
    const { editor, words } = this.tools;
    const [line, start, end] = (found ?? []).slice(1).map(Number) as [number, number, number];
    const range = found && rangeAt(linesOf(editor.state.doc, true), { line, start, end }, true);
    if (!range) return false;
    this.selectRange(range);
    this.say(words.say('Ledger.WordsHere'));
    return true;
  }

  // The number of a note is drawn behind the last word: what is pressed there is not the word.
  private clicked(event: MouseEvent): void {
    const end = event.target instanceof Element ? event.target.closest('[data-note]') : null;
    const rects = end && [...this.rectsOf(end)];
    const last = rects?.[rects.length - 1];
    if (!end || !last) return;
    const beyond = getComputedStyle(end).direction === 'rtl' ? event.clientX < last.left : event.clientX > last.right;
    const id = end.closest<HTMLElement>('[data-source]')?.dataset['source'];
    if (beyond && id && this.notes.has(id)) this.notes.focus(id);
  }

  private rectsOf(element: Element): DOMRectList {
    const words = document.createRange();
    words.selectNodeContents(element);
    return words.getClientRects();
  }

  private select(id: string): void {
    const piece = passagesOf(this.tools.editor.state.doc).get(id)?.[0];
    if (piece) this.selectRange(piece);
  }

  private selectRange({ from, to }: Range, focus = true): void {
    const { state, view } = this.tools.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    const place = view.domAtPos(from, 1).node;
    (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: 'center' });
    if (focus) this.toText();
  }

  // ProseMirror gives the focus only to a text that may be changed.
  private toText(): void {
    const { view } = this.tools.editor;
    if (view.editable) view.focus();
    else view.dom.focus({ preventScroll: true });
  }

  // The passage comes into view, and its note gets the keys.
  private showNote(id: string): void {
    const piece = passagesOf(this.tools.editor.state.doc).get(id)?.[0];
    if (piece && this.notes.beside) this.selectRange(piece, false);
    this.notes.focus(id);
  }

  private back(): void {
    const id = this.focused;
    if (id && this.notes.has(id)) this.select(id);
    else this.toText();
  }

  private take(ledger: LedgerState): void {
    const changed = JSON.stringify(ledger.checks) !== JSON.stringify(this.ledger.checks);
    if (changed) this.tools.checked(ledger.checks, ledger.state ?? '');
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
    if (!transaction.docChanged) return;
    this.since?.appendMapping(transaction.mapping);
    this.pending = this.pending.map(({ from, to }) => ({ from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) })).filter(({ from, to }) => from < to);
  }

  private listed(): Listed[] {
    const passages = passagesOf(this.tools.editor.state.doc);
    const numbers = numbersOf(passages.keys(), this.entries);
    const shown = [...numbers].map(([id, number]) => ({ entry: this.entries.get(id)!, number }));
    return [...shown, ...[...this.entries.values()].filter(({ id, state }) => state === 'Accepted' && !numbers.has(id)).map((entry) => ({ entry, number: '' }))];
  }

  private own(): Source[] {
    const sources = [...this.entries.values()].flatMap((entry) => [entry.source, entry.via]).filter((source): source is Source => source?.id != null);
    return [...new Map(sources.map((source) => [source.id, source])).values()];
  }

  private say(text: string): void {
    this.notes.say(text);
  }

  // Where the column is out of sight the sentence stands under the text.
  private announce(text: string): void {
    if (this.notes.beside) this.say(text);
    else this.tools.tell(text);
  }

  private fail(problems: Problem[]): void {
    this.say('');
    this.tools.tell(told(problems));
  }
}
