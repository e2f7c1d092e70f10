// Request and response schemas, shared by the server and whatever speaks with it.
export * from './acts.ts';
export * from './audit.ts';
export * from './bodies.ts';
export * from './days-off.ts';
export * from './editions.ts';
export * from './evidence.ts';
export * from './fields.ts';
export * from './installation.ts';
export * from './operation.ts';
export * from './people.ts';
export * from './roles.ts';
export * from './round-changes.ts';
export * from './rounds.ts';
export * from './search.ts';
export * from './session.ts';
export * from './sheets.ts';
export * from './work.ts';
