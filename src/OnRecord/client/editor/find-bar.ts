import type { Editor } from '@tiptap/core';
import { button, el, field } from './dom';
import { finding, replaceMatches, startFinding, step } from './find';
import type { Words } from './words';

export class FindBar {
  readonly element: HTMLElement;
  private readonly query: HTMLInputElement;
  private readonly words_: HTMLInputElement;
  private readonly exact = el('input', { type: 'checkbox', onchange: () => this.search() });
  private readonly count = el('span', { role: 'status', class: 'small' });
  private readonly replacing: HTMLElement;
  private timer = 0;

  constructor(private readonly editor: Editor, private readonly words: Words, private readonly me: string) {
    this.query = el('input', { type: 'search', oninput: () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.search(), 80);
    }, onkeydown: (event: Event) => this.keys(event as KeyboardEvent) });
    this.words_ = el('input', { onkeydown: (event: Event) => this.keys(event as KeyboardEvent) });
    this.replacing = el('div', { class: 'find-row' }, field(words.say('ReplaceWith'), this.words_),
      button(words.say('ReplaceOne'), () => this.replace(false), { class: 'quiet' }), button(words.say('ReplaceAll'), () => this.replace(true), { class: 'quiet' }));
    this.element = el('div', { class: 'find-bar', role: 'search', 'aria-label': words.say('FindReplace'), hidden: true },
      el('div', { class: 'find-row' }, field(words.say('Find'), this.query),
        button('↑', () => this.step(-1), { class: 'quiet', 'aria-label': words.say('FindPrevious') }), button('↓', () => this.step(1), { class: 'quiet', 'aria-label': words.say('FindNext') }),
        el('label', { class: 'check' }, this.exact, words.say('MatchCase')), this.count,
        button('×', () => this.close(), { class: 'quiet close', 'aria-label': words.say('Close') })),
      this.replacing);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  open(replacing: boolean): void {
    const { state } = this.editor;
    const chosen = state.doc.textBetween(state.selection.from, state.selection.to, ' ');
    this.element.hidden = false;
    this.replacing.hidden = !this.editor.isEditable;
    if (chosen && chosen.length < 200) this.query.value = chosen;
    const target = replacing && this.query.value ? this.words_ : this.query;
    target.focus();
    target.select();
    this.search();
  }

  step(by: 1 | -1): void {
    if (this.element.hidden) return this.open(false);
    const tr = step(this.editor.state, by);
    if (tr) this.editor.view.dispatch(tr);
    this.show();
  }

  show(): void {
    const now = finding.getState(this.editor.state);
    if (this.element.hidden || !now) return;
    this.count.textContent = !now.query ? '' : now.matches.length === 0 ? this.words.say('NothingFound') : this.words.say('FoundAt', now.at + 1, now.matches.length);
  }

  private search(): void {
    this.editor.view.dispatch(startFinding(this.editor.state, this.query.value, this.exact.checked));
    this.editor.view.dom.querySelector('.found.here')?.scrollIntoView({ block: 'nearest' });
    this.show();
  }

  private replace(all: boolean): void {
    const now = finding.getState(this.editor.state);
    if (!now || now.matches.length === 0 || !this.editor.isEditable) return;
    const matches = all ? now.matches : [now.matches[now.at]!];
    this.editor.view.dispatch(replaceMatches(this.editor.state, matches, this.me, this.words_.value));
    this.show();
    if (all) this.count.textContent = this.words.count('Replaced', matches.length);
  }

  private close(): void {
    this.element.hidden = true;
    this.editor.view.dispatch(this.editor.state.tr.setMeta(finding, null));
    this.editor.view.focus();
  }

  private keys(event: KeyboardEvent): void {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && event.target === this.words_) this.replace(mod);
    else if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (mod && event.key === 'h') this.words_.focus();
    else if (mod && event.key === 'f') this.query.select();
    else return;
    event.preventDefault();
  }
}
