// The picture library: choosing, uploading, and what is dropped or pasted as a file.
import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { mediaSource } from './address';
import { Refused, type Api } from './api';
import { open } from './dialogs';
import { button, el, field } from './dom';
import { asIs } from './suggestions';
import type { Picture } from './types';
import type { Words } from './words';

export const pictureSource = (picture: Picture): string => mediaSource(picture.sha256, picture.width, picture.height);

export const figureOf = (schema: Schema, picture: Picture): Node =>
  schema.nodes['figure']!.create(
    { src: pictureSource(picture), alt: picture.alt ?? '', credit: picture.credit, focusX: picture.focusX, focusY: picture.focusY },
    picture.caption ? schema.text(picture.caption) : undefined,
  );

export class Library {
  constructor(private readonly api: Api, private readonly words: Words, readonly tell: (message: string) => void) {}

  async upload(file: File): Promise<Picture | null> {
    try {
      return await this.api.upload(file);
    } catch (failure) {
      this.tell(failure instanceof Refused && failure.message ? failure.message : this.words.say('UploadFailed', file.name));
      return null;
    }
  }

  choose(): Promise<Picture | null> {
    return new Promise((resolve) => {
      let chosen: Picture | null = null;
      const { words } = this;
      const dialog = open(words, words.say('ChoosePicture'), 'library', () => resolve(chosen));
      const take = (picture: Picture) => {
        chosen = picture;
        dialog.close();
      };
      const list = el('ul', { class: 'pictures' });
      const state = el('p', { role: 'status', class: 'small' });
      const more = button(words.say('MorePictures'), () => void load(query.value, next), { class: 'button', hidden: true });
      let next: string | null = null;
      let asked = 0;
      const load = async (text: string, after: string | null) => {
        const number = ++asked;
        const found = await this.api.find(text, after).catch(() => null);
        if (number !== asked) return;
        if (!after) list.replaceChildren();
        list.append(...(found?.pictures ?? []).map((picture) => this.entry(picture, take)));
        next = found?.next ?? null;
        more.hidden = !next;
        state.textContent = !found ? words.say('LibraryUnreachable') : list.childElementCount === 0 ? words.say('NoPictures') : words.count('Pictures', list.childElementCount);
      };
      let timer = 0;
      const query = el('input', { type: 'search', oninput: () => {
        clearTimeout(timer);
        timer = window.setTimeout(() => void load(query.value, null), 200);
      } });
      const file = el('input', { type: 'file', accept: 'image/*', onchange: async () => {
        if (!file.files?.[0]) return;
        state.textContent = words.say('Uploading');
        try {
          take(await this.api.upload(file.files[0]));
        } catch (failure) {
          state.textContent = failure instanceof Refused && failure.message ? failure.message : words.say('UploadFailed', file.files[0].name);
        }
      } });
      dialog.body.append(el('div', { class: 'two' }, field(words.say('SearchPictures'), query), field(words.say('UploadPicture'), file)), state, list, more);
      query.focus();
      void load('', null);
    });
  }

  private entry(picture: Picture, take: (picture: Picture) => void): HTMLLIElement {
    return el('li', {}, el('button', { type: 'button', onclick: () => take(picture) },
      el('img', { src: picture.thumb, alt: picture.alt ?? '', loading: 'lazy' }), el('b', {}, picture.name),
      el('span', { class: 'small' }, picture.credit || this.words.say('CreditMissing'))));
  }

  // A placeholder stands in the text until the library has answered.
  async insertFiles(view: EditorView, files: File[], at: number): Promise<void> {
    const { figure } = view.state.schema.nodes;
    for (const file of files) {
      const source = `pending:${Math.random().toString(36).slice(2)}`;
      const place = placeFor(view.state.doc, at, figure!.create({ src: source }));
      view.dispatch(asIs(view.state.tr.insert(place, figure!.create({ src: source }))));
      await this.settle(view, source, file);
    }
  }

  async settle(view: EditorView, source: string, file: File): Promise<void> {
    const picture = await this.upload(file);
    view.state.doc.descendants((node, pos) => {
      if (node.type.name !== 'figure' || node.attrs['src'] !== source) return true;
      const tr = asIs(view.state.tr);
      const alone = view.state.doc.resolve(pos).parent;
      if (!picture) view.dispatch(alone.childCount === 1 ? tr.replaceWith(pos, pos + node.nodeSize, view.state.schema.node('paragraph')) : tr.delete(pos, pos + node.nodeSize));
      else {
        const made = figureOf(view.state.schema, picture);
        tr.setNodeMarkup(pos, undefined, { ...made.attrs, alt: made.attrs['alt'] || node.attrs['alt'] });
        if (node.content.size === 0 && made.content.size > 0) tr.insert(pos + 1, made.content);
        view.dispatch(tr);
      }
      return false;
    });
  }
}

// The nearest place between blocks where a block may stand.
export function placeFor(doc: Node, at: number, node: Node): number {
  const place = doc.resolve(Math.min(at, doc.content.size));
  for (let depth = place.depth; depth >= 0; depth--) {
    const index = place.indexAfter(depth);
    if (place.node(depth).canReplaceWith(index, index, node.type)) return depth === place.depth ? place.pos : place.after(depth + 1);
  }
  return doc.content.size;
}
