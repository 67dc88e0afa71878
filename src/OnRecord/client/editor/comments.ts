// Comments on passages: their list beside the text, and the marks that tie them to it.
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Refused, type Api } from './api';
import { button, el, random } from './dom';
import { mentionField } from './mention';
import { asIs } from './suggestions';
import type { Comment, Person } from './types';
import type { Words } from './words';

type Range = { from: number; to: number };
export type CommentTools = { editor: Editor; api: Api; words: Words; staff: Person[]; me: Person; tell: (message: string) => void };

export class Comments {
  private readonly list = el('div', { class: 'threads' });
  private readonly composing = el('div');
  private draft: { range: Range } | null = null;
  private replying: string | null = null;
  private here: string | null = null;

  constructor(place: HTMLElement, private readonly tools: CommentTools, private comments: Comment[]) {
    if (!place.querySelector('h2')) place.append(el('h2', {}, tools.words.say('CommentsOnText')));
    place.append(this.composing, this.list);
    tools.editor.on('transaction', ({ transaction }) => this.follow(transaction));
    this.show();
  }

  take(comments: Comment[]): void {
    if (JSON.stringify(comments) === JSON.stringify(this.comments)) return;
    this.comments = comments;
    this.tieUp();
    this.show();
  }

  // A remark made by someone who only watches is tied to its words by the one who writes.
  tieUp(): void {
    const { editor } = this.tools;
    if (!editor.isEditable) return;
    const anchors = this.anchors();
    const tr = asIs(editor.state.tr).setMeta('addToHistory', false);
    for (const first of this.threads().map((thread) => thread[0]!)) {
      const range = first.resolved || anchors.has(first.thread) ? null : this.wordsOf(first.quote);
      if (range) tr.addMark(range.from, range.to, editor.schema.marks['comment']!.create({ id: first.thread }));
    }
    if (tr.docChanged) editor.view.dispatch(tr);
  }

  compose(): void {
    const { editor, words, staff } = this.tools;
    const { from, to, empty } = editor.state.selection;
    const existing = empty ? this.threadAt(from) : null;
    if (existing) return this.jumpToThread(existing);
    if (empty) return;
    this.draft = { range: { from, to } };
    const quote = editor.state.doc.textBetween(from, to, ' ', ' ').slice(0, 300);
    const { element, input } = mentionField(words.say('NewComment'), staff);
    const done = () => {
      this.draft = null;
      this.composing.replaceChildren();
      editor.view.focus();
    };
    this.composing.replaceChildren(this.form(element, input, [el('blockquote', { dir: 'auto' }, quote)], async (text) => {
      const thread = random();
      const made = await this.tools.api.comment(thread, null, quote, text);
      const range = this.draft?.range;
      if (range && range.to > range.from && editor.isEditable)
        editor.view.dispatch(asIs(editor.state.tr.addMark(range.from, range.to, editor.schema.marks['comment']!.create({ id: made.thread }))));
      this.comments = [...this.comments, made];
      done();
      this.show();
    }, done));
    input.focus();
  }

  // The thread of the passage that the caret is in stands out in the list.
  selectionMoved(): void {
    const { selection } = this.tools.editor.state;
    const thread = this.threadAt(selection.from);
    if (thread === this.here) return;
    this.here = thread;
    for (const card of this.list.querySelectorAll<HTMLElement>('[data-thread]')) card.classList.toggle('here', card.dataset['thread'] === thread);
  }

  show(): void {
    const { words } = this.tools;
    const anchors = this.anchors();
    const place = (thread: Comment[]) => anchors.get(thread[0]!.thread)?.from ?? Number.MAX_SAFE_INTEGER;
    const threads = this.threads().sort((a, b) => place(a) - place(b));
    const [open, resolved] = [threads.filter((thread) => !thread[0]!.resolved), threads.filter((thread) => thread[0]!.resolved)];
    const focus = (document.activeElement as HTMLElement | null)?.closest('form');
    if (focus && this.list.contains(focus)) return;
    this.list.replaceChildren(
      ...(open.length + resolved.length === 0 ? [el('p', { class: 'small' }, words.say('NoComments'))] : []),
      ...open.map((thread) => this.card(thread, anchors.has(thread[0]!.thread))),
      ...(resolved.length > 0 ? [el('details', { class: 'resolved' }, el('summary', {}, words.count('ResolvedThreads', resolved.length)), ...resolved.map((thread) => this.card(thread, anchors.has(thread[0]!.thread))))] : []));
  }

