import { inLanguage, type Language } from '@parindex/core';
import { isContested, type ReplyKind } from '@parindex/core/appraisal/explanation';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
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
  readonly contested: boolean;
  readonly question: RemarkRow | undefined;
  readonly reply: RemarkRow | undefined;
  readonly dispute: RemarkRow | undefined;
}

/** What stands beside a sheet for its explanation, all of one body. */
export interface SaidOfSheet {
  readonly remarks: readonly RemarkRow[];
  readonly reasons: readonly ReasonRow[];
}

/** What a body answers at an item. */
export const kindOf = ({ code }: Pick<RemarkRow, 'code'>): ReplyKind => (code === 'accepts' ? 'accepts' : 'explains');

/** Items of a sheet that are to be explained: decided otherwise than claimed at the first appraisal, or with a question; in the scheme's order. */
export function explainedItems(
  { prepared }: ReadyEdition,
  { stages, decided }: CountedSheet,
  { remarks, reasons }: SaidOfSheet,
  language: Language,
): ExplainedItem[] {
  const at = (stage: 'claimed' | NoticedStage) => itemsByCode(runningAt(stages, stage));
  const [claimed, appraised, second] = [at('claimed'), at('appraised'), at('second')];
  const hasSecond = stages.some(({ stage }) => stage === 'second');
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
        const [was, first] = [claimed.get(code), appraised.get(code)];
        if (!was || !first) return [];
        const question = standing('ask', code);
        const contested = isContested(was, first, decided.has(code));
        if (!contested && !question) return [];
        const [appraisedWhy, secondWhy] = [why.get(`appraised ${code}`), why.get(`second ${code}`)];
        return [
          {
            ...{ code, domain, title: inLanguage(title, language) ?? code, claimed: was, appraised: first, contested, question },
            second: hasSecond && secondWhy ? second.get(code) : undefined,
            reasons: { ...(appraisedWhy ? { appraised: appraisedWhy } : {}), ...(secondWhy ? { second: secondWhy } : {}) },
            reply: standing('reply', code),
            dispute: standing('dispute', code),
          },
        ];
      }),
  );
}
