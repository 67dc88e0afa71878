import { Extension } from '@tiptap/core';
import { DOMSerializer, Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { safeLink } from './address';
import { cleaned, isOwn } from './paste';
import type { Library } from './pictures';
import type { Words } from './words';

export type ClipboardTools = { story: string; language: () => string; library: Library; words: Words; tell: (message: string) => void };

// Copied words say which story they are from: a tie to a source or a comment means nothing in another.
class OwnSerializer extends DOMSerializer {
  constructor(schema: DOMSerializer, private readonly story: string) {
    super(schema.nodes, schema.marks);
  }

  override serializeFragment(fragment: Fragment, options?: { document?: Document }, target?: HTMLElement | DocumentFragment) {
    const made = super.serializeFragment(fragment, options, target);
    (made.firstChild as Element | null)?.setAttribute?.('data-onrecord', this.story);
    return made;
  }
}

export const Clipboard = Extension.create<{ tools: ClipboardTools | null }>({
  name: 'clipboard',
  addOptions: () => ({ tools: null }),
  addProseMirrorPlugins() {
    const tools = this.options.tools!;
    let from: string | null = tools.story;
    let waiting: { name: string; data: string }[] = [];
    return [new Plugin({ props: {
      clipboardSerializer: new OwnSerializer(DOMSerializer.fromSchema(this.editor.schema), tools.story),
      transformPastedHTML: (html) => {
        from = isOwn(html);
        waiting = [];
        if (from !== null) return html;
        const pasted = cleaned(html, tools.language());
        waiting = pasted.pictures;
        if (pasted.leftOut > 0) tools.tell(tools.words.count('PicturesLeftOut', pasted.leftOut));
        return pasted.html;
      },
      transformPasted: (slice, view) => {
        const kept = from === null ? slice : new Slice(ownOnly(slice.content, view, from === tools.story), slice.openStart, slice.openEnd);
        from = tools.story;
        return named(kept, waiting, view, tools);
      },
      handlePaste: (view, event) => {
        const files = pictures(event.clipboardData);
        if (files.length > 0 && !event.clipboardData!.types.includes('text/html')) {
          void tools.library.insertFiles(view, files, view.state.selection.to);
          return true;
        }
        const address = event.clipboardData?.getData('text/plain').trim() ?? '';
        const { from: start, to, empty } = view.state.selection;
        if (empty || !/^(https?|mailto):\S+$/.test(address) || !safeLink(address)) return false;
        view.dispatch(view.state.tr.addMark(start, to, view.state.schema.marks['link']!.create({ href: safeLink(address) })));
        return true;
      },
      handleDrop: (view, event) => {
        const files = pictures(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        void tools.library.insertFiles(view, files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to);
        return true;
      },
    } })];
  },
});

const pictures = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

// Comments whose words are still in the text are not doubled; none of another story's ties come along.
function ownOnly(content: Fragment, view: EditorView, sameStory: boolean): Fragment {
  const present = new Set<string>();
  view.state.doc.descendants((node) => node.marks.forEach((mark) => mark.type.name === 'comment' && present.add(mark.attrs['id'])));
  const strip = (node: Node): Node => {
    const marks = node.marks.filter((mark) => mark.type.name === 'comment' ? sameStory && !present.has(mark.attrs['id']) : mark.type.name === 'attribution' ? sameStory : true);
    return (node.isText ? node : node.copy(map(node.content))).mark(marks);
  };
  const map = (inner: Fragment): Fragment => Fragment.fromArray(inner.content.map(strip));
  return map(content);
}

// Pictures that came along as data go to the library, each under a name of its own until it is there.
function named(slice: Slice, waiting: { name: string; data: string }[], view: EditorView, { library }: ClipboardTools): Slice {
  if (waiting.length === 0) return slice;
  const name = (node: Node): Node => {
    const found = /^pending:(\d+)$/.exec(node.attrs['src'] ?? '');
    const picture = found && waiting[Number(found[1])];
    if (!picture) return node.isLeaf ? node : node.copy(Fragment.fromArray(node.content.content.map(name)));
    const source = `pending:${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
    setTimeout(() => void library.settle(view, source, fileOf(picture)));
    return node.type.create({ ...node.attrs, src: source }, node.content, node.marks);
  };
  return new Slice(Fragment.fromArray(slice.content.content.map(name)), slice.openStart, slice.openEnd);
}

function fileOf({ name, data }: { name: string; data: string }): File {
  const [head, body] = [data.slice(5, data.indexOf(',')), data.slice(data.indexOf(',') + 1)];
  const type = head.split(';')[0]!;
  const text = head.includes(';base64') ? atob(decodeURIComponent(body).replace(/\s/g, '')) : decodeURIComponent(body);
  return new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], `${name.slice(0, 80)}.${type.split('/')[1]}`, { type });
}
