import * as contracts from '@parindex/core/contracts/rounds-documents';
import { safeFileName } from '@parindex/core/evidence/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { arrivedDocument, documentTaker } from '../../../http/take-document.ts';
import { reportKey } from '../../../storage/keys.ts';
import { bringRoundFile } from '../acts/bring-round-file.ts';
import { addRoundDocument, addRoundDocumentVersion, withdrawRoundDocument } from '../acts/change-round-documents.ts';
import { type FoundRound, findKnownRound, findRoundReader, findRoundSubject, holdFound } from '../found.ts';
import { judgeFiles } from '../judge-files.ts';
import { presentDocumentList, presentRoundDocuments, presentRoundFile } from '../present-documents.ts';
import { findRoundFiles, type RoundDocumentRow, readRoundDocuments, roundOfDocument } from '../queries/round-documents.ts';
import { holdRound } from '../queries/rounds.ts';

/** What a closed round stands on stays: a decision on its results is still added to it, and nothing amended or withdrawn. */
const DRAFT_OR_OPEN = ['draft', 'open'] as const;
const ANY_STATE = [...DRAFT_OR_OPEN, 'closed'] as const;

/** What a round stands on: files, and documents that name them. */
export function serveRoundDocuments(app: FastifyInstance, context: Context): void {
  serveFiles(app, context);

  defineRoute(app, context, contracts.listRoundDocuments, {
    find: findRoundReader,
    handle: async ({ db, params }) => ({ body: await presentDocumentList(db, params.round) }),
  });

  defineRoute(app, context, contracts.addRoundDocument, {
    find: findKnownRound,
    judge: async ({ db, found, params, draft: { id, kind, files } }, faults) => {
      await holdRound(db, params.round);
      const there = id === undefined ? undefined : await roundOfDocument(db, id);
      if (there !== undefined && there !== params.round) throw new Problem('idReused', { more: { id } });
      const documents = await readRoundDocuments(db, params.round);
      const stored = documents.find((document) => document.id === id);
      if (!stored) await holdFound(db, found, kind === 'decision' ? ANY_STATE : DRAFT_OR_OPEN);
      if (!stored && kind === 'plan' && documents.some((document) => document.kind === 'plan' && !document.withdrawnAt))
        throw new Problem('alreadyThere', { detail: HAS_PLAN });
      await judgeFiles(db, params.round, files, faults);
      return { stored };
    },
    handle: async ({ acting, params, body, judged: { stored } }) => {
      const effect = await addRoundDocument(acting, params.round, body, stored);
      return { status: 201, effect, body: await shown(acting.db, params.round, body.id) };
    },
  });

  defineRoute(app, context, contracts.addRoundDocumentVersion, {
    find: findKnownRound,
    judge: async ({ db, params, draft: { files } }, faults) => {
      await judgeFiles(db, params.round, files, faults);
      return {};
    },
    handle: async ({ acting, found, params, body }) => {
      const effect = await addRoundDocumentVersion(acting, await held(acting.db, found, params.document), body);
      return { status: 201, effect, body: await shown(acting.db, params.round, params.document) };
    },
  });

  defineRoute(app, context, contracts.withdrawRoundDocument, {
    find: findKnownRound,
    handle: async ({ acting, found, params }) => {
      const effect = await withdrawRoundDocument(acting, await held(acting.db, found, params.document));
      return { effect, body: await shown(acting.db, params.round, params.document) };
    },
  });
}

const HAS_PLAN = {
  vi: 'Kỳ đánh giá đã có kế hoạch. Nếu kế hoạch được điều chỉnh, hãy thêm bản mới của kế hoạch đó.',
  en: 'The round has a plan. Where it was amended, add a new version of it.',
};

async function shown(db: Reading, round: string, id: string) {
  const [document] = await presentRoundDocuments(db, await readRoundDocuments(db, round, id));
  if (!document) throw new Problem('notFound');
  return document;
}

/** A document of a round whose plan is locked meanwhile, and that is not closed. */
async function held(db: Parameters<typeof holdRound>[0], found: FoundRound, id: string): Promise<RoundDocumentRow> {
  const { id: round } = await holdFound(db, found, DRAFT_OR_OPEN);
  const [document] = await readRoundDocuments(db, round, id);
  if (!document) throw new Problem('notFound');
  return document;
}

/** Files of a round, kept apart from evidence. */
function serveFiles(app: FastifyInstance, context: Context): void {
  const { storage } = context.evidence;
  const take = documentTaker(context);

  defineRoute(app, context, contracts.bringRoundFile, {
    prepare: (request) =>
      take(request, request.query.name, async (db, { memberships }) => {
        const found = await findRoundSubject({ db, params: request.params, receivedAt: request.receivedAt });
        return found !== undefined && may(memberships, 'round.write', found.of);
      }),
    find: findKnownRound,
    handle: async ({ acting, params, query, prepared }) => {
      const row = { ...(await arrivedDocument(acting.db, prepared, query)), round: params.round };
      const effect = await bringRoundFile(acting, row);
      const [kept] = await findRoundFiles(acting.db, [query.id]);
      if (!kept) throw new Problem('notFound');
      return { status: 201, effect, body: presentRoundFile(kept) };
    },
  });

  defineRoute(app, context, contracts.downloadRoundFile, {
    find: findRoundReader,
    handle: async ({ db, params }) => {
      const [file] = await findRoundFiles(db, [params.file]);
      if (file?.round !== params.round) throw new Problem('notFound');
      return {
        after: async () => ({
          body: await storage.read(reportKey(file.sha256)),
          headers: { ...sandboxed(KINDS[file.kind].mediaType, safeFileName(file.name)), 'content-length': String(file.bytes) },
        }),
      };
    },
  });
}
