// Arranging the site: rows that are dragged, and a look that is seen while it is picked. The same is there by buttons without this.

type Rgb = [number, number, number];

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-order]')) {
  const form = document.getElementById(table.dataset.order!) as HTMLFormElement;
  let held: HTMLTableRowElement | null = null;
  let before = '';
  const order = () => [...table.tBodies[0]!.rows].map((row) => row.dataset.id).join(',');
  for (const row of table.tBodies[0]!.rows) row.draggable = true;
  table.addEventListener('dragstart', (event) => {
    held = (event.target as HTMLElement).closest('tr');
    before = order();
    held?.classList.add('held');
  });
  table.addEventListener('dragover', (event) => {
    const over = (event.target as HTMLElement).closest<HTMLTableRowElement>('tbody tr');
    if (!held) return;
    event.preventDefault();
    if (!over || over === held) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? 'before' : 'after'](held);
  });
  table.addEventListener('dragend', () => {
    held?.classList.remove('held');
    held = null;
    if (order() === before) return;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'order', value: order() });
    form.append(field);
    form.requestSubmit();
  });
}

// WCAG 2.2, relative luminance and contrast ratio; the server counts the same way and has the last word.
const luminance = (colour: Rgb) => {
  const [r, g, b] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: Rgb, two: Rgb) => {
  const [a, b] = [luminance(one), luminance(two)] as const;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
const read = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const write = (colour: Rgb) => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
const ofHsl = (hue: number, saturation: number, lightness: number): Rgb => {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((n) => {
    const k = (n + hue * 12) % 12;
    return Math.round(255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  }) as Rgb;
};
const hsl = (colour: Rgb): Rgb => {
  const [r, g, b] = colour.map((channel) => channel / 255) as Rgb;
  const most = Math.max(r, g, b), least = Math.min(r, g, b), spread = most - least, lightness = (most + least) / 2;
  if (!spread) return [0, 0, lightness];
  const hue = most === r ? (g - b) / spread + (g < b ? 6 : 0) : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [hue / 6, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
};
const nearest = (colour: Rgb, passes: (found: Rgb) => boolean) => {
  const [hue, saturation, lightness] = hsl(colour);
  for (let step = 0; step <= 1000; step++)
    for (const moved of [lightness - step / 1000, lightness + step / 1000]) {
      const found = ofHsl(hue, saturation, moved);
      if (moved >= 0 && moved <= 1 && passes(found)) return found;
    }
  return colour;
};

// The grounds of tokens.css.
const grounds: Record<string, [Rgb, Rgb]> = {
  light: [read('#fffefb'), read('#f6f4ee')],
  dark: [read('#14161a'), read('#1d2026')],
};

const look = document.querySelector<HTMLFormElement>('form[data-look]');
if (look) {
  const show = document.getElementById('show') as HTMLButtonElement;
  for (const scheme of ['light', 'dark']) {
    const part = look.querySelector<HTMLElement>(`[data-scheme="${scheme}"]`)!;
    const input = part.querySelector<HTMLInputElement>('input[type="color"]')!;
    const [paper, raised] = grounds[scheme]!;
    const passes = (colour: Rgb) => contrast(colour, paper) >= 4.5 && contrast(colour, raised) >= 4.5;
    const draw = () => {
      const colour = read(input.value);
      part.querySelector('[data-hex]')!.textContent = input.value;
      look.querySelector<HTMLElement>(`.preview.${scheme}`)!.style.setProperty('--accent', input.value);
      for (const line of part.querySelectorAll<HTMLElement>('[data-pair]')) {
        const ratio = contrast(colour, line.dataset.pair === 'Pair.OnRaised' ? raised : paper);
        line.className = ratio >= 4.5 ? 'ok' : 'no';
        line.querySelector('b')!.textContent = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
      }
      const proposal = part.querySelector<HTMLElement>('[data-proposal]')!;
      proposal.hidden = passes(colour);
      const take = proposal.querySelector('button')!;
      take.textContent = take.value = proposal.hidden ? '' : write(nearest(colour, passes));
    };
    input.addEventListener('input', draw);
    part.querySelector('[data-proposal] button')!.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = (event.currentTarget as HTMLButtonElement).value;
      draw();
      input.focus();
    });
  }
  look.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement;
    if (field.type === 'file') look.requestSubmit(show);
    if (field.name === 'masthead')
      for (const preview of look.querySelectorAll('.preview')) preview.classList.toggle('centred', field.value === 'Centred');
  });
}
