import { safeFileName } from '@parindex/core/evidence/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { InstallationKind } from '../../../context.ts';
import { momentText } from '../../../documents/moment-text.ts';
import { listDocument } from '../../../documents/shapes.ts';
import { withSums } from '../../../zip/checksums.ts';
import { type Packed, packedList } from '../../../zip/zip-entry.ts';
import { readyEdition } from '../../editions/ready.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import type { LibraryView } from '../library.ts';
import { planPackage } from '../package-plan.ts';
import { listDocuments } from '../queries/documents.ts';
import { recordViews } from './record-views.ts';

export interface PackageRequest {
  readonly place: SheetPlace;
  readonly library: LibraryView;
  /** Whether to include documents with personal data that the caller may see. */
  readonly personal: boolean;
  readonly kind: InstallationKind;
}

export interface EvidencePackage {
  readonly name: string;
  readonly files: AsyncIterable<Packed>;
}

/** Packs the evidence of a sheet with its list and hashes. The trail records the package, and each view of personal data. */
export async function packageEvidence(acting: Acting, { place, library, personal, kind }: PackageRequest): Promise<EvidencePackage> {
  const { round, body, name, year } = place;
  const rows = await listDocuments(acting.db, round, body, { key: undefined, ids: undefined, after: undefined });
  const shown = rows.toReversed().map((row) => library.presentFor(row, personal));
  const { entries, objects, columns, rows: lines } = planPackage(shown, await readyEdition(acting.db, place.edition, place.editionHash));
  await recordViews(acting, place, entries);
  const bytes = objects.reduce((sum, object) => sum + object.bytes, 0);
  const withoutFile = entries.filter(({ path }) => path === undefined).length;
  await recordAct(acting, {
    act: 'evidence.package',
    subject: `sheet:${round}/${body}`,
    round,
    body,
    content: { documents: shown.length, files: objects.length, withoutFile, bytes, personal },
  });
  const list = listDocument({
    title: 'Mục lục tài liệu kiểm chứng',
    about: [
      `${name}, kỳ đánh giá năm ${year}`,
      `Lập lúc ${momentText(acting.receivedAt.toISOString())}: ${shown.length} tài liệu, ${objects.length} tệp kèm theo, ${withoutFile} mục không kèm tệp.`,
    ],
    columns,
    rows: lines,
    illustrative: kind === 'sandbox',
  });
  return {
    name: safeFileName(`Tai-lieu-kiem-chung – ${name} – ${year}.zip`),
    files: withSums(
      (async function* () {
        yield* await packedList('muc-luc', list);
        yield* objects;
      })(),
    ),
  };
}
