import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { isMac } from './dom';
import { all, type Room } from './commands';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import { goToNextCell } from '@tiptap/pm/tables';
import { TextSelection } from '@tiptap/pm/state';

const reads = new Set(['FindReplace', 'FindNext', 'FindPrevious', 'Help', 'ToTools', 'NextSuggestion', 'PreviousSuggestion', 'Comment', 'ToNote', 'NextProposal', 'PreviousProposal']);

const leaveCaption = ({ editor }: { editor: Editor }): boolean => {
  const { $from, empty } = editor.state.selection;
  if ($from.parent.type.name !== 'figure') return false;
  if (!empty || editor.state.doc.resolve($from.after()).parent.type.name !== 'doc') return true;
  const tr = editor.state.tr.insert($from.after(), editor.state.schema.node('paragraph'));
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after()), 1)).scrollIntoView());
  return true;
};

const cell = (by: 1 | -1) => ({ editor }: { editor: Editor }): boolean => goToNextCell(by)(editor.state, editor.view.dispatch);

export const Keys = Extension.create<{ room: () => Room }>({
  name: 'keys', priority: 200,
  addOptions: () => ({ room: () => null as never }),
  addKeyboardShortcuts() {
    const room = this.options.room;
    const keys: Record<string, (props: { editor: Editor }) => boolean> = {};
    for (const command of all)
      for (const key of command.keys)
        keys[key] = ({ editor }) => {
          if (!editor.isEditable && !reads.has(command.key)) return false;
          if (command.able && !command.able(editor.state)) return false;
          return command.run(room()) !== false;
        };
    return {
      ...keys,
      Enter: (props) => leaveCaption(props) || props.editor.commands.splitListItem('listItem'),
      'Shift-Enter': ({ editor }) => editor.state.selection.$from.parent.type.spec.code ? false : editor.commands.insertContent({ type: 'hardBreak' }),
      Tab: (props) => cell(1)(props) || props.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': (props) => cell(-1)(props) || props.editor.commands.liftListItem('listItem'),
    };
  },
  addProseMirrorPlugins() {
    const { heading, blockquote, bulletList, orderedList } = this.editor.schema.nodes;
    return [inputRules({ rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, heading!, (match) => ({ level: match[1]!.length })),
      wrappingInputRule(/^>\s$/, blockquote!), wrappingInputRule(/^[-*•]\s$/, bulletList!),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, orderedList!, (match) => ({ start: Number(match[1]) })),
    ] })];
  },
});

const names: Record<string, string> = isMac
  ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Backspace: '⌫', ArrowUp: '↑', ArrowDown: '↓' }
  : { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' };

export const spoken = (keys: string): string =>
  keys.split('-').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(isMac ? '' : '+');
