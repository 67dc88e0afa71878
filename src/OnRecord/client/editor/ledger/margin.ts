// Where notes stand beside the text: each at its passage, none upon another; the one at hand stands exactly at its own.
export type Standing = { wanted: number; height: number };

export const gap = 12;

// A place above the beginning is out of sight: notes above the one at hand make room even there.
export function stacked(notes: Standing[], at: number): number[] {
  const tops = notes.map((note) => note.wanted);
  const down = (start: number) => {
    for (let index = start; index < notes.length; index++) tops[index] = Math.max(notes[index]!.wanted, tops[index - 1]! + notes[index - 1]!.height + gap);
  };
  down(1);
  if (at <= 0 || at >= notes.length) return tops;
  tops[at] = notes[at]!.wanted;
  for (let index = at - 1; index >= 0; index--) tops[index] = Math.min(tops[index]!, tops[index + 1]! - gap - notes[index]!.height);
  down(at + 1);
  return tops;
}
