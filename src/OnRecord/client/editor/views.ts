// Blocks that have fields of their own beside their words.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { button, el, field, put } from './dom';
import { PictureCard } from './picture-card';
import { figureOf, type Library } from './pictures';
import { emptyTable } from './tables';
import type { Words } from './words';

export type ViewTools = { words: Words; library: Library };
type Place = () => number | undefined;

abstract class FieldsView implements NodeView {
  abstract dom: HTMLElement;
  abstract contentDOM: HTMLElement;

  constructor(protected node: Node, protected readonly view: EditorView, protected readonly place: Place, protected readonly tools: ViewTools) {}

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return !this.contentDOM.contains(event.target as HTMLElement) && !event.type.startsWith('drag') && event.type !== 'drop';
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  protected set(values: Record<string, unknown>): void {
    const pos = this.place();
    if (pos === undefined) return;
    const tr = this.view.state.tr;
    for (const [name, value] of Object.entries(values)) tr.setNodeAttribute(pos, name, value);
    this.view.dispatch(tr);
  }

  protected remove(): void {
    const pos = this.place();
    if (pos === undefined) return;
    const place = this.view.state.doc.resolve(pos);
    // A gallery goes with its last picture.
    const from = place.parent.type.name === 'gallery' && place.parent.childCount === 1 ? place.before() : pos;
    const to = from === pos ? pos + this.node.nodeSize : place.after();
    this.view.dispatch(this.view.state.tr.delete(from, to));
    this.view.focus();
  }

  protected append(node: Node): void {
    const pos = this.place();
    if (pos !== undefined) this.view.dispatch(this.view.state.tr.insert(pos + this.node.nodeSize - 1, node));
  }

  protected input(name: string, label: string, props: Record<string, unknown> = {}): HTMLInputElement {
    const input = el('input', { ...props, 'data-attr': name, oninput: () => this.set({ [name]: input.value || null }) });
    this.fields.append(field(this.tools.words.say(label), input));
    return input;
  }

  protected readonly fields = el('fieldset', { class: 'fields', contenteditable: 'false' });

  protected show(): void {
    this.fields.disabled = !this.view.editable;
    for (const input of this.fields.querySelectorAll<HTMLInputElement>('[data-attr]')) put(input, this.node.attrs[input.dataset['attr']!] ?? '');
  }
}

class FigureView extends FieldsView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  private readonly card: PictureCard;

  constructor(node: Node, view: EditorView, place: Place, tools: ViewTools) {
    super(node, view, place, tools);
    this.card = new PictureCard(tools.words, {
      set: (values) => this.set(values),
      remove: () => this.remove(),
      replace: async () => {
        const picture = await tools.library.choose();
        if (picture) this.set(figureOf(view.state.schema, picture).attrs);
      },
    });
    this.contentDOM = el('figcaption', { dir: 'auto', 'data-placeholder': tools.words.say('Caption'), 'aria-label': tools.words.say('Caption') });
    this.card.fields.setAttribute('contenteditable', 'false');
    this.card.frame.setAttribute('contenteditable', 'false');
    this.dom = el('figure', {}, this.card.frame, this.contentDOM, this.card.fields);
    this.show();
  }

  protected override show(): void {
    this.card.fields.disabled = !this.view.editable;
    this.card.show(this.node.attrs as never);
    this.contentDOM.classList.toggle('empty', this.node.content.size === 0);
  }
}

class GalleryView extends FieldsView {
  contentDOM = el('div', { class: 'gallery-pictures' });
  dom = el('div', { class: 'gallery' }, this.contentDOM, this.fields);

  constructor(node: Node, view: EditorView, place: Place, tools: ViewTools) {
    super(node, view, place, tools);
    this.fields.append(button(tools.words.say('AddPicture'), async () => {
      const picture = await tools.library.choose();
      if (picture) this.append(figureOf(view.state.schema, picture));
    }, { class: 'quiet' }));
    this.show();
  }
}

class PostView extends FieldsView {
  contentDOM = el('div', { class: 'post-words' });
  dom: HTMLElement;

  constructor(node: Node, view: EditorView, place: Place, tools: ViewTools) {
    super(node, view, place, tools);
    this.input('network', 'Network');
    this.input('author', 'Author');
    this.input('handle', 'Handle');
    this.input('postedOn', 'PostedOn', { placeholder: '2026-03-14' });
    this.input('address', 'Address', { type: 'url', inputmode: 'url' });
    this.contentDOM.setAttribute('aria-label', tools.words.say('PostWords'));
    this.dom = el('div', { class: 'social-post' }, this.contentDOM, this.fields);
    this.show();
  }
}

class LinkedView extends FieldsView {
  contentDOM = el('div', { class: 'linked-content' });
  dom: HTMLElement;
  private readonly poster: HTMLButtonElement;
  private readonly data: HTMLButtonElement;

  constructor(node: Node, view: EditorView, place: Place, tools: ViewTools) {
    super(node, view, place, tools);
    const { words } = tools;
    const kind = el('select', { 'data-attr': 'kind', onchange: () => this.set({ kind: kind.value }) },
      el('option', { value: 'video' }, words.say('Video')), el('option', { value: 'chart' }, words.say('Chart')));
    this.fields.append(field(words.say('Kind'), kind));
    this.input('address', 'Address', { type: 'url', inputmode: 'url', placeholder: 'https://' });
    this.poster = button(words.say('ChoosePoster'), async () => {
      const picture = await tools.library.choose();
      const pos = this.place();
      if (picture && pos !== undefined) view.dispatch(view.state.tr.insert(pos + 1, figureOf(view.state.schema, picture)));
    }, { class: 'quiet' });
    this.data = button(words.say('AddData'), () => this.append(emptyTable(view.state.schema, 3, 2)), { class: 'quiet' });
    this.fields.append(el('div', { class: 'row' }, this.poster, this.data));
    this.dom = el('div', { class: 'linked-media' }, this.fields, this.contentDOM);
    this.show();
  }

  protected override show(): void {
    super.show();
    this.poster.hidden = this.node.firstChild?.type.name === 'figure';
    this.data.hidden = this.node.lastChild?.type.name === 'table';
  }
}

const kinds = { figure: FigureView, gallery: GalleryView, socialPost: PostView, linkedMedia: LinkedView };

export const Views = Extension.create<{ tools: ViewTools | null }>({
  name: 'views',
  addOptions: () => ({ tools: null }),
  addProseMirrorPlugins() {
    const { tools } = this.options;
    return [new Plugin({ props: { nodeViews: Object.fromEntries(Object.entries(kinds).map(([name, View]) =>
      [name, (node: Node, view: EditorView, place: Place) => new View(node, view, place, tools!)])) } })];
  },
});
