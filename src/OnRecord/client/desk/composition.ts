// Composing the front: what the buttons do without this, arrow keys and dragging do too, and nothing of the page is lost on the way.
// Each change is sent to the server as the form stands; what comes back takes the form's place, and the sentence that says what moved is spoken.

const form = document.querySelector<HTMLFormElement>('form[data-front]');
const live = document.getElementById('said');

if (form && live) {
  form.classList.add('scripted');
  let sending = false;

  const focus = (act: string) => {
    const [, id] = act.split(':');
    const wanted = [`button[value="${CSS.escape(act)}"]:not([disabled])`, `[data-handle="${id}"]`, 'input[name="q"]'];
    for (const one of act === 'search' ? ['input[name="q"]'] : wanted) {
      const found = form.querySelector<HTMLElement>(one);
      if (found && found.offsetParent) return found.focus();
    }
  };

  const send = async (act: string, held?: string) => {
    if (sending) return;
    sending = true;
    form.setAttribute('aria-busy', 'true');
    try {
      const fields = new FormData(form);
      fields.set('act', act);
      const answer = await fetch(form.getAttribute('action')!, {
        method: 'POST',
        body: new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])),
        headers: { accept: 'text/html' },
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('form[data-front]');
      if (!fresh) throw new Error('not the page');
      const top = scrollY;
      form.replaceChildren(...document.adoptNode(fresh).childNodes);
      live.textContent = page.getElementById('said')?.textContent ?? '';
      scrollTo({ top });
      const problems = form.querySelector<HTMLElement>('#problems');
      if (problems) problems.focus();
      else if (held) form.querySelector<HTMLElement>(`[data-handle="${held}"]`)?.focus();
      else focus(act);
    } catch {
      // Without an answer the browser asks itself, and shows what went wrong.
      const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'act', value: act });
      form.append(field);
      form.submit();
    } finally {
      sending = false;
      form.removeAttribute('aria-busy');
    }
  };

  form.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null;
    const act = button?.name === 'act' ? button.value : '';
    if (!act || act === 'save' || act === 'theirs') return;
    event.preventDefault();
    void send(act);
  });

  const handleOf = (target: EventTarget | null) => (target as Element | null)?.closest?.<HTMLElement>('[data-handle]') ?? null;

  form.addEventListener('keydown', (event) => {
    const handle = handleOf(event.target);
    if (!handle) return;
    const id = handle.dataset.handle!;
    const block = 'block' in handle.dataset ? 'block-' : '';
    const acts: Record<string, string> =
      'new' in handle.dataset
        ? { ArrowUp: `lead:${id}`, ArrowLeft: `second:${id}` }
        : { ArrowUp: `${block}up:${id}`, ArrowDown: `${block}down:${id}`, Home: block ? `block-put:${id}:0` : `put:${id}:0`, Delete: `${block}remove:${id}` };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    void send(act, event.key === 'Delete' ? undefined : id);
  });

  // Dragging by pointer, finger or pen: a line shows where the story will stand.
  const line = Object.assign(document.createElement('li'), { className: 'drop-line', ariaHidden: 'true' });
  let drag: { id: string; block: boolean; item: HTMLElement; y: number; begun: boolean } | null = null;

  const zones = (block: boolean) => [...form.querySelectorAll<HTMLElement>(block ? '[data-zone="blocks"]' : '[data-zone="lead"], [data-zone="seconds"]')];
  const itemsOf = (zone: HTMLElement) => [...zone.querySelectorAll<HTMLElement>('li[data-story]')].filter((item) => item !== drag?.item);
  const inside = (zone: HTMLElement, event: PointerEvent) => {
    const box = (zone.closest('section') ?? zone).getBoundingClientRect();
    return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  };
  const placeAt = (event: PointerEvent): { zone: HTMLElement; at: number } | null => {
    const zone = zones(drag!.block).find((one) => inside(one, event));
    if (!zone) return null;
    const at = itemsOf(zone).filter((item) => {
      const box = item.getBoundingClientRect();
      return event.clientY > box.top + box.height / 2;
    }).length;
    return { zone, at: zone.dataset.zone === 'lead' ? 0 : at };
  };
  const end = () => {
    drag?.item.classList.remove('held');
    line.remove();
    drag = null;
  };

  form.addEventListener('pointerdown', (event) => {
    const handle = handleOf(event.target);
    if (!handle || event.button !== 0) return;
    const item = handle.closest('li')!;
    drag = { id: handle.dataset.handle!, block: 'block' in handle.dataset, item, y: event.clientY, begun: false };
    handle.setPointerCapture(event.pointerId);
  });
  form.addEventListener('pointermove', (event) => {
    if (!drag) return;
    if (!drag.begun && Math.abs(event.clientY - drag.y) < 4) return;
    drag.begun = true;
    drag.item.classList.add('held');
    const place = placeAt(event);
    if (!place) return line.remove();
    const before = itemsOf(place.zone)[place.at];
    if (before) before.before(line);
    else itemsOf(place.zone).at(-1) ? itemsOf(place.zone).at(-1)!.after(line) : place.zone.prepend(line);
  });
  form.addEventListener('pointerup', (event) => {
    if (!drag) return;
    const { id, block, begun } = drag;
    const place = begun ? placeAt(event) : null;
    end();
    if (!place) return;
    if (block) void send(`block-put:${id}:${place.at}`, id);
    else void send(`put:${id}:${place.zone.dataset.zone === 'lead' ? 0 : place.at + 1}`, id);
  });
  form.addEventListener('pointercancel', end);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag) end();
  });
}
