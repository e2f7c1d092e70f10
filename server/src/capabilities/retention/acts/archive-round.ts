import { safeFileName } from '@parindex/core/evidence/index';
import type { Membership } from '@parindex/core/rights/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import type { Credentials } from '../../../db/transaction.ts';
import { officialDocx } from '../../../documents/docx.ts';
import { Problem } from '../../../http/problems.ts';
import { withSums } from '../../../zip/checksums.ts';
import { findEdition } from '../../editions/queries/editions.ts';
import type { EvidencePackage } from '../../evidence/acts/package-evidence.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { archiveFiles } from '../archive/archive-files.ts';
import { printedScheme } from '../archive/printed-scheme.ts';
import { archiveReadme } from '../archive/readme.ts';
import { listArchivedBodies } from '../queries/archive.ts';

export interface ArchiveOptions {
  readonly memberships: readonly Membership[];
  readonly credentials: Credentials;
  /** Whether to include documents with personal data that the caller may see. */
  readonly personal: boolean;
}

/** Packs a closed round for filing: lists, sheets with their histories, originals. The trail records that it was taken. */
export async function archiveRound(
  acting: Acting,
  { pool, clock, kind, origin, checks, evidence }: Pick<Context, 'pool' | 'clock' | 'kind' | 'origin' | 'checks' | 'evidence'>,
  round: RoundRow,
  { memberships, credentials, personal }: ArchiveOptions,
): Promise<EvidencePackage> {
  const edition = round.edition === null ? undefined : await findEdition(acting.db, round.edition);
  if (round.state !== 'closed' || round.closedAt === null || !edition || acting.account === null)
    throw new Problem('notNow', {
      detail: { vi: 'Chỉ xuất hồ sơ lưu trữ khi kỳ đánh giá đã đóng.', en: 'An archive is made when the round is closed.' },
      more: { state: round.state },
    });
  const bodies = await listArchivedBodies(acting.db, round.id);
  const documents = bodies.reduce((sum, body) => sum + body.documents, 0);
  await recordAct(acting, {
    act: 'round.archive',
    subject: `round:${round.id}`,
    round: round.id,
    content: { participants: bodies.length, documents, personal },
  });
  const readme = archiveReadme({
    title: round.title,
    owner: round.ownerName,
    year: round.year,
    closedAt: round.closedAt.toISOString(),
    madeAt: acting.receivedAt.toISOString(),
    participants: bodies.length,
    personal,
    illustrative: kind === 'sandbox',
  });
  const scheme = await schemeOfEdition(acting.db, edition.id);
  const first = [
    { path: 'Giới thiệu.txt', content: Buffer.from(readme) },
    ...(scheme ? [{ path: 'Bộ tiêu chí.docx', content: await officialDocx(printedScheme(scheme)) }] : []),
    { path: 'Bộ tiêu chí.yaml', content: Buffer.from(edition.document) },
  ];
  const { account, membership } = acting;
  return {
    name: safeFileName(`Ho-so-luu-tru – ${round.title} – ${round.year}.zip`),
    files: withSums(
      archiveFiles({
        ...{ pool, clock, round, bodies, account, credentials, membership, memberships, checks, personal, first },
        scans: evidence.scanner !== undefined,
        storage: evidence.storage,
        making: { kind, origin, checks },
      }),
    ),
  };
}
