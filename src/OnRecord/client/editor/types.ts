import type { LedgerState } from './ledger/types';

// What the server hands to the editor and takes from it.
export type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; marks?: Json[]; text?: string };
export type Person = { id: string; name: string };
export type Lead = {
  sha256: string | null; width: number; height: number; alt: string; caption: string | null; credit: string | null;
  focusX: number | null; focusY: number | null;
};
export type Content = {
  headline: string; deck: string | null; language: string; sectionId: string | null; byline: string[]; topics: string[];
  lead: Lead | null; text: Json;
};
export type Hold = {
  holder: (Person & { tab: string; since: string }) | null; asking: Person[]; seenRevision: number;
};
export type Comment = {
  id: string; thread: string; by: Person; at: string; text: string; mentions: string[];
  resolved: { by: Person | string; at: string } | null; replyTo: string | null; quote: string;
};
export type Picture = {
  sha256: string; width: number; height: number; thumb: string; name: string; caption: string | null; credit: string | null;
  alt: string | null; licence: string | null; focusX: number | null; focusY: number | null;
};
export type Check = { code: string; level: 'stops' | 'advises'; message: string; place: string | null };
export type EditorState = {
  story: string; revision: number; savedAt: string | null; savedBy: string | null; me: Person; mayWrite: boolean;
  mayApprove: boolean; hold: Hold; content: Content; ledger: LedgerState; comments: Comment[]; staff: Person[];
  sections: { id: string; name: string }[]; languages: { tag: string; name: string }[]; words: Record<string, string>;
  uiLanguage: string; timeZone?: string;
};
