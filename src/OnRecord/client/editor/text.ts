// The text itself: TipTap with the story's schema and what is done to it here.
import { Editor, Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { Clipboard, type ClipboardTools } from './clipboard';
import type { Room } from './commands';
import { Find } from './find';
import { readDocument } from './json';
import { Keys } from './keys';
import { Shown } from './ledger/shown';
import { storyExtensions } from './schema';
import { asIs, Suggestions } from './suggestions';
import type { Json } from './types';
import { Views, type ViewTools } from './views';

const Plugins = Extension.create({
  name: 'plugins',
  addProseMirrorPlugins: () => [history({ newGroupDelay: 600 }), dropCursor({ class: 'drop-cursor', color: false, width: 2 }), gapCursor(), tableEditing()],
});

export function storyEditor(mount: HTMLElement, text: Json, label: string, me: string, room: () => Room, views: ViewTools, clipboard: ClipboardTools): Editor {
  const editor = new Editor({
    element: mount, injectCSS: false, editable: false, enableInputRules: false, enablePasteRules: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false, tabindex: false },
    extensions: [...storyExtensions, Plugins, Keys.configure({ room }), Suggestions.configure({ by: me }), Find, Shown, Views.configure({ tools: views }), Clipboard.configure({ tools: clipboard })],
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'text', spellcheck: 'true', tabindex: '0' } },
  });
  const { state, view } = editor;
  view.updateState(EditorState.create({ schema: state.schema, doc: readDocument(state.schema, text), plugins: state.plugins }));
  return editor;
}

// Puts another text in the place of this one, touching only the blocks that differ, so that the page does not jump.
export function replaceText(editor: Editor, text: Json): void {
  const { state, view } = editor;
  const next = readDocument(state.schema, text);
  const [old, blocks] = [state.doc.children, next.children];
  let [head, tail] = [0, 0];
  const alike = (a: Node | undefined, b: Node | undefined) => a !== undefined && b !== undefined && a.eq(b);
  while (head < Math.min(old.length, blocks.length) && alike(old[head], blocks[head])) head++;
  while (tail < Math.min(old.length, blocks.length) - head && alike(old[old.length - 1 - tail], blocks[blocks.length - 1 - tail])) tail++;
  if (head === old.length && head === blocks.length) return;
  const place = (index: number) => state.doc.resolve(0).posAtIndex(index, 0);
  const tr = asIs(state.tr.replaceWith(place(head), place(old.length - tail), blocks.slice(head, blocks.length - tail)));
  view.dispatch(tr.setMeta('addToHistory', false).setMeta('from-outside', true));
}
