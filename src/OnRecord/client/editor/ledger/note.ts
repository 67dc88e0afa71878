// A note beside the text, as readers will see it, and what may be done with it.
import { button, el } from '../dom';
import type { Words } from '../words';
import { kindOf, noteId } from './shown';
import type { Entry } from './types';

export type NoteActs = {
  accept: (entry: Entry) => void; edit: (entry: Entry) => void; refuse: (entry: Entry) => void; approve: (entry: Entry) => void; show: (entry: Entry) => void;
};

const small = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

// A button whose key works while its note has the focus.
const keyed = (words: Words, key: string, label: string, act: () => void): HTMLButtonElement => {
  const made = button('', act, { class: 'act', tabindex: '-1', 'aria-keyshortcuts': key });
  made.append(el('kbd', { 'aria-hidden': 'true' }, key), small(words.say(label)));
  return made;
};

export function noteOf(entry: Entry, number: string, editable: boolean, words: Words, acts: NoteActs): HTMLElement {
  const { source } = entry;
  const proposed = entry.state === 'Proposed';
  const name = source.name || words.say('Ledger.Nobody');
  const title = proposed ? words.say('Ledger.ProposedSource', name) : `${number} ${name}`;
  const lines = facts(entry, words);
  return el('li', { class: `note ${kindOf(entry)}`, id: noteId(entry.id), 'data-entry': entry.id, tabindex: '-1',
    // Whoever hears a note hears the words it is about as well.
    'aria-label': [title, quoted(entry.words), ...lines.map((line) => line.map((part) => (typeof part === 'string' ? part : part.textContent)).join(''))].join('. ') },
    button(title, () => acts.show(entry), { class: 'who', dir: 'auto', tabindex: '-1', title: words.say('ShowPassage') }),
    el('p', { class: 'words', dir: 'auto' }, quoted(entry.words)),
    ...lines.map((line) => el('p', { dir: 'auto' }, ...line)),
    ...waits(entry, words, acts),
    editable ? el('p', { class: 'acts' },
      proposed ? keyed(words, 'A', 'Ledger.Accept', () => acts.accept(entry)) : null,
      keyed(words, 'E', 'Ledger.Edit', () => acts.edit(entry)),
      keyed(words, 'X', proposed ? 'Ledger.Refuse' : 'Ledger.TakeOut', () => acts.refuse(entry))) : null);
}

// Words that begin or end with a quotation mark of their own get no other.
export const quoted = (text: string): string => (/^["“”„«‘]|["“”»’]$/u.test(text) ? short(text) : `“${short(text)}”`);

export const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text);

function facts(entry: Entry, words: Words): (Node | string)[][] {
  const { source } = entry;
  const proposed = entry.state === 'Proposed';
  const who = [source.role, source.affiliation].filter(Boolean).join(', ') || (source.kind === 'Person' ? '' : words.say(`Kind.${source.kind}`));
  const standing = source.isNamed
    ? entry.standing ? words.say(`Standing.${entry.standing}`) : proposed || entry.form === 'Refusal' ? '' : words.say('Ledger.NoStanding')
    : words.say('Standing.NotNamed');
  const how = [
    entry.via ? words.say('Ledger.Through', entry.via.name) : entry.channel && !(entry.channel === 'Outlet' && source.kind === 'Outlet') ? words.say(`Channel.${entry.channel}`) : '',
    entry.form === 'Refusal' ? words.say('Form.Refusal') : '',
    entry.saidOn ? words.date(entry.saidOn) : '',
    entry.sought === 'No' ? '' : words.say(`Sought.${entry.sought}`),
    entry.copies.length > 0 ? words.count('Ledger.Copies', entry.copies.length) : '',
  ].filter(Boolean);
  const stands: (Node | string)[] = standing ? [el('span', { class: 'standing' }, standing)] : [];
  if (!source.isNamed && source.reason) stands.push(`: ${small(words.say(`Reason.${source.reason}`))}`);
  // A month keeps its capital letter.
  for (const each of how) stands.push(stands.length === 0 ? each : ` · ${entry.saidOn && each === words.date(entry.saidOn) ? each : small(each)}`);
  return [who ? [who] : [], stands, entry.note ? [entry.note] : []].filter((line) => line.length > 0);
}

// Of somebody who is not named: what is missing before the story can go.
function waits(entry: Entry, words: Words, acts: NoteActs): (HTMLElement | null)[] {
  const { source } = entry;
  if (entry.state !== 'Accepted' || source.isNamed) return [];
  if (!source.reason) return [el('p', { class: 'waiting' }, words.say('Ledger.NoReason'))];
  if (entry.approvedBy) return [el('p', { class: 'agreed' }, words.say('Ledger.AgreedBy', entry.approvedBy))];
  return [el('p', { class: 'waiting' }, words.say('Ledger.Waits')),
    entry.mayApprove ? button(words.say('Ledger.Agree'), () => acts.approve(entry), { class: 'quiet', tabindex: '-1', title: words.say('Ledger.AgreeTitle') }) : null];
}
