// A story's ledger as the server gives it and takes it; the names are those of Desk/Ledger/LedgerView.cs.
import type { Check } from '../types';

export const kinds = ['Person', 'Organisation', 'Group', 'Outlet', 'Document', 'DataSet', 'Post'] as const;
export const forms = ['Direct', 'Mixed', 'Indirect', 'Refusal'] as const;
export const standings = ['OnRecord', 'OnBackground'] as const;
export const channels = ['SaidToUs', 'PublicStatement', 'Outlet', 'Document'] as const;
export const soughts = ['No', 'Answered', 'Declined', 'NoReply'] as const;
export const reasons = ['CouldLoseJob', 'CouldBeHarmed', 'CouldBePunished', 'NotAuthorised', 'IsMinor', 'IsVictim', 'Privacy', 'OutletDoesNotName'] as const;

export type Source = {
  id: string | null; kind: string; name: string; role: string | null; affiliation: string | null; address: string | null; isNamed: boolean; reason: string | null;
};
export type Copy = { id: string; title: string; takenAt: string; isPublic: boolean };
export type Entry = {
  id: string; state: 'Proposed' | 'Accepted' | 'Refused'; words: string; source: Source; form: string; standing: string | null; channel: string | null;
  via: Source | null; saidOn: string | null; sought: string; note: string | null; approvedBy: string | null; mayApprove: boolean; copies: Copy[];
};
export type LedgerState = { entries: Entry[]; isShown: boolean; showsProposals: boolean; checks: Check[]; state?: string };
export type Place = { line: number; start: number; end: number };
export type Found = { ledger: LedgerState; found: { entry: string; places: Place[] }[] };

// What is sent of an entry.
export type Said = {
  words?: string; sourceId: string | null; name: string; kind: string; role: string; affiliation: string; address: string; isNamed: boolean; reason: string | null;
  form: string; standing: string | null; channel: string | null; viaId: string | null; viaName: string; saidOn: string; sought: string; note: string;
};
export type Problem = { field?: string | null; message: string };
