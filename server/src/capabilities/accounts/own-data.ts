import type { dataExport, keptData } from '@parindex/core/contracts/schemas/index';
import { reminderSentence } from '@parindex/core/reminders/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { iso } from '../../iso.ts';
import { feedMadeAt } from '../reminders/queries/calendar-feeds.ts';
import { countReminders, remindersOf } from '../reminders/queries/reminders.ts';
import { KEPT_DATA, type KeptFieldName, LAW } from './kept-data.ts';
import { presentMembership } from './present.ts';
import { handoversOf } from './queries/handovers.ts';
import { linksOf } from './queries/links.ts';
import { findPerson, myActs, myEntries } from './queries/people.ts';
import { recoveryCodesOf } from './queries/recovery-codes.ts';
import { securityKeysOf } from './queries/security-keys.ts';
import { allSessions } from './queries/sessions.ts';
import { countDevices, readOwnSignOn } from './queries/sign-on.ts';
import { tokensOf } from './queries/tokens.ts';

type Export = z.output<typeof dataExport>;

/** A personal token as its person sees it. */
export const presentToken = (token: Awaited<ReturnType<typeof tokensOf>>[number]): Export['tokens'][number] => ({
  id: token.id,
  name: token.name,
  scopes: token.scopes as Export['tokens'][number]['scopes'],
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  usedAt: iso(token.usedAt),
  revokedAt: iso(token.revokedAt),
});

/** Everything stored about the person asking, for them to download; the transaction must act for them. */
export async function presentExport(db: Reading, account: string, moment: Date): Promise<Export> {
  const person = await findPerson(db, account);
  if (!person) throw new Problem('notFound');
  const signOn = await readOwnSignOn(db);
  return {
    exportedAt: moment.toISOString(),
    law: LAW,
    person: { id: person.id, name: person.name, email: person.email, createdAt: person.createdAt.toISOString() },
    signOn: { passwordSetAt: iso(signOn?.passwordSetAt), secondFactorConfirmedAt: iso(signOn?.secondFactorConfirmedAt) },
    securityKeys: (await securityKeysOf(db, account)).map(({ name, madeAt, usedAt }) => ({ name, madeAt: madeAt.toISOString(), usedAt: iso(usedAt) })),
    recoveryCodes: (await recoveryCodesOf(db, account)).map(({ madeAt, usedAt }) => ({ madeAt: madeAt.toISOString(), usedAt: iso(usedAt) })),
    memberships: person.memberships.map(presentMembership),
    sessions: (await allSessions(db, account)).map((session) => ({
      id: session.id,
      createdAt: session.createdAt.toISOString(),
      seenAt: session.seenAt.toISOString(),
      endedAt: iso(session.endedAt),
      address: session.address,
      agent: session.agent,
    })),
    tokens: (await tokensOf(db, account)).map(presentToken),
    links: (await linksOf(db, account)).map((link) => ({
      purpose: link.purpose,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      usedAt: iso(link.usedAt),
    })),
    handovers: await handoversOf(db, account),
    reminders: (await remindersOf(db, account)).map(({ told, day, read_at }) => ({ text: reminderSentence(told, 'vi'), day, readAt: iso(read_at) })),
    entries: (await myEntries(db)).map((entry) => ({ ...entry, receivedAt: entry.receivedAt.toISOString() })),
    acts: (await myActs(db)).map((act) => ({ ...act, at: act.at.toISOString() })),
  };
}

/** What is stored about the person asking: each kind with its purpose and term, and a count where it is a list. */
export async function presentKeptData(db: Reading, account: string): Promise<z.output<typeof keptData>> {
  const person = await findPerson(db, account);
  if (!person) throw new Problem('notFound');
  const signOn = await readOwnSignOn(db);
  const value: Readonly<Record<KeptFieldName, string | number | null>> = {
    name: person.name,
    email: person.email,
    createdAt: person.createdAt.toISOString(),
    password: iso(signOn?.passwordSetAt),
    secondFactor: iso(signOn?.secondFactorConfirmedAt),
    securityKeys: (await securityKeysOf(db, account)).length,
    recoveryCodes: (await recoveryCodesOf(db, account)).length,
    memberships: person.memberships.length,
    sessions: (await allSessions(db, account)).length,
    tokens: (await tokensOf(db, account)).length,
    links: (await linksOf(db, account)).length,
    handovers: (await handoversOf(db, account)).length,
    entries: (await myEntries(db)).length,
    acts: (await myActs(db)).length,
    reminders: (await countReminders(db, account)).all,
    calendarFeed: iso(await feedMadeAt(db, account)),
    devices: await countDevices(db, account),
    refusedSignIns: signOn?.refused ?? 0,
  };
  const items = (Object.keys(KEPT_DATA) as KeptFieldName[]).map((field) => ({ field, ...KEPT_DATA[field], value: value[field] }));
  return { law: LAW, items };
}