  private card(thread: Comment[], anchored: boolean): HTMLElement {
    const { words, api } = this.tools;
    const first = thread[0]!;
    const act = (what: 'resolve' | 'reopen') => () => void this.guarded(async () => {
      const changed = await api.resolve(first.thread, what);
      this.comments = [...this.comments.filter((comment) => comment.thread !== first.thread), ...changed.filter((comment) => comment.thread === first.thread)];
      this.show();
    });
    return el('article', { class: first.thread === this.here ? 'thread here' : 'thread', 'data-thread': first.thread },
      anchored
        ? button(`“${first.quote}”`, () => this.jump(first.thread), { class: 'quote', dir: 'auto', title: words.say('ShowPassage') })
        : el('p', { class: 'quote gone', dir: 'auto' }, `“${first.quote}”`, el('small', {}, words.say('WordsGone'))),
      ...thread.map((comment) => el('div', { class: 'remark' }, el('p', { class: 'small' }, el('b', {}, comment.by.name), ` ${words.when(comment.at)}`), el('p', { dir: 'auto' }, ...this.withMentions(comment)))),
      el('div', { class: 'row' },
        button(words.say('Reply'), () => this.reply(first.thread), { class: 'quiet' }),
        first.resolved ? button(words.say('Reopen'), act('reopen'), { class: 'quiet' }) : button(words.say('Resolve'), act('resolve'), { class: 'quiet' })),
      this.replying === first.thread ? this.replyForm(first) : null);
  }

  private withMentions(comment: Comment): (Node | string)[] {
    const names = comment.mentions.map((id) => this.tools.staff.find((person) => person.id === id)?.name ?? id);
    const [parts, rest] = [[] as (Node | string)[], { text: comment.text }];
    for (const name of names) {
      const at = rest.text.indexOf(`@${name}`);
      if (at < 0) continue;
      parts.push(rest.text.slice(0, at), el('b', { class: 'mention' }, `@${name}`));
      rest.text = rest.text.slice(at + name.length + 1);
    }
    return [...parts, rest.text];
  }

  private reply(thread: string): void {
    this.replying = thread;
    this.show();
    this.list.querySelector<HTMLElement>('form textarea')?.focus();
  }

  private replyForm(first: Comment): HTMLElement {
    const { element, input } = mentionField(this.tools.words.say('ReplyTo', first.by.name), this.tools.staff);
    const done = () => {
      this.replying = null;
      (document.activeElement as HTMLElement | null)?.blur();
      this.show();
    };
    return this.form(element, input, [], async (text) => {
      this.comments = [...this.comments, await this.tools.api.comment(first.thread, first.id, first.quote, text)];
      done();
    }, done);
  }

  private form(element: HTMLElement, input: HTMLTextAreaElement, head: Node[], send: (text: string) => Promise<void>, leave: () => void): HTMLElement {
    const { words } = this.tools;
    const form = el('form', { class: 'compose', onsubmit: (event: Event) => {
      event.preventDefault();
      if (input.value.trim()) void this.guarded(() => send(input.value.trim()));
    }, onkeydown: (event: Event) => {
      const key = event as KeyboardEvent;
      if (key.key === 'Escape') leave();
      if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) form.requestSubmit();
    } }, ...head, element, el('div', { class: 'row' }, el('button', { type: 'submit', class: 'button primary' }, words.say('SendComment')), button(words.say('Cancel'), leave, { class: 'button' })));
    return form;
  }

  private async guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      this.tools.tell(failure instanceof Refused && failure.message ? failure.message : this.tools.words.say('CommentFailed'));
    }
  }

  private threads(): Comment[][] {
    const threads = new Map<string, Comment[]>();
    for (const comment of [...this.comments].sort((a, b) => (a.at < b.at ? -1 : 1))) threads.set(comment.thread, [...(threads.get(comment.thread) ?? []), comment]);
    return [...threads.values()];
  }

  private anchors(): Map<string, Range> {
    const found = new Map<string, Range>();
    this.tools.editor.state.doc.descendants((node, pos) => {
      for (const mark of node.marks) {
        if (mark.type.name !== 'comment') continue;
        const known = found.get(mark.attrs['id']);
        if (known) known.to = pos + node.nodeSize;
        else found.set(mark.attrs['id'], { from: pos, to: pos + node.nodeSize });
      }
    });
    return found;
  }

  private threadAt(pos: number): string | null {
    const { doc } = this.tools.editor.state;
    const place = doc.resolve(Math.min(pos, doc.content.size));
    const marks = [...(place.nodeAfter?.marks ?? []), ...(place.nodeBefore?.marks ?? [])];
    return marks.find((mark) => mark.type.name === 'comment')?.attrs['id'] ?? null;
  }

  private wordsOf(quote: string): Range | null {
    let found: Range | null = null;
    this.tools.editor.state.doc.descendants((node, pos) => {
      const at = !found && node.isTextblock ? node.textBetween(0, node.content.size, ' ', ' ').indexOf(quote) : -1;
      if (at >= 0 && quote) found = { from: pos + 1 + at, to: pos + 1 + at + quote.length };
      return !found;
    });
    return found;
  }

  private jump(thread: string): void {
    const range = this.anchors().get(thread);
    const { editor } = this.tools;
    if (!range) return this.show();
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, range.from, range.to)).scrollIntoView());
    editor.view.focus();
  }

  private jumpToThread(thread: string): void {
    const card = this.list.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"]`);
    card?.closest('details')?.setAttribute('open', '');
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('button')?.focus();
  }

  private follow(transaction: Transaction): void {
    if (this.draft && transaction.docChanged)
      this.draft.range = { from: transaction.mapping.map(this.draft.range.from, 1), to: transaction.mapping.map(this.draft.range.to, -1) };
  }
}
