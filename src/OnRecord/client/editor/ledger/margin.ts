// Where notes stand beside the text: each at its passage, none upon another; the one at hand stands exactly at its own.
export type Standing = { wanted: number; height: number };

export const gap = 12;

export function stacked(notes: Standing[], at: number): number[] {
  const tops: number[] = [];
  const down = (start: number) => {
    for (let index = start; index < notes.length; index++) {
      const above = index > 0 ? tops[index - 1]! + notes[index - 1]!.height + gap : 0;
      tops[index] = Math.max(above, index === at ? (tops[index] ?? notes[index]!.wanted) : notes[index]!.wanted);
    }
  };
  down(0);
  if (at <= 0 || at >= notes.length) return tops;
  // Those above make room, as far as there is any above them.
  tops[at] = Math.max(notes[at]!.wanted, notes.slice(0, at).reduce((sum, note) => sum + note.height + gap, 0));
  for (let index = at - 1; index >= 0; index--) tops[index] = Math.min(tops[index]!, tops[index + 1]! - gap - notes[index]!.height);
  down(at + 1);
  return tops;
}
