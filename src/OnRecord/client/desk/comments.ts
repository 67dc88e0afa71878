// Deciding on comments by keyboard: what buttons and boxes do without this, single keys do too, and what was decided leaves the list without a new page.

const said = document.getElementById('said');
const queue = document.querySelector<HTMLElement>('.queue');

if (said && queue) {
  type Answer = { done: string[]; late: string[]; said: string };
  const again = 'moderation-goes-on';
  const all = () => [...queue.querySelectorAll<HTMLElement>('[data-comment]')];
  const here = () => (document.activeElement?.closest('[data-comment]') as HTMLElement | null) ?? null;
  const say = (text: string) => {
    said.textContent = '';
    // The same sentence twice is spoken twice.
    setTimeout(() => (said.textContent = text), 50);
  };
  const go = (to: HTMLElement | undefined) => {
    if (!to) return;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: number) => {
    const list = all();
    const at = list.indexOf(here()!);
    go(at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[at + by]);
  };
  const ticked = () => document.querySelectorAll('[data-pick]:checked').length;
  const count = () => {
    const shown = document.querySelector<HTMLElement>('[data-ticked]');
    if (shown) shown.textContent = ticked() > 0 ? said.dataset.many!.replace('{0}', String(ticked())) : '';
  };

  // With the keys going on where they were; else at the first of what is there then.
  const reload = (at = '') => {
    sessionStorage.setItem(again, at);
    location.reload();
  };

  // In a queue what was decided goes; on other pages it stands there as it is now.
  const leave = (ids: string[]) => {
    const list = all();
    const going = list.filter((item) => ids.includes(item.dataset.comment!));
    const at = Math.max(0, list.indexOf(going[0]!));
    const next = list.slice(at).find((item) => !going.includes(item)) ?? list.filter((item) => !going.includes(item)).at(-1);
    for (const item of going) item.remove();
    if (next) return go(next);
    say(said.dataset.none!);
    reload();
  };

  // What somebody else decided before is shown as it is now, with what was typed here.
  const renew = async (id: string, why: string) => {
    const item = queue.querySelector<HTMLElement>(`[data-comment="${id}"]`);
    const answer = await fetch(`/desk/comments/${id}`, { headers: { accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const fresh = page?.getElementById(`c-${id}`);
    if (!item || !fresh) return location.reload();
    const [typed, field] = [item, fresh].map((one) => one.querySelector<HTMLTextAreaElement>('[data-reject] textarea'));
    if (typed && field) field.value = typed.value;
    const rule = item.querySelector<HTMLInputElement>('[data-reject] input:checked')?.value;
    const choice = rule && fresh.querySelector<HTMLInputElement>(`[data-reject] input[value="${rule}"]`);
    if (choice) choice.checked = true;
    fresh.prepend(Object.assign(document.createElement('p'), { className: 'late', textContent: why }));
    item.replaceWith(document.adoptNode(fresh));
    go(fresh);
  };

  const decide = async (form: HTMLFormElement, act: HTMLButtonElement) => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) fields.append(name, String(value));
    fields.set(act.name, act.value);
    const ids = fields.getAll('comment');
    for (const item of all()) if (ids.some((id) => id.startsWith(item.dataset.comment!.replaceAll('-', '')))) item.classList.add('leaving');
    const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { accept: 'application/json' } }).catch(() => null);
    for (const item of all()) item.classList.remove('leaving');
    const told = answer && answer.headers.get('content-type')?.includes('json') ? ((await answer.json()) as Answer) : null;
    if (told?.late.length) {
      say(told.said);
      for (const id of told.late) await renew(id, told.said);
      if (told.done.length) leave(told.done);
      return;
    }
    // Without an answer, or with one that says what is wrong, the browser asks itself and shows the page with it.
    if (!answer?.ok || !told) return send(form, act);
    say(told.said);
    if (queue.dataset.queue && queue.dataset.queue !== 'all') leave(told.done);
    else reload(here()?.dataset.comment ?? told.done[0]);
    count();
  };
  const send = (form: HTMLFormElement, act: HTMLButtonElement) => {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: act.name, value: act.value }));
    form.submit();
  };

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const act = event.submitter as HTMLButtonElement | null;
    if (event.defaultPrevented || !act?.name) return;
    if (form.matches('[data-decide]')) {
      event.preventDefault();
      void decide(form, act);
    } else if (form.matches('[data-like]')) {
      event.preventDefault();
      void like(form, act);
    }
  });

  const like = async (form: HTMLFormElement, act: HTMLButtonElement) => {
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.set(act.name, act.value);
    const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return send(form, act);
    const { iLike, likes } = (await answer.json()) as { iLike: boolean; likes: number };
    act.value = iLike ? 'no' : 'yes';
    act.setAttribute('aria-pressed', String(iLike));
    const shown = act.querySelector('[data-likes]')!;
    shown.textContent = shown.textContent!.replace(/\d+/, String(likes));
    say(shown.textContent);
  };

  const openReject = (item: HTMLElement) => {
    const part = item.querySelector<HTMLDetailsElement>('[data-reject]');
    if (!part) return;
    part.open = true;
    part.querySelector<HTMLElement>('input:checked, input[type="radio"]')?.focus();
  };

  const press = (item: HTMLElement, key: string) => item.querySelector<HTMLButtonElement>(`[data-key="${key}"]`)?.click();

  const keys: Record<string, (item: HTMLElement | null) => void> = {
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    a: (item) => item && press(item, 'a'),
    h: (item) => item && press(item, 'h'),
    l: (item) => item && press(item, 'l'),
    r: (item) => item && openReject(item),
    o: (item) => item?.querySelector<HTMLAnchorElement>('.who a')?.click(),
    x: (item) => item?.querySelector<HTMLInputElement>('[data-pick]')?.click(),
    '?': () => {
      const help = document.querySelector<HTMLDetailsElement>('[data-help]');
      if (!help) return;
      help.open = !help.open;
      help.querySelector<HTMLElement>('summary')?.focus();
    },
  };

  // Who speaks to the browser, or whose hand slips, can do without single keys (WCAG 2.2, 2.1.4).
  const off = 'moderation-keys-off';
  const silent = () => localStorage.getItem(off) !== null;
  const turn = document.querySelector<HTMLButtonElement>('[data-keys]');
  const name = () => turn && (turn.textContent = silent() ? turn.dataset.on! : turn.dataset.off!);
  if (turn) {
    turn.hidden = false;
    turn.addEventListener('click', () => {
      if (silent()) localStorage.removeItem(off);
      else localStorage.setItem(off, 'yes');
      name();
    });
    name();
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const item = here();
    const reject = target.closest<HTMLDetailsElement>('[data-reject][open]');
    if (event.key === 'Escape') {
      if (reject) reject.open = false;
      document.querySelector<HTMLDetailsElement>('[data-help][open]')?.removeAttribute('open');
      return go(item ?? undefined);
    }
    if (reject && target.matches('input[type="radio"]') && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      const choice = reject.querySelectorAll<HTMLInputElement>('input[type="radio"]')[Number(event.key) - 1];
      choice?.click();
      choice?.focus();
      return;
    }
    if (target.matches('textarea, select, input:not([type="checkbox"])')) return;
    if (silent()) return;
    // Arrows walk the list from within it, and scroll the page elsewhere.
    if (event.key.startsWith('Arrow') && !item) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(item);
  });

  document.addEventListener('change', (event) => {
    if ((event.target as HTMLElement).matches('[data-pick]')) {
      count();
      if (ticked() > 0) say(said.dataset.many!.replace('{0}', String(ticked())));
    }
  });
  const everything = document.querySelector<HTMLButtonElement>('[data-all]');
  if (everything) {
    everything.hidden = false;
    everything.addEventListener('click', () => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-pick]')];
      const tick = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = tick;
      count();
    });
  }
  count();
  // A list that was worked through goes on with its next page.
  const at = sessionStorage.getItem(again);
  if (at !== null) {
    sessionStorage.removeItem(again);
    go(all().find((item) => item.dataset.comment === at) ?? all()[0]);
  }
}

export {};
