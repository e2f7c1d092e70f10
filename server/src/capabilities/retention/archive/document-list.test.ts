import { expect, it } from 'vitest';
import { presentDocument } from '../../evidence/present.ts';
import type { DocumentRow } from '../../evidence/queries/documents.ts';
import { archiveDocuments } from './document-list.ts';

const done = { by: { id: '0b9a4a5e-3f0e-4a53-9b8c-0d5f3b1f2a10', name: 'Nguyễn Văn An' }, at: '2023-01-10T02:00:00.000Z' };
/** A document that was cited by its number, without a file. */
const REFERENCE: DocumentRow = {
  ...{ id: '7b1c8a0e-0c0f-4d3e-8f5e-3c1d2b4a5f60', round: 'minh-hoa-2022', body: 'tinh-minh-hoa-01', form: 'reference', access: 'restricted' },
  ...{
    personalData: true,
    carriedFrom: null,
    compared: null,
    withdrawn: null,
    held: false,
    gone: null,
    version: 1,
    created: done,
    byAppraiser: false,
    mayTakeBack: false,
  },
  versions: [
    {
      ...{ number: 1, file: null, redacted: false, proposed: null, confirmed: null, late: null, uploaded: done },
      facts: {
        ...{ number: '12/QĐ-UBND', date: '2022-03-01', issuer: 'Ủy ban nhân dân tỉnh Minh họa 01', validFrom: null, validTo: null },
        subject: 'Kỷ luật ông Nguyễn Văn Minh Họa (minh họa)',
      },
    },
  ],
};

/** The row of the archive's list, for a reader who may see personal data or not, with `personal=true` or without. */
function rowFor(sees: boolean, personal: boolean): string {
  const reader = { scans: false, seesPersonal: () => sees && personal, changes: () => false };
  return JSON.stringify(archiveDocuments([presentDocument(REFERENCE, reader, [], () => [])], personal).rows);
}

it('[F116] a document with personal data and without a file is named by number and day, unless its reader may see more and asks for it', () => {
  const [named, said] = ['"12/QĐ-UBND","01/03/2022"', 'Kỷ luật ông'];
  for (const [sees, personal, shown] of [
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ] as const) {
    const row = rowFor(sees, personal);
    expect([sees, personal, row.includes(named), row.includes(said), row.includes('Tài liệu có dữ liệu cá nhân')]).toEqual([
      sees,
      personal,
      true,
      shown,
      !shown,
    ]);
  }
});
