import { inLanguage, type Language } from '@parindex/core';
import { isContested, mayBeDisputed, type ReplyKind } from '@parindex/core/appraisal/explanation';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
import type { ExplanationState } from '@parindex/core/round/index';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';
import { type ReasonRow, type RemarkRow, stands } from './queries/explanation.ts';

/** An item of a sheet with what was claimed, decided and said of it. */
export interface ExplainedItem {
  readonly code: string;
  readonly domain: string;
  readonly title: string;
  readonly claimed: RunningItem;
  /** As it stands after the first appraisal, and after the second where something was decided there. */
  readonly appraised: RunningItem;
  readonly second: RunningItem | undefined;
  readonly reasons: Readonly<Partial<Record<NoticedStage, ReasonRow>>>;
  /** Whether the first appraisal differs from the claim. */
  readonly contested: boolean;
  /** Whether the body is to explain it: it is contested, or somebody asked. */
  readonly toExplain: boolean;
  /** Whether the second appraisal moved it from where the first had left it. */
  readonly moved: boolean;
  /** Whether it stands otherwise than claimed after the last verdict on it. */
  readonly differs: boolean;
  /** Whether its body may bring it before the council. */
  readonly disputable: boolean;
  readonly question: RemarkRow | undefined;
  readonly reply: RemarkRow | undefined;
  readonly dispute: RemarkRow | undefined;
}

/** What stands beside a sheet for its explanation, all of one body. */
export interface SaidOfSheet {
  readonly remarks: readonly RemarkRow[];
  readonly reasons: readonly ReasonRow[];
  /** Whether its explanation was sent: only then is an answer the body's word. */
  readonly sent: boolean;
}

/** What a body answers at an item. */
export const kindOf = ({ code }: Pick<RemarkRow, 'code'>): ReplyKind => (code === 'accepts' ? 'accepts' : 'explains');

/** Of what was said, what counts: the answers of an explanation once that was sent, everything else at once. */
export const counting = (remarks: readonly RemarkRow[], states: ReadonlyMap<string, ExplanationState>): RemarkRow[] =>
  remarks.filter(({ act, body }) => act !== 'reply' || states.get(body) === 'sent');

interface Stood {
  readonly was: RunningItem;
  readonly first: RunningItem;
  readonly last: RunningItem;
}

/** How an item stands after each appraisal; `decided`: at which of them somebody decided on it. */
function standingOf({ was, first, last }: Stood, decided: { readonly first: boolean; readonly second: boolean }) {
  const contested = isContested(was, first, decided.first);
  const moved = last.state !== first.state || last.points !== first.points || last.maximum !== first.maximum;
  return { contested, moved, differs: moved || decided.second ? isContested(was, last, true) : contested };
}

/**
 * Items of a sheet that its body is told of, in the scheme's order: to be explained after the first appraisal, as they stand otherwise than claimed
 * or have a question; and those which stand otherwise after the second.
 * @param until the last stage that is told
 * @param sent whether the answers among what was said are the body's word
 */
export function explainedItems(
  { prepared }: ReadyEdition,
  { stages, decided }: CountedSheet,
  { remarks, reasons, sent }: SaidOfSheet,
  language: Language,
  until: NoticedStage = 'second',
): ExplainedItem[] {
  const at = (stage: 'claimed' | NoticedStage) => itemsByCode(runningAt(stages, stage));
  const [claimed, appraised, second] = [at('claimed'), at('appraised'), at(until)];
  const said = new Map(remarks.map((remark) => [`${remark.act} ${remark.item}`, remark]));
  const why = new Map(reasons.map((reason) => [`${reason.stage} ${reason.item}`, reason]));
  const standing = (act: RemarkRow['act'], code: string) => {
    const remark = said.get(`${act} ${code}`);
    return remark && stands(remark) ? remark : undefined;
  };
  return prepared.domains.flatMap(({ code: domain, criteria }) =>
    criteria
      .flatMap(({ items }) => items)
      .flatMap(({ item: { code, title } }): ExplainedItem[] => {
        const [was, first, last] = [claimed.get(code), appraised.get(code), second.get(code)];
        if (!was || !first || !last) return [];
        const [firstly, secondly] = [why.get(`appraised ${code}`), until === 'second' ? why.get(`second ${code}`) : undefined];
        const stood = standingOf({ was, first, last }, { first: firstly !== undefined || decided.get(code) === 'appraised', second: secondly !== undefined });
        const [question, reply] = [standing('ask', code), standing('reply', code)];
        const toExplain = stood.contested || question !== undefined;
        if (!toExplain && !stood.differs) return [];
        return [
          {
            ...{ code, domain, title: inLanguage(title, language) ?? code, claimed: was, appraised: first, toExplain, question, reply, ...stood },
            second: stood.moved || secondly ? last : undefined,
            reasons: { ...(firstly ? { appraised: firstly } : {}), ...(secondly ? { second: secondly } : {}) },
            disputable: mayBeDisputed({ ...stood, accepted: sent && reply !== undefined && kindOf(reply) === 'accepts' }),
            dispute: standing('dispute', code),
          },
        ];
      }),
  );
}
