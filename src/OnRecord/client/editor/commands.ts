// Everything that can be done to the text, once: the toolbar, the keys and the list of keys are made of this table.
import type { Editor } from '@tiptap/core';
import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { Node, NodeType } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Command as ProseMirrorCommand, EditorState } from '@tiptap/pm/state';
import * as tables from '@tiptap/pm/tables';
import { figureOf, type Library, placeFor } from './pictures';
import { asIs, suggesting } from './suggestions';
import { emptyTable } from './tables';

export type Room = {
  editor: Editor; library: Library; say: (key: string) => string;
  askLink: () => void; askLanguage: () => void; addComment: () => void; find: (replacing: boolean) => void; findStep: (by: 1 | -1) => void;
  source: () => void; toNote: () => void; proposalStep: (by: 1 | -1) => void; findSources: () => void;
  decide: (accept: boolean) => void; suggestionStep: (by: 1 | -1) => void; help: () => void; saveNow: () => void; focusTools: () => void;
};
export type Command = {
  key: string; keys: string[]; run: (room: Room) => boolean | void | Promise<void>;
  active?: (state: EditorState) => boolean; able?: (state: EditorState) => boolean;
};

const isIn = (state: EditorState, name: string, attrs: Record<string, unknown> = {}): boolean => {
  const place = state.selection.$from;
  const matches = (node: Node) => node.type.name === name && Object.entries(attrs).every(([key, value]) => node.attrs[key] === value);
  if (state.selection instanceof NodeSelection && matches(state.selection.node)) return true;
  for (let depth = place.depth; depth > 0; depth--) if (matches(place.node(depth))) return true;
  return false;
};

const hasMark = (state: EditorState, name: string): boolean => {
  const type = state.schema.marks[name]!;
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};

const mark = (key: string, name: string, ...keys: string[]): Command => ({
  key, keys, run: ({ editor }) => editor.commands.toggleMark(name), active: (state) => hasMark(state, name),
});

const block = (key: string, name: string, attrs: Record<string, unknown>, ...keys: string[]): Command => ({
  key, keys, active: (state) => isIn(state, name, attrs),
  run: ({ editor }) => (name === 'paragraph' ? editor.commands.setNode(name) : editor.commands.toggleNode(name, 'paragraph', attrs)),
});

const wrap = (key: string, name: string, ...keys: string[]): Command => ({
  key, keys, run: ({ editor }) => editor.commands.toggleWrap(name), active: (state) => isIn(state, name),
});

const list = (key: string, name: string, ...keys: string[]): Command => ({
  key, keys, run: ({ editor }) => editor.commands.toggleList(name, 'listItem'), active: (state) => isIn(state, name),
});

// Puts a block after the one the caret is in, or in the place of an empty paragraph, and the caret into it.
export function insertBlock(editor: Editor, node: Node): boolean {
  const { state, view } = editor;
  const { $from, $to } = state.selection;
  const empty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0 && $from.depth > 0;
  const index = empty ? $from.index($from.depth - 1) : 0;
  const tr = state.tr;
  let at: number;
  if (empty && $from.node(-1).canReplaceWith(index, index + 1, node.type)) {
    at = $from.before();
    tr.replaceWith(at, $from.after(), node);
  } else {
    at = placeFor(state.doc, $to.pos, node);
    tr.insert(at, node);
  }
  if (tr.doc.resolve(at + node.nodeSize).nodeAfter === null) tr.insert(at + node.nodeSize, state.schema.node('paragraph'));
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  view.dispatch(closeHistory(tr).scrollIntoView());
  view.focus();
  return true;
}

const insert = (key: string, make: (types: Record<string, NodeType>, editor: Editor) => Node, ...keys: string[]): Command => ({
  key, keys, run: ({ editor }) => insertBlock(editor, make(editor.schema.nodes, editor)),
});

const raw = (key: string, command: ProseMirrorCommand, able: ((state: EditorState) => boolean) | undefined, ...keys: string[]): Command => ({
  key, keys, able, run: ({ editor }) => command(editor.state, editor.view.dispatch, editor.view),
});

