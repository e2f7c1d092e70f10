import { holders, type Piece } from '@parindex/core/appraisal/person-shares';
import type { Target } from '@parindex/core/ledger/index';
import { appraisersOfItem } from '@parindex/core/round/index';
import type { Acting } from '../../audit/acting.ts';
import type { Named } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { itemsCounting } from '../sheets/appraisers.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { refuseOwnCause } from '../sheets/own-cause.ts';
import { readColleagues, readOwnOffices, readPersonShares } from './queries/person-shares.ts';

/** To whom appraising bodies gave a piece by name; nobody: it belongs to all who appraise there. */
export type GivenWork = (office: string, piece: Piece) => readonly Named[];

/** What is given to persons in a round; read from the shares that the asker may know. */
export async function readGivenWork(db: Reading, round: string): Promise<GivenWork> {
  const shares = await readPersonShares(db, round);
  if (shares.length === 0) return () => [];
  const offices = Map.groupBy(shares, ({ office }) => office);
  const causes = new Map((await readColleagues(db, round, [...offices.keys()])).map(({ office, id, causes: of }) => [`${office} ${id}`, new Set(of)]));
  const names = new Map(shares.map(({ person, name }) => [person, name]));
  const held = new Map([...offices].map(([office, of]) => [office, holders(of, (person, body) => causes.get(`${office} ${person}`)?.has(body) === false)]));
  return (office, piece) => (held.get(office)?.(piece) ?? []).map((id) => ({ id, name: names.get(id) ?? id }));
}

const givenTo = (persons: readonly Named[]) => {
  const names = [...new Set(persons.map(({ name }) => name))].join(', ');
  return { vi: `Nội dung này đã được phân công cho ${names}; nội dung vừa gửi chưa được lưu.`, en: `This was given to ${names}; what you sent was not kept.` };
};

/** Refuses who would decide in their own cause, and on what was given to others by name. What the council concludes is given to nobody, and so is the word of a second person. */
export async function refuseOtherDeciders({ db, account }: Acting, open: OpenSheet, target: Target, act: 'appraise' | 'conclude'): Promise<void> {
  await refuseOwnCause(db, open);
  const { place, edition } = open;
  if (act === 'conclude') return;
  const mine = new Set(await readOwnOffices(db));
  const given = await readGivenWork(db, place.round);
  const persons = itemsCounting(edition, [target]).flatMap(({ domain, item }) =>
    appraisersOfItem(place.domainOwners, domain, item)
      .filter((office) => mine.has(office))
      .map((office) => given(office, { item, body: place.body })),
  );
  if (persons.some((of) => of.length === 0 || of.some(({ id }) => id === account))) return;
  if (persons.length > 0) throw new Problem('givenToOthers', { detail: givenTo(persons.flat()) });
}
