import { linkOptions } from '@tanstack/react-router';
import type { SheetKey } from '../../client/sheet.ts';

interface StandingAtSheet {
  readonly enters: 'declare' | 'propose' | null;
  /** Whether its appraisal is told, or is to be explained. */
  readonly explains: boolean;
}

const SHEET = '/lam-viec/ky-danh-gia/$round/bang-diem/$body';
const ALL = () => true;

/**
 * The parts of a sheet in the order of the work, under the names that the texts of its frame give them: the keys that lead there and
 * back, for whom each is, and whether it is printed as it is, instead of the whole sheet.
 */
export const SHEET_PARTS = [
  { part: 'items', keys: '', shown: ALL, printsItself: false },
  { part: 'list', keys: 'Alt+L', shown: ALL, printsItself: false },
  { part: 'review', keys: 'Alt+R', shown: ALL, printsItself: true },
  { part: 'assign', keys: '', shown: ({ enters }: StandingAtSheet) => enters !== null, printsItself: true },
  { part: 'documents', keys: '', shown: ALL, printsItself: false },
  { part: 'send', keys: '', shown: ({ enters }: StandingAtSheet) => enters !== 'propose', printsItself: true },
  { part: 'explanation', keys: '', shown: ({ explains }: StandingAtSheet) => explains, printsItself: true },
  { part: 'brief', keys: '', shown: ALL, printsItself: true },
] as const;
export type SheetPart = (typeof SHEET_PARTS)[number]['part'];

/** Those that the sheet's own address tells apart; its documents have one of theirs. */
export type SheetView = Exclude<SheetPart, 'items' | 'documents'>;

export const viewOf = (view: unknown): SheetView | undefined =>
  SHEET_PARTS.map(({ part }) => part).find((part): part is SheetView => part === view && part !== 'items' && part !== 'documents');

/** Where a part is; the item that one was at goes along, so that one comes back to it. */
export const placeOfPart = (part: SheetPart, params: SheetKey, item?: string) =>
  part === 'documents'
    ? linkOptions({ to: `${SHEET}/tai-lieu`, params, search: item === undefined ? {} : { from: item } })
    : linkOptions({ to: SHEET, params, search: { ...(part === 'items' ? {} : { view: part }), ...(item === undefined ? {} : { item }) } });

/** The keys of what is done in every part. */
export const SHEET_KEYS = { next: 'Alt+↓', previous: 'Alt+↑', nextOpen: 'Alt+N', undo: 'Alt+Z' } as const;
