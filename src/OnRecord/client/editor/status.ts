// The line that says in words where the text is, and the banners for what needs a decision.
import type { SaveState } from './autosave';
import { button, el } from './dom';
import type { Words } from './words';

export class Status {
  private readonly news = el('span', { role: 'status', class: 'unseen' });
  private kind = '';

  constructor(private readonly line: HTMLElement, private readonly banners: HTMLElement, private readonly words: Words) {
    // Each save in turn would be read out; only what changes is.
    line.setAttribute('aria-live', 'off');
    line.after(this.news);
  }

  show(state: SaveState): void {
    const { words, line } = this;
    line.className = `saved ${state.kind}`;
    line.replaceChildren(...this.text(state));
    const calm = ['saved', 'waiting', 'saving'].includes(state.kind);
    if (!calm && this.kind !== state.kind) this.news.textContent = line.textContent;
    if (state.kind === 'saved' && this.kind && this.kind !== 'calm') this.news.textContent = words.say('Saved', words.time(state.at));
    if (!calm || state.kind === 'saved') this.kind = calm ? 'calm' : state.kind;
  }

  watching(text: string): void {
    this.line.className = 'saved watching';
    this.line.replaceChildren(text);
  }

  // One banner of a kind at a time.
  banner(kind: string, text: string, acts: { label: string; run: () => void; stay?: boolean }[] = [], dismiss = true): void {
    const shown = this.banners.querySelector(`[data-kind="${kind}"]`);
    if (shown?.firstElementChild?.textContent === text && shown.querySelectorAll('button').length === acts.length + Number(dismiss)) return;
    shown?.remove();
    const banner = el('div', { class: `banner ${kind}`, role: 'status', 'data-kind': kind }, el('p', {}, text),
      el('div', { class: 'row' }, ...acts.map((act) => button(act.label, () => {
        if (!act.stay) banner.remove();
        act.run();
      }, { class: 'button' })), dismiss ? button(this.words.say('Dismiss'), () => banner.remove(), { class: 'button' }) : null));
    this.banners.append(banner);
  }

  has(kind: string): boolean {
    return this.banners.querySelector(`[data-kind="${kind}"]`) !== null;
  }

  clear(kind: string): void {
    this.banners.querySelector(`[data-kind="${kind}"]`)?.remove();
  }

  private text(state: SaveState): (Node | string)[] {
    const { words } = this;
    if (state.kind === 'saved') return [words.say('Saved', words.time(state.at))];
    if (!('keptAt' in state)) return [words.say('Saving')];
    const kept = state.keptAt ? words.say('KeptHere', words.time(state.keptAt)) : words.say('NotKeptHere');
    switch (state.kind) {
      case 'offline': return [words.say('NoConnection', kept)];
      case 'signedOut': return [words.say('SignedOut', kept), ' ', el('a', { href: location.pathname + location.search, target: '_blank', rel: 'noopener' }, words.say('SignIn')), ' ', words.say('ThenSent')];
      case 'forbidden': return [words.say('Forbidden', kept)];
      case 'tooLarge': return [words.say('TooLarge', kept)];
      case 'held': return [words.say('HeldElsewhere', kept)];
      case 'stale': return [words.say('SavedElsewhere', kept)];
      case 'refused': return [words.say('Refused', state.messages.join(' '), kept)];
    }
  }
}
