// Drawn by us on a square of 20; each stands beside a name for those who do not see it.
export const icons: Record<string, string> = {
  Link: 'M8.5 11.5l3-3M7 9L5 11a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  Quote: 'M4 14c2-1 3-2.5 3-5H4V5h4M11 14c2-1 3-2.5 3-5h-3V5h4',
  BulletList: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  OrderedList: 'M9 5h8M9 10h8M9 15h8M3 3.5l1.5-.7V7M3 12.3c.3-1.3 2.6-1 2.2.4-.2.7-1.2 1.3-2.2 2.5h2.5',
  Picture: 'M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 7.5h.01',
  Comment: 'M3.5 4h13v9.5H9.5L6 16.5v-3H3.5z',
  FindReplace: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  Undo: 'M7 4L3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H9',
  Redo: 'M13 4l3.5 3.5L13 11M16 7.5H8a4.5 4.5 0 0 0 0 9h3',
};

export function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(document.createElementNS(space, 'path')).setAttribute('d', path);
  return svg;
}
