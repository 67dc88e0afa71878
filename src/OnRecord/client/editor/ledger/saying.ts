// Saying whose words these are: what is marked goes into the ledger first, and then its tie into the text.
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import type { Words } from '../words';
import { newId, told, type LedgerApi, type Outcome } from './api';
import { entryDialog, type Listed } from './dialog';
import type { Evidence } from './entry-form';
import type { Range } from './lines';
import { formOf, passagesAt, passagesOf, tie, untie, words as wordsIn } from './passages';
import { numbersOf } from './shown';
import type { Entry, LedgerState, Problem, Said, Source } from './types';

export type SayingTools = {
  editor: Editor; api: LedgerApi; words: Words; entries: () => ReadonlyMap<string, Entry>;
  take: (ledger: LedgerState) => void; say: (text: string) => void; refresh: () => Promise<void>; takeOut: (entry: Entry) => void;
  // The note that has the focus, and to where it goes back.
  at: () => string | null; back: (note: string | null) => void;
};

export class Saying {
  // The marked words, wherever they go while the dialog is open.
  private pending: Range[] = [];
  sending = false;

  constructor(private readonly tools: SayingTools) {
    tools.editor.on('transaction', ({ transaction }) => this.follow(transaction));
  }

  // The Source button: whose the selected words are, or the entry of the passage that the caret is in.
  source(): void {
    const { editor, words } = this.tools;
    const { from, to, empty } = editor.state.selection;
    const entries = this.tools.entries();
    const here = passagesAt(editor.state.doc, from, to).map((id) => entries.get(id)).filter((entry) => entry !== undefined && entry.state !== 'Refused') as Entry[];
    if (empty && here[0]) return this.edit(here[0]);
    this.pending = wordsIn(editor.state.doc, from, to);
    if (this.pending.length === 0) return this.tools.say(words.say('Ledger.MarkFirst'));
    const listed = this.listed();
    this.open(null, listed.filter(({ entry }) => entry.state === 'Accepted'), listed.filter(({ entry }) => here.includes(entry)));
  }

  edit(entry: Entry): void {
    if (this.tools.editor.isEditable) this.open(entry, [], []);
  }

  // The words that are marked now are those of a statement whose former words are gone.
  again(entry: Entry): Problem[] {
    const { doc, selection } = this.tools.editor.state;
    this.pending = wordsIn(doc, selection.from, selection.to);
    const wrong = this.pending.length === 0 ? [{ message: this.tools.words.say('Ledger.MarkFirst') }] : this.tieTo(entry.id);
    this.pending = [];
    return wrong;
  }

  private open(entry: Entry | null, listed: Listed[], touching: Listed[]): void {
    const { editor, words, api } = this.tools;
    const { doc } = editor.state;
    const id = entry?.id ?? newId();
    const note = this.tools.at();
    entryDialog(words, { words, find: (query, kind) => api.sources(query, kind), own: this.own() }, {
      words: entry?.words ?? this.text(this.pending), form: formOf(doc, this.pending), entry, listed, touching,
      keep: (form) => this.keep(id, entry, form), copy: (kept, evidence) => this.copy(kept, evidence),
      add: (other) => this.tieTo(other.id), edit: (other) => this.edit(other),
      untie: (other) => this.guarded(() => editor.view.dispatch(closeHistory(untie(editor.state, (each) => each === other.id, this.pending)))),
      ...(entry ? { takeOut: () => this.tools.takeOut(entry) } : {}),
      closed: () => {
        this.pending = [];
        this.tools.back(note);
      },
    });
  }

  // The server first: words are tied only to what is in the ledger.
  private async keep(id: string, entry: Entry | null, said: Said): Promise<Outcome<string>> {
    const { editor, words, api } = this.tools;
    const held = this.guarded(() => {});
    if (held.length > 0) return { problems: held };
    const pieces = entry ? passagesOf(editor.state.doc).get(id) ?? [] : this.pending;
    if (!entry && pieces.length === 0) return { problems: [{ message: words.say('Ledger.WordsWentAway') }] };
    // A second try after a copy failed must not make somebody who is not named a second time.
    const before = this.tools.entries().get(id)?.source;
    const same = before?.id && before.name === said.name && before.isNamed === said.isNamed;
    this.sending = true;
    const answer = await api.put(id, { ...said, sourceId: said.sourceId ?? (same ? before.id : null), ...(pieces.length > 0 ? { words: this.text(pieces) } : {}) });
    this.sending = false;
    if (!('value' in answer)) return answer;
    const tied = entry ? [] : this.tieTo(id);
    this.tools.take(answer.value);
    this.tools.say(words.say('Ledger.Kept', said.name));
    return tied.length > 0 ? { problems: tied } : { value: id };
  }

  private async copy(id: string, { address, file, title }: Evidence): Promise<Problem[]> {
    const { api, words } = this.tools;
    const wanted = [...(address ? [{ address }] : []), ...(file ? [{ file, title: title || file.name }] : [])];
    for (const each of wanted) {
      const answer = await api.copy(id, each);
      if (!('value' in answer)) return [{ message: words.say('Ledger.CopyFailed', told(answer.problems)) }];
    }
    if (wanted.length > 0) await this.tools.refresh();
    return [];
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

  private text(pieces: Range[]): string {
    const { doc } = this.tools.editor.state;
    return pieces.map(({ from, to }) => doc.textBetween(from, to, ' ', ' ')).join(' ');
  }

  private follow({ docChanged, mapping }: Transaction): void {
    if (docChanged) this.pending = this.pending.map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) })).filter(({ from, to }) => from < to);
  }

  private listed(): Listed[] {
    const entries = this.tools.entries();
    const numbers = numbersOf(passagesOf(this.tools.editor.state.doc).keys(), entries);
    const lost = [...entries.values()].filter(({ id, state }) => state === 'Accepted' && !numbers.has(id));
    return [...[...numbers].map(([id, number]) => ({ entry: entries.get(id)!, number })), ...lost.map((entry) => ({ entry, number: '' }))];
  }

  private own(): Source[] {
    const sources = [...this.tools.entries().values()].flatMap((entry) => [entry.source, entry.via]).filter((source): source is Source => source?.id != null);
    return [...new Map(sources.map((source) => [source.id, source])).values()];
  }
}