const inTable = (state: EditorState): boolean => tables.isInTable(state);

function move(by: 1 | -1): ProseMirrorCommand {
  return (state, dispatch) => {
    const place = state.selection.$from;
    const index = place.index(0);
    const other = index + by;
    if (other < 0 || other >= state.doc.childCount) return true;
    const start = Math.min(index, other);
    const from = place.posAtIndex(start, 0);
    const [first, second] = [state.doc.child(start), state.doc.child(start + 1)];
    const offset = by === 1 ? second.nodeSize : -first.nodeSize;
    const tr = state.tr.replaceWith(from, from + first.nodeSize + second.nodeSize, [second, first]);
    const { anchor, head } = state.selection;
    tr.setSelection(state.selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, state.selection.from + offset)
      : TextSelection.between(tr.doc.resolve(anchor + offset), tr.doc.resolve(head + offset)));
    dispatch?.(asIs(closeHistory(tr)).scrollIntoView());
    return true;
  };
}

// A new paragraph after the whole block: the way out of pictures, posts, tables and boxes.
const paragraphAfter: ProseMirrorCommand = (state, dispatch) => {
  const { $to } = state.selection;
  const after = $to.depth > 0 ? $to.after(1) : $to.pos;
  const tr = state.tr.insert(after, state.schema.node('paragraph'));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

const clear: ProseMirrorCommand = (state, dispatch) => {
  const { from, to } = state.selection;
  const tr = state.tr;
  for (const name of ['bold', 'italic', 'subscript', 'superscript', 'code', 'link']) tr.removeMark(from, to, state.schema.marks[name]);
  dispatch?.(tr.setStoredMarks([]));
  return true;
};

export const styles: Command[] = [
  block('Paragraph', 'paragraph', {}, 'Mod-Alt-0'),
  ...[2, 3, 4].map((level) => block(`Heading${level}`, 'heading', { level }, `Mod-Alt-${level}`)),
  block('PullQuote', 'pullQuote', {}, 'Mod-Alt-q'),
  block('CodeBlock', 'codeBlock', {}, 'Mod-Alt-c'),
];

export const inserts: Command[] = [
  { key: 'Gallery', keys: ['Mod-Alt-g'], run: async ({ editor, library }) => {
    const picture = await library.choose();
    if (picture) insertBlock(editor, editor.schema.nodes['gallery']!.create(null, figureOf(editor.schema, picture)));
  } },
  insert('SocialPost', (types) => types['socialPost']!.createAndFill()!, 'Mod-Alt-s'),
  insert('Table', (_, editor) => emptyTable(editor.schema, 3, 3), 'Mod-Alt-t'),
  wrap('Callout', 'callout', 'Mod-Alt-b'),
  insert('LinkedMedia', (types) => types['linkedMedia']!.create(), 'Mod-Alt-v'),
  insert('Divider', (types) => types['horizontalRule']!.create(), 'Mod-Alt-h'),
];

export const more: Command[] = [
  mark('Subscript', 'subscript', 'Mod-,'), mark('Superscript', 'superscript', 'Mod-.'), mark('Code', 'code', 'Mod-e'),
  { key: 'Language', keys: ['Mod-Alt-l'], run: (room) => room.askLanguage(), active: (state) => hasMark(state, 'lang') },
  raw('ClearFormatting', clear, undefined, 'Mod-\\'),
  raw('MoveUp', move(-1), undefined, 'Alt-ArrowUp'), raw('MoveDown', move(1), undefined, 'Alt-ArrowDown'),
  raw('ParagraphAfter', paragraphAfter, undefined, 'Mod-Enter'),
];

const picture: Command = { key: 'Picture', keys: ['Mod-Alt-p'], run: async ({ editor, library }) => {
  const chosen = await library.choose();
  if (chosen) insertBlock(editor, figureOf(editor.schema, chosen));
} };

export const line: Command[] = [
  mark('Bold', 'bold', 'Mod-b'), mark('Italic', 'italic', 'Mod-i'),
  { key: 'Link', keys: ['Mod-k'], run: (room) => room.askLink(), active: (state) => hasMark(state, 'link') },
  wrap('Quote', 'blockquote', 'Mod-Shift-b'), list('BulletList', 'bulletList', 'Mod-Shift-8'), list('OrderedList', 'orderedList', 'Mod-Shift-7'),
  picture,
];

export const desk: Command[] = [
  { key: 'Source', keys: ['Mod-Alt-a'], run: (room) => room.source(), active: (state) => hasMark(state, 'attribution') },
  { key: 'Comment', keys: ['Mod-Alt-m'], run: (room) => room.addComment(), able: (state) => !state.selection.empty, active: (state) => hasMark(state, 'comment') },
  { key: 'Suggest', keys: ['Mod-Alt-e'], active: (state) => suggesting.getState(state) === true, run: ({ editor }) => {
    editor.view.dispatch(editor.state.tr.setMeta(suggesting, !suggesting.getState(editor.state)));
    editor.view.focus();
  } },
  { key: 'FindReplace', keys: ['Mod-f'], run: (room) => room.find(false) },
  raw('Undo', undo, (state) => undoDepth(state) > 0, 'Mod-z'),
  raw('Redo', redo, (state) => redoDepth(state) > 0, 'Mod-Shift-z', 'Mod-y'),
];

export const table: Command[] = [
  raw('RowAfter', tables.addRowAfter, inTable, 'Alt-Shift-r'), raw('RowBefore', tables.addRowBefore, inTable, 'Alt-Shift-a'),
  raw('ColumnAfter', tables.addColumnAfter, inTable, 'Alt-Shift-c'), raw('ColumnBefore', tables.addColumnBefore, inTable, 'Alt-Shift-b'),
  raw('DeleteRow', tables.deleteRow, inTable, 'Alt-Shift-d'), raw('DeleteColumn', tables.deleteColumn, inTable, 'Alt-Shift-x'),
  raw('HeaderRow', tables.toggleHeaderRow, inTable, 'Alt-Shift-h'), raw('HeaderColumn', tables.toggleHeaderColumn, inTable, 'Alt-Shift-l'),
  raw('MergeCells', tables.mergeCells, inTable, 'Alt-Shift-m'), raw('SplitCell', tables.splitCell, inTable, 'Alt-Shift-s'),
  raw('DeleteTable', tables.deleteTable, inTable, 'Alt-Shift-Backspace'),
];

// Without a button of their own.
export const keysOnly: Command[] = [
  { key: 'Replace', keys: ['Mod-h'], run: (room) => room.find(true) },
  { key: 'FindNext', keys: ['Mod-g', 'F3'], run: (room) => room.findStep(1) },
  { key: 'FindPrevious', keys: ['Mod-Shift-g', 'Shift-F3'], run: (room) => room.findStep(-1) },
  { key: 'NextSuggestion', keys: ['Mod-Alt-j'], run: (room) => room.suggestionStep(1) },
  { key: 'PreviousSuggestion', keys: ['Mod-Alt-k'], run: (room) => room.suggestionStep(-1) },
  { key: 'AcceptSuggestion', keys: ['Mod-Alt-Enter'], run: (room) => room.decide(true) },
  { key: 'RejectSuggestion', keys: ['Mod-Alt-Backspace'], run: (room) => room.decide(false) },
  { key: 'ToNote', keys: ['Alt-Enter'], run: (room) => room.toNote() },
  { key: 'NextProposal', keys: ['F8'], run: (room) => room.proposalStep(1) },
  { key: 'PreviousProposal', keys: ['Shift-F8'], run: (room) => room.proposalStep(-1) },
  { key: 'FindSources', keys: ['Mod-Alt-Shift-a'], run: (room) => room.findSources() },
  { key: 'SaveNow', keys: ['Mod-s'], run: (room) => room.saveNow() },
  { key: 'ToTools', keys: ['Alt-F10'], run: (room) => room.focusTools() },
  { key: 'Help', keys: ['Mod-/'], run: (room) => room.help() },
];

export const all: Command[] = [...styles, ...line, ...inserts, ...more, ...desk, ...table, ...keysOnly];
