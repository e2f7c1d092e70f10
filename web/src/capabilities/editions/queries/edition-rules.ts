import type { EntryRules } from '@parindex/core/ledger/check-changes';
import { type AnswerForm, answerForms } from '@parindex/core/rules/answer-form';
import type { Scheme } from '@parindex/core/scheme/types';
import { type FigureTypes, figureTypesOf } from '@parindex/core/scoring/body-inputs';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import { type PreparedScheme, prepareScheme } from '@parindex/core/scoring/prepared';
import { declarable } from '@parindex/core/snapshot/check-body';
import { bodyShapes } from '@parindex/core/snapshot/shape';
import { queryOptions } from '@tanstack/react-query';
import { normalFormQuery } from '../../../client/normal-form.ts';

/** An adopted edition, prepared for the core, which computes points before the server has answered. */
export interface EditionRules {
  readonly scheme: Scheme;
  readonly prepared: PreparedScheme;
  /** Codes of the items whose points come from estimates. */
  readonly estimated: ReadonlySet<string>;
  readonly types: FigureTypes;
  readonly forms: ReadonlyMap<string, AnswerForm>;
  /** What may be declared, and in which form. */
  readonly entryRules: EntryRules;
}

/** A normal form was read and judged when its edition was adopted: what reads and judges it need not come here again. */
export function readyRules(normalForm: string): EditionRules {
  const scheme = JSON.parse(normalForm) as Scheme;
  const prepared = prepareScheme(scheme);
  const known = declarable(scheme);
  return {
    scheme,
    prepared,
    estimated: estimatedItems(prepared),
    types: figureTypesOf(scheme),
    forms: answerForms(prepared),
    entryRules: { known, shapes: bodyShapes(known) },
  };
}

/** An adopted edition never changes, so it is read once. */
export const editionRulesQuery = (edition: string) =>
  queryOptions({
    queryKey: ['edition-rules', edition],
    queryFn: async ({ client }) => readyRules(await client.ensureQueryData(normalFormQuery(edition))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
