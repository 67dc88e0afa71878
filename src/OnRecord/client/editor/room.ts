// The small dialogs: link, language, keys.
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { typedLink } from './address';
import { desk, inserts, keysOnly, line, more, styles, table, type Command } from './commands';
import { ask, open } from './dialogs';
import { el, field, uniqueId } from './dom';
import { spoken } from './keys';
import type { Words } from './words';

// The run of words around the caret that carries a mark.
function markRange(editor: Editor, name: string): { from: number; to: number; value: Record<string, unknown> } | null {
  const { doc, selection, schema } = editor.state;
  const type = schema.marks[name]!;
  const place = doc.resolve(selection.from);
  const mark = type.isInSet([...(place.nodeAfter?.marks ?? []), ...(place.nodeBefore?.marks ?? [])]);
  if (!mark || !place.parent.isTextblock) return null;
  let [from, to] = [selection.from, selection.from];
  const start = place.start();
  place.parent.forEach((node, offset) => {
    if (!mark.isInSet(node.marks)) return;
    const [a, b] = [start + offset, start + offset + node.nodeSize];
    if (b >= from && a <= to) [from, to] = [Math.min(a, from), Math.max(b, to)];
  });
  return { from, to, value: mark.attrs };
}

function setMark(editor: Editor, name: string, range: { from: number; to: number }, attrs: Record<string, unknown> | null, words = ''): void {
  const { state, view } = editor;
  const type = state.schema.marks[name]!;
  const tr = state.tr;
  if (attrs && range.from === range.to && words) {
    tr.insert(range.from, state.schema.text(words, [...state.selection.$from.marks(), type.create(attrs)]));
    tr.setSelection(TextSelection.create(tr.doc, range.from + words.length));
  } else {
    tr.removeMark(range.from, range.to, type);
    if (attrs) tr.addMark(range.from, range.to, type.create(attrs));
  }
  view.dispatch(tr);
  view.focus();
}

export async function askLink(editor: Editor, words: Words): Promise<void> {
  const { from, to, empty } = editor.state.selection;
  const existing = markRange(editor, 'link');
  const range = empty ? (existing ?? { from, to }) : { from, to };
  const address = el('input', { name: 'address', inputmode: 'url', required: true, value: existing?.value['href'] ?? '' });
  address.addEventListener('input', () => address.setCustomValidity(typedLink(address.value) ? '' : words.say('LinkInvalid')));
  const answer = await ask(words, words.say('Link'), [field(words.say('Address'), address, words.say('LinkHint'))], words.say('SetLink'), existing ? { label: words.say('RemoveLink'), value: 'remove' } : undefined);
  if (!answer) return editor.view.focus();
  const href = answer['act'] === 'remove' ? null : typedLink(answer['address'] ?? '');
  setMark(editor, 'link', range, href ? { href } : null, answer['address']?.trim());
}

export async function askLanguage(editor: Editor, words: Words, languages: { tag: string; name: string }[]): Promise<void> {
  const { from, to, empty } = editor.state.selection;
  const existing = markRange(editor, 'lang');
  const range = empty ? existing : { from, to };
  const id = uniqueId('languages');
  const input = el('input', { name: 'lang', required: true, list: id, autocomplete: 'off', value: existing?.value['lang'] ?? '', pattern: '[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,7}', title: words.say('LanguageHint') });
  const offered = languages.length > 0 ? languages : ['en', 'uk', 'ar', 'de', 'fr', 'pl', 'es'].map((tag) => ({ tag, name: words.languageName(tag) }));
  const list = el('datalist', { id }, ...offered.map(({ tag, name }) => el('option', { value: tag }, name)));
  const answer = await ask(words, words.say('LanguageOfWords'), [field(words.say('Language'), input, range ? words.say('LanguageHint') : words.say('SelectWordsFirst')), list],
    words.say('SetLanguage'), existing ? { label: words.say('RemoveLanguage'), value: 'remove' } : undefined);
  if (!answer || !range) return editor.view.focus();
  setMark(editor, 'lang', range, answer['act'] === 'remove' ? null : { lang: answer['lang'] });
}

export function showHelp(words: Words): void {
  const dialog = open(words, words.say('Help'), 'help');
  const groups: [string, Command[]][] = [['Style', styles], ['HelpText', [...line, ...more]], ['Insert', inserts], ['Table', table], ['HelpDesk', [...desk, ...keysOnly]]];
  dialog.body.append(el('p', {}, words.say('HelpIntro')), ...groups.map(([title, commands]) => el('section', {}, el('h3', {}, words.say(title)),
    el('dl', {}, ...commands.filter((command) => command.keys.length > 0).map((command) =>
      el('div', {}, el('dt', {}, words.say(command.key)), el('dd', {}, el('kbd', {}, command.keys.map(spoken).join(', ')))))))),
    el('p', {}, words.say('HelpNotes')), el('p', {}, words.say('HelpSuggest')), el('p', {}, words.say('HelpTyping')));
}
