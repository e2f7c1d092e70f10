/** How a sheet can be looked at besides item by item: as a list, by what it lacks before it is sent, by what its leader has to know. */
export const SHEET_VIEWS = ['list', 'review', 'brief'] as const;
export type SheetView = (typeof SHEET_VIEWS)[number];
