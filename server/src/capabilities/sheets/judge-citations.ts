import { at, Faults, type Path } from '@parindex/core';
import { type Citation, readCitation } from '@parindex/core/evidence/index';
import { type Changes, CITATIONS, checkCitations, citationsIn } from '@parindex/core/ledger/index';
import type { Reading } from '../../db/transaction.ts';
import { knownVersions } from './queries/known-versions.ts';
import type { SheetPlace } from './queries/sheets.ts';

const read = (text: string, path: Path): Citation | undefined => readCitation(text, path, new Faults());

type Place = Pick<SheetPlace, 'round' | 'body'>;

/**
 * Faults of citations without a target: no such document in the body's library, no such version, no such page; or a page
 * of a paper that was only sent by secret mail.
 */
export async function judgeCitations(
  db: Reading,
  place: Place,
  changed: readonly { readonly changes: Changes | undefined; readonly path: Path }[],
  faults: Faults,
): Promise<void> {
  await judgeCited(
    db,
    place,
    changed.flatMap(({ changes, path }) => citationsIn(changes?.[CITATIONS]).map((text, index) => ({ text, path: at(path, 'changes', CITATIONS, index) }))),
    faults,
  );
}

/** The same of a remark's citations, which nobody has read yet: also of those that are not in canonical form, or are named twice. */
export async function judgeCitationsOfRemark(db: Reading, place: Place, citations: readonly string[], path: Path, faults: Faults): Promise<void> {
  checkCitations([...citations], path, faults);
  await judgeCited(
    db,
    place,
    citations.map((text, index) => ({ text, path: at(path, index) })),
    faults,
  );
}

async function judgeCited(
  db: Reading,
  { round, body }: Place,
  texts: readonly { readonly text: string; readonly path: Path }[],
  faults: Faults,
): Promise<void> {
  const cited = texts.flatMap(({ text, path }) => {
    const citation = read(text, path);
    return citation ? [{ citation, place: path }] : [];
  });
  if (cited.length === 0) return;
  const known = await knownVersions(db, round, body, [...new Set(cited.map(({ citation }) => citation.document))]);
  for (const { citation, place } of cited) {
    const version = known.find(({ document, number }) => document === citation.document && number === citation.version);
    if (!version) faults.add('unknownId', place, { found: `${citation.document}/${citation.version}` });
    else if (version.form === 'secretMail') {
      if (Object.keys(citation.place).length > 0) faults.add('notAllowedHere', place);
    } else if (version.pages !== null) {
      const last = Math.max(0, ...(citation.place.pages ?? []).map(([, to]) => to));
      if (last > version.pages) faults.add('outOfRange', place, { found: String(last), expected: `≤ ${version.pages}` });
    }
  }
}
