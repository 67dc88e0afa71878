import { button, el } from './dom';
import { desk, inserts, line, more, styles, table, type Command, type Room } from './commands';
import { icon, icons } from './icons';
import { spoken } from './keys';
import type { Words } from './words';

const faces: Record<string, string> = { Bold: 'B', Italic: 'I' };

// The toolbar pattern of the ARIA practices: one stop for Tab, arrows between its buttons.
export class Toolbar {
  private readonly shown: { command: Command; element: HTMLElement }[] = [];
  private readonly styleButton: HTMLButtonElement;
  private readonly tableRow: HTMLElement;
  private opened: { menu: HTMLElement; opener: HTMLButtonElement } | null = null;

  constructor(private readonly root: HTMLElement, private readonly room: Room, private readonly words: Words) {
    root.setAttribute('aria-label', words.say('Tools'));
    this.styleButton = this.menu('Style', styles, 'menuitemradio');
    this.tableRow = el('span', { class: 'table-tools', role: 'group', 'aria-label': words.say('Table'), hidden: true }, ...table.map((command) => this.tool(command)));
    root.append(
      this.wrapped(this.styleButton), ...line.map((command) => this.tool(command)),
      this.wrapped(this.menu('Insert', inserts, 'menuitem')), this.wrapped(this.menu('More', more, 'menuitemcheckbox')), el('span', { class: 'gap' }),
      ...desk.map((command) => this.tool(command)),
      button('?', () => room.help(), { 'aria-label': words.say('Help'), title: `${words.say('Help')} (${spoken('Mod-/')})` }), this.tableRow);
    root.addEventListener('keydown', (event) => this.move(event));
    root.addEventListener('focusin', (event) => this.only(event.target as HTMLElement));
    document.addEventListener('pointerdown', (event) => {
      if (this.opened && !this.opened.menu.parentElement!.contains(event.target as Node)) this.close(false);
    });
    this.only(this.stops[0]!);
  }

  focus(): void {
    this.root.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  show(editable: boolean): void {
    const { state } = this.room.editor;
    for (const { command, element } of this.shown) {
      const able = (editable || command.key === 'FindReplace' || command.key === 'Comment') && (command.able?.(state) ?? true);
      element.setAttribute('aria-disabled', String(!able));
      const role = element.getAttribute('role');
      if (command.active && role !== 'menuitem') element.setAttribute(role ? 'aria-checked' : 'aria-pressed', String(command.active(state)));
    }
    const style = styles.find((command) => command.active!(state));
    this.styleButton.firstChild!.textContent = this.words.say(style?.key ?? 'Paragraph');
    this.tableRow.hidden = !table[0]!.able!(state);
  }

  private tool(command: Command): HTMLButtonElement {
    const name = this.words.say(command.key);
    const made = button(faces[command.key] ?? name, () => this.act(command, made), {
      class: `tool tool-${command.key.toLowerCase()}`, title: `${name} (${spoken(command.keys[0]!)})`, 'aria-label': faces[command.key] || icons[command.key] ? name : null,
      'aria-pressed': command.active ? 'false' : null,
    });
    if (icons[command.key]) made.replaceChildren(icon(icons[command.key]!));
    // The selection in the text must outlive a click here.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    this.shown.push({ command, element: made });
    return made;
  }

  private act(command: Command, element: HTMLElement): void {
    this.close(false);
    if (element.getAttribute('aria-disabled') === 'true') return;
    void command.run(this.room);
    if (!document.querySelector('dialog[open]') && !['FindReplace', 'Comment'].includes(command.key)) this.room.editor.view.focus();
  }

  private wrapped(opener: HTMLButtonElement): HTMLElement {
    return opener.parentElement!;
  }

  private menu(key: string, commands: Command[], role: string): HTMLButtonElement {
    const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': this.words.say(key), hidden: true });
    const opener = el('button', { type: 'button', class: 'opener', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title: this.words.say(key) }, this.words.say(key));
    opener.addEventListener('click', () => (this.opened?.menu === menu ? this.close(true) : this.open(opener, menu)));
    opener.addEventListener('mousedown', (event) => event.preventDefault());
    for (const command of commands) {
      const kind = command.active ? role : 'menuitem';
      const item = el('button', { type: 'button', role: kind, tabindex: '-1', onclick: () => this.act(command, item) },
        el('span', {}, this.words.say(command.key)), el('kbd', {}, spoken(command.keys[0]!)));
      if (kind !== 'menuitem') item.setAttribute('aria-checked', 'false');
      item.addEventListener('mousedown', (event) => event.preventDefault());
      this.shown.push({ command, element: item });
      menu.append(item);
    }
    el('span', { class: 'menu-place' }, opener, menu);
    return opener;
  }

  private open(opener: HTMLButtonElement, menu: HTMLElement): void {
    this.close(false);
    this.opened = { menu, opener };
    menu.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    menu.querySelector<HTMLElement>('button')?.focus();
  }

  private close(refocus: boolean): void {
    if (!this.opened) return;
    this.opened.menu.hidden = true;
    this.opened.opener.setAttribute('aria-expanded', 'false');
    if (refocus) this.opened.opener.focus();
    this.opened = null;
  }

  private get stops(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('button')].filter((each) => !each.closest('.menu') && !each.closest('[hidden]'));
  }

  private only(target: HTMLElement): void {
    if (!target.closest('.menu')) for (const stop of this.root.querySelectorAll<HTMLElement>('button:not(.menu button)')) stop.tabIndex = stop === target ? 0 : -1;
  }

  private move(event: KeyboardEvent): void {
    const inMenu = this.opened?.menu.contains(event.target as Node);
    const row = inMenu ? [...this.opened!.menu.querySelectorAll<HTMLElement>('button')] : this.stops;
    const at = row.indexOf(document.activeElement as HTMLElement);
    const rtl = getComputedStyle(this.root).direction === 'rtl';
    const by = inMenu ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? row.length - 1 : by ? (at + by + row.length) % row.length : -1;
    if (to >= 0) row[to]?.focus();
    else if (event.key === 'Escape' && inMenu) this.close(true);
    else if (event.key === 'Escape') this.room.editor.view.focus();
    else if (event.key === 'Tab' && inMenu) return this.close(false);
    else if (event.key === 'ArrowDown' && (event.target as HTMLElement).classList.contains('opener')) (event.target as HTMLElement).click();
    else return;
    event.preventDefault();
  }
}
