import { inForceOn } from './dated.ts';
import type { BodyKind, BodyName, BodyRegistry, BodyType, RegisteredBody } from './types.ts';

/** Whether the body existed on a day: from its opening to its last day, both included. */
export const existsOn = (body: RegisteredBody, date: string): boolean =>
  (body.opened === undefined || body.opened <= date) && (body.closed === undefined || date <= body.closed);

/** The body's name on a day; undefined if it did not exist. */
export const nameOn = (body: RegisteredBody, date: string): BodyName | undefined => (existsOn(body, date) ? inForceOn(body.names, date) : undefined);

/** The body's last name, whether it still exists or not. */
export const lastName = (body: RegisteredBody): BodyName => body.names.at(-1) as BodyName;

/** The body's code on a day. Codes pass from body to body: never join by one. */
export const codeOn = (body: RegisteredBody, date: string): string | undefined => (existsOn(body, date) ? inForceOn(body.codes, date)?.code : undefined);

/** Province or centrally run city, on a day. */
export const typeOn = (body: RegisteredBody, date: string): BodyType | undefined => nameOn(body, date)?.type;

/** The region that the body was counted in on a day. */
export const regionOn = (body: RegisteredBody, date: string): string | undefined => (existsOn(body, date) ? inForceOn(body.regions, date)?.name : undefined);

/** The group that the body was compared in on a day. */
export const blockOn = (body: RegisteredBody, date: string): string | undefined => (existsOn(body, date) ? inForceOn(body.blocks, date)?.name : undefined);

/** The bodies that existed on a day, of one kind or of all. */
export const bodiesOn = ({ bodies }: BodyRegistry, date: string, kind?: BodyKind): RegisteredBody[] =>
  bodies.filter((body) => (kind === undefined || body.kind === kind) && existsOn(body, date));
