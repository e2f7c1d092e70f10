/** How a sheet can be looked at besides item by item: as a list, by what it lacks before it is sent, by what its leader has to know, by whose hands it is in, by how far it is on its way to be sent. */
export const SHEET_VIEWS = ['list', 'review', 'brief', 'assign', 'send'] as const;
export type SheetView = (typeof SHEET_VIEWS)[number];
