import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { button, el } from './dom';
import { decide, suggestionsIn } from './suggestions';
import type { Person } from './types';
import type { Words } from './words';

// What is suggested, to be taken or left one by one or all at once.
export class SuggestionList {
  private readonly list = el('ul');
  private readonly root: HTMLElement;
  private told = '';

  constructor(place: HTMLElement, private readonly editor: Editor, private readonly words: Words, private readonly staff: Person[]) {
    const all = (accept: boolean) => () => this.decide(null, accept);
    this.root = el('div', { class: 'suggestions', hidden: true }, el('h2', {}, words.say('Suggestions')), this.list,
      el('div', { class: 'row' }, button(words.say('AcceptAll'), all(true), { class: 'quiet' }), button(words.say('RejectAll'), all(false), { class: 'quiet' })));
    place.prepend(this.root);
    this.show();
  }

  show(): void {
    const { words, editor } = this;
    const found = suggestionsIn(editor.state.doc);
    // The list is left alone while it says the same, and with it the focus of who works through it.
    const told = JSON.stringify([found.map(({ from: _, ...one }) => one), editor.isEditable]);
    if (told === this.told) return;
    this.told = told;
    this.root.hidden = found.length === 0;
    this.root.querySelectorAll('.row').forEach((row) => ((row as HTMLElement).hidden = !editor.isEditable));
    this.list.replaceChildren(...found.map((one) => el('li', {},
      el('p', { class: 'small' }, el('b', {}, this.staff.find((person) => person.id === one.by)?.name ?? words.say('SomeoneElse')), one.at ? ` ${words.when(one.at)}` : ''),
      el('button', { type: 'button', class: 'quote', dir: 'auto', title: words.say('ShowPassage'), onclick: () => this.select(suggestionsIn(editor.state.doc).find(({ id }) => id === one.id)?.from ?? 0) },
        one.gone ? el('del', {}, one.gone) : null, one.gone && one.added ? ' ' : null, one.added ? el('ins', {}, one.added) : null),
      editor.isEditable ? el('div', { class: 'row' },
        button(words.say('Accept'), () => this.decide(one.id, true), { class: 'quiet' }), button(words.say('Reject'), () => this.decide(one.id, false), { class: 'quiet' })) : null)));
  }

  decideHere(accept: boolean): void {
    const { selection, doc } = this.editor.state;
    const place = doc.resolve(selection.from);
    const mark = [...(place.nodeAfter?.marks ?? []), ...(place.nodeBefore?.marks ?? [])].find(({ type }) => type.name === 'insertion' || type.name === 'deletion');
    if (mark) this.decide(mark.attrs['id'] ?? '', accept);
  }

  step(by: 1 | -1): void {
    const found = suggestionsIn(this.editor.state.doc);
    const { from } = this.editor.state.selection;
    const next = by > 0 ? (found.find((one) => one.from > from) ?? found[0]) : (found.filter((one) => one.from < from).pop() ?? found[found.length - 1]);
    if (next) this.select(next.from);
  }

  private decide(id: string | null, accept: boolean): void {
    this.editor.view.dispatch(decide(this.editor.state, id, accept));
    this.show();
    this.editor.view.focus();
  }

  private select(pos: number): void {
    const { state, view } = this.editor;
    view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos))).scrollIntoView());
    view.focus();
  }
}
