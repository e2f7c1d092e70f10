import * as contracts from '@parindex/core/contracts/help';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { guideDocument } from '../guide-document.ts';

/** What files are called: as the guides are in Vietnamese, without marks. */
const FILE_NAMES = {
  clerk: 'cong-chuc-dau-moi',
  department: 'don-vi-duoc-giao',
  head: 'lanh-dao-phe-duyet',
  owner: 'co-quan-chu-tri',
  appraiser: 'nguoi-tham-dinh',
  council: 'hoi-dong-tham-dinh',
  auditor: 'nguoi-kiem-tra',
  administrator: 'quan-tri',
} as const;

/** Guides as documents, in the language of whoever asks. */
export function serveGuides(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadGuide, {
    handle: async ({ params: { guide }, query: { format }, language }) =>
      documentAnswer(guideDocument(guide, language), format, `huong-dan-${FILE_NAMES[guide]}`),
  });
}
