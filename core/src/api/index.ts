// Request and response schemas, shared by the server and whatever speaks with it.
export * from './common.ts';
export * from './sheets.ts';
