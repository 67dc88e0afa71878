// From notes and findings to the words, and what was pressed in the text.
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { linesOf, rangeAt, type Range } from './lines';
import { passagesOf } from './passages';

export class Jumps {
  constructor(private readonly editor: Editor) {}

  // ProseMirror gives the focus only to a text that may be changed.
  toText(): void {
    const { view } = this.editor;
    if (view.editable) view.focus();
    else view.dom.focus({ preventScroll: true });
  }

  toPassage(id: string, focus = true): void {
    const piece = passagesOf(this.editor.state.doc).get(id)?.[0];
    if (piece) this.to(piece, focus);
  }

  // Words that the checklist points at; false where there are none such any more.
  toWords(place: string): boolean {
    const found = /^words-(\d+)-(\d+)-(\d+)$/.exec(place);
    if (!found) return false;
    const [line, start, end] = found.slice(1).map(Number) as [number, number, number];
    const range = rangeAt(linesOf(this.editor.state.doc, true), { line, start, end }, true);
    if (range) this.to(range, true);
    return range !== null;
  }

  // The number of a note is drawn behind the last word: what is pressed there is not the word.
  numberAt(event: MouseEvent): string | null {
    const end = event.target instanceof Element ? event.target.closest('[data-note]') : null;
    if (!end) return null;
    const words = document.createRange();
    words.selectNodeContents(end);
    const last = [...words.getClientRects()].pop();
    const beyond = last && (getComputedStyle(end).direction === 'rtl' ? event.clientX < last.left : event.clientX > last.right);
    return beyond ? end.closest<HTMLElement>('[data-source]')?.dataset['source'] ?? null : null;
  }

  private to({ from, to }: Range, focus: boolean): void {
    const { state, view } = this.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    const place = view.domAtPos(from, 1).node;
    (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: 'center' });
    if (focus) this.toText();
  }
}
