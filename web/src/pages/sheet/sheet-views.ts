/** The views of a sheet besides item by item: list, review before sending, leader's brief, assignments, sending. */
export const SHEET_VIEWS = ['list', 'review', 'brief', 'assign', 'send'] as const;
export type SheetView = (typeof SHEET_VIEWS)[number];
