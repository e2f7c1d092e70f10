import { at, type Faults, isObject, type Raw, ROOT } from '@parindex/core';
import { sentText } from './sent-text.ts';

type Path = ReturnType<typeof at>;

/** A member of a list as it was sent: its texts, and where each stands. */
export interface SentMember {
  readonly path: Path;
  text(key: string): string | undefined;
}

/** The members of a list that was sent, as far as they are objects; what is not, the schema says. */
export function sentMembers(raw: Raw, list: string): SentMember[] {
  const members = isObject(raw) ? raw[list] : undefined;
  return (Array.isArray(members) ? members : []).flatMap((member, index): SentMember[] => {
    if (!isObject(member)) return [];
    return [{ path: at(ROOT, list, index), text: (key) => sentText(member, key) }];
  });
}

/** Adds a fault for each member whose key names none of the known. */
export function judgeKnown(members: readonly SentMember[], key: string, known: ReadonlySet<string>, faults: Faults): void {
  for (const { path, text } of members) {
    const found = text(key);
    if (found !== undefined && !known.has(found)) faults.add('unknownId', at(path, key), { found });
  }
}

/** Adds a fault for each member that says by these keys what one before it has said. */
export function judgeDoubles(members: readonly SentMember[], keys: readonly string[], faults: Faults): void {
  const seen = new Set<string>();
  for (const { path, text } of members) {
    const said = keys.map(text);
    if (said.includes(undefined)) continue;
    const key = JSON.stringify(said);
    if (seen.has(key)) faults.add('duplicateId', at(path, keys.at(-1) as string), { found: said.join(' ') });
    seen.add(key);
  }
}

/** What the members say by a key. */
export const saidBy = (members: readonly SentMember[], key: string): string[] => members.flatMap(({ text }) => text(key) ?? []);
