import { createHash } from 'node:crypto';
import type { Language } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/survey-draw';
import { may } from '@parindex/core/rights/index';
import { drawDifferenceText } from '@parindex/core/survey/draw/draw-words';
import type { DrawFault } from '@parindex/core/survey/draw/faults';
import { FRAME_FAULT_SENTENCES, frameFaultPlace } from '@parindex/core/survey/frame/fault-words';
import type { FrameFaults } from '@parindex/core/survey/frame/faults';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute, Overtaken } from '../../../http/route.ts';
import { findKnownRound, findRoundSubject } from '../../rounds/found.ts';
import { bringFrame } from '../acts/draw-sample.ts';
import { heldDraws } from '../held-draws.ts';
import { presentSampleFrame } from '../present-draws.ts';
import { findDesign, findFrame } from '../queries/draws.ts';
import { readFrameApart } from '../sampling/sample-apart.ts';
import type { FrameAnswer } from '../sampling/sampling.ts';

const NO_DESIGN = {
  vi: 'Chưa có thiết kế mẫu; thiết kế cho biết dàn mẫu cần những cột nào.',
  en: 'There is no design yet, which says what columns a frame needs.',
};
const NOT_A_TABLE = { vi: 'Tệp gửi lên phải là XLSX hoặc CSV.', en: 'The file is sent as XLSX or CSV.' };

/** The refusal of a frame with faults: nothing of it is kept, and those listed are told at once, with how many there are. */
function faultyFrame({ faults, more }: FrameFaults, language: Language): Problem {
  const told = faults
    .toSorted((a, b) => a.line - b.line)
    .map((fault) => ({
      ...{ code: fault.code, path: '', line: fault.line, place: frameFaultPlace(fault, language) },
      message: FRAME_FAULT_SENTENCES[language][fault.code](fault.details),
    }));
  return new Problem('faulty', { more: { ...(more > 0 ? { faultCount: faults.length + more } : {}), faults: told } });
}

/** A design that cannot be drawn from a frame, each reason as a sentence. */
export const misfitting = (misfits: readonly DrawFault[], path: string, language: Language): Problem =>
  new Problem('faulty', { more: { faults: misfits.map((fault) => ({ code: fault.code, path, place: '', message: drawDifferenceText(fault, language) })) } });

/** What was read of a file, by which design. */
interface Prepared {
  readonly design: string;
  readonly fileHash: string;
  readonly answer: FrameAnswer;
}

/** The frame of a survey, brought as a file and read by the design that was brought before. */
export function serveSampleFrames(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.bringSampleFrame, {
    // No thread or process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }): Promise<Prepared | undefined> => {
      const design = await asCaller(async (db, { memberships }) => {
        const found = await findRoundSubject({ db, params, receivedAt });
        return found && may(memberships, 'survey.draw', found.of) ? findDesign(db, params.round) : undefined;
      });
      if (!design) return undefined;
      return { design: design.id, fileHash: createHash('sha256').update(bytes).digest('hex'), answer: await readFrameApart(bytes, design.design) };
    },
    find: findKnownRound,
    handle: async ({ acting, found: { round }, query: { name }, prepared, request, language }) => {
      const { db } = acting;
      await heldDraws(db, round, 'none');
      const design = await findDesign(db, round.id);
      if (!design) throw new Problem('notNow', { detail: NO_DESIGN });
      if (!Buffer.isBuffer(request.body)) throw new Problem('wrongMediaType', { detail: NOT_A_TABLE });
      // Read by another design than that which is there by now.
      if (prepared?.design !== design.id) throw new Overtaken();
      const { answer, fileHash } = prepared;
      if ('refused' in answer) throw new Problem('unreadable', { detail: answer.refused });
      if ('faults' in answer) throw faultyFrame(answer.faults, language);
      if ('misfits' in answer) throw misfitting(answer.misfits, '', language);
      const there = await findFrame(db, round.id, design.id);
      if (there?.hash === answer.frame.hash && there.fileHash === fileHash) return { status: 200, effect: 'unchanged', body: presentSampleFrame(there) };
      await bringFrame(acting, round.id, { ...answer.frame, design: design.id, fileName: name, fileHash });
      const kept = await findFrame(db, round.id, design.id);
      if (!kept) throw new Error('a frame is not there that was kept');
      return { status: 201, body: presentSampleFrame(kept) };
    },
  });
}
