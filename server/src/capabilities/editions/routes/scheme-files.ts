import { at, Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/editions';
import { mayAnywhere } from '@parindex/core/rights/index';
import { rangesInText } from '@parindex/core/studio/import/number-ranges';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import type { Caller } from '../../../http/admission.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { keepDraft } from '../acts/keep-draft.ts';
import { checkEdition } from '../check.ts';
import { ownerOfDraft } from '../owner.ts';
import { presentEdition } from '../present.ts';
import { type EditionWithSchemeRow, findEdition } from '../queries/editions.ts';
import { draftSchemeFile, previewSchemeFile, type ReadSchemeFile } from '../read-scheme-file.ts';

const mayWrite = ({ memberships }: Caller): boolean => mayAnywhere(memberships, 'edition.write');

/** What was read of the file, or the refusal of it. */
function readOf<Answer>(file: ReadSchemeFile<Answer> | undefined): Answer {
  if (!file)
    throw new Problem('wrongMediaType', {
      detail: {
        vi: `Tệp gửi lên phải là bảng tính XLSX (${KINDS.xlsx.mediaType}) hoặc văn bản DOCX (${KINDS.docx.mediaType}).`,
        en: `A workbook (${KINDS.xlsx.mediaType}) or a document (${KINDS.docx.mediaType}) is sent whole.`,
      },
    });
  if (file.read instanceof Problem) throw file.read;
  return file.read;
}

/** Tables of criteria as offices publish them: read for a preview, and made a draft with the rules that a person confirmed. */
export function serveSchemeFiles(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.previewSchemeFile, {
    // No process is started for somebody without the right.
    prepare: async ({ bytes, language, asCaller }) =>
      (await asCaller(async (_, caller) => mayWrite(caller))) ? previewSchemeFile(bytes, language) : undefined,
    find: async ({ caller }) => ownerOfDraft(undefined, caller),
    handle: async ({ prepared }) => {
      const preview = readOf(prepared);
      return { effect: 'unchanged', body: { ...preview, sha256: prepared?.sha256 ?? '' } };
    },
  });

  defineRoute(app, context, contracts.draftSchemeFile, {
    prepare: async ({ bytes, query: { id, title, digest, rules }, asCaller }) =>
      (await asCaller(async (_, caller) => mayWrite(caller))) ? draftSchemeFile(bytes, { name: { id, title }, digest, rules: rangesInText(rules) }) : undefined,
    find: async ({ query: { ownerBody }, caller }) => ownerOfDraft(ownerBody, caller),
    handle: async ({ acting, query, found, prepared, language }) => {
      const { draft } = readOf(prepared);
      if (!found.chosen) {
        const faults = new Faults();
        faults.add('missingKey', at(ROOT, 'ownerBody'), { key: 'ownerBody' });
        throw new Problem('faulty', { faults });
      }
      if (!draft)
        throw new Problem('notNow', {
          detail: {
            vi: 'Tệp này không giống tệp đã xem trước, hoặc được đọc ra khác. Hãy xem trước lại rồi lập bản dự thảo.',
            en: 'The file is not the one that was seen, or is read otherwise now. Preview it again, then make the draft.',
          },
        });
      const texts = { document: draft.document, cases: '' };
      const from = { fileName: query.name, sha256: prepared?.sha256 ?? '', confirmedRules: draft.confirmed };
      const id = await keepDraft(acting, texts, await checkEdition(texts), found.ownerBody ?? null, from);
      const row = (await findEdition(acting.db, id)) as EditionWithSchemeRow;
      return { status: 201, body: await presentEdition(row, language), headers: { ...etag(row.version), location: `/api/editions/${id}` } };
    },
  });
}
