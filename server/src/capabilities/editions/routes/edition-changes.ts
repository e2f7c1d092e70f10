import * as contracts from '@parindex/core/contracts/editions-changes';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { etag } from '../../../http/etag.ts';
import { defineRoute } from '../../../http/route.ts';
import { writeSteps } from '../acts/write-steps.ts';
import { presentSaves, savesSince } from '../draft-saves.ts';
import { findKnownEdition } from '../found.ts';
import { holdDraft } from '../hold-draft.ts';
import { laySave } from '../lay-save.ts';

/** A draft that several write at the same time: steps are taken in, and what others wrote is told. */
export function serveEditionChanges(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.changeDraft, {
    prepare: laySave,
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ acting, found, body, prepared, language }) => {
      const held = await holdDraft(acting.db, found);
      const { version, others, own, effect } = await writeSteps(acting, held, body, prepared, language);
      return {
        body: { version, others: presentSaves(others, acting.account, language), own: presentSaves(own, acting.account, language) },
        headers: etag(version),
        effect,
      };
    },
  });

  defineRoute(app, context, contracts.readDraftChanges, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row }, caller, query: { since }, language }) => {
      const saves = await savesSince(db, row.id, since, row.version);
      return { body: { version: row.version, others: presentSaves(saves, caller?.account ?? null, language) }, headers: etag(row.version) };
    },
  });
}
