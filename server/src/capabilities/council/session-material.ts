import type { Language } from '@parindex/core';
import { CITATIONS, citationsIn, fieldsAt } from '@parindex/core/ledger/index';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readyEdition } from '../editions/ready.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { findRound } from '../rounds/queries/rounds.ts';
import { readFiguresApart } from '../sheets/official-figures.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import { namesOfDocuments } from '../submissions/queries/sendings.ts';
import { citedVersion } from '../submissions/report-citations.ts';
import type { SessionMaterial } from './council-documents.ts';
import type { OpenSession } from './open-session.ts';
import { presentSession, readSheetsOf } from './present-session.ts';
import { readConclusions } from './queries/council.ts';

/** Everything that the documents of a session are made of. */
export async function readMaterial(
  db: Reading,
  plan: BoardRound,
  open: OpenSession,
  of: { readonly account: string; readonly leads: boolean; readonly language: Language; readonly moment: Date; readonly illustrative: boolean },
): Promise<SessionMaterial> {
  const round = await findRound(db, plan.round);
  if (!round) throw new Problem('notFound');
  const sheets = await readSheetsOf(db, plan.round, open.agenda);
  const session = await presentSession(db, plan, open, of, sheets);
  const claimed = open.agenda.flatMap(({ body, item }) => {
    const sheet = sheets.get(body.id);
    return sheet ? citationsIn(fieldsAt(sheet.sheet, 'claimed', { kind: 'item', id: item })[CITATIONS]) : [];
  });
  const cited = [...claimed, ...session.agenda.flatMap(({ said }) => said.flatMap(({ citations }) => citations))];
  const ids = [...new Set(cited.map((citation) => citedVersion(citation).split('/')[0] ?? ''))];
  const { openedAt, concludedAt } = open.session;
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  return {
    ...{ session, openedAt, concludedAt, sheets },
    // Whoever was named and is no member of the council any more on its day, is none of the session.
    members: open.members.filter(({ person }) => open.council.some(({ id }) => id === person.id)),
    conclusions: await readConclusions(db, open.session.id),
    documents: await namesOfDocuments(db, ids),
    scheme: edition.scheme,
    official: await readFiguresApart(db, plan.round, edition),
    owner: { ...(await readAgencies(db, [round.ownerBody]))(round.ownerBody), name: round.ownerName },
    year: plan.year,
    ...{ illustrative: of.illustrative, moment: of.moment },
  };
}
