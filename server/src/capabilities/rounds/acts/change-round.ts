import { itemsOfDomains } from '@parindex/core';
import { DEFAULT_REASONS, reasonsAfter, type VerdictReason } from '@parindex/core/appraisal/reasons';
import type { Body } from '@parindex/core/contracts/contract';
import type { changeRound as contract } from '@parindex/core/contracts/rounds';
import type { RoundPart } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { maySetSecondPerson } from '../queries/appraisal-terms.ts';
import { readExtensions } from '../queries/extensions.ts';
import { hasEntries, type RoundHead, type RoundRow, readPlan, usedReasons } from '../queries/rounds.ts';
import { schemeOfEdition } from '../scheme.ts';
import { fillBaselines } from './fill-baselines.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Of these the trail never loses what stood before; of all else it may, by law. */
const NEVER_ERASED: readonly string[] = [
  'year',
  'edition',
  'deadlineAct',
  'rankingShown',
  'ownCauseMonths',
  'verdictReasons',
  'secondPersonOver',
] satisfies readonly (keyof RoundHead)[];

/** Reasons as they are offered: their words, one after the other. */
const wordsOf = (reasons: readonly VerdictReason[]): string[] => reasons.filter(({ retired }) => !retired).map(({ name }) => name);

/** What is changed, before and after, numbers as their text. */
function beforeAndAfter(round: RoundRow, head: RoundHead, isTold: (key: string) => boolean) {
  const text = (value: unknown) => (typeof value === 'number' ? String(value) : Array.isArray(value) ? wordsOf(value as readonly VerdictReason[]) : value);
  const changed = Object.entries(head).filter(([key, after]) => after !== undefined && isTold(key));
  return Object.fromEntries(changed.map(([key, after]) => [key, [text(round[key as keyof RoundHead]), text(after)]]));
}

const YEAR_IS_FIXED = { vi: 'Kỳ đánh giá đã mở nên không đổi năm được.', en: 'The round has opened; its year cannot change.' };
const EDITION_IS_FIXED = {
  vi: 'Đã có cơ quan kê khai theo bộ tiêu chí này; đổi bộ tiêu chí giữa kỳ phải qua chuyển tiếp, kèm bảng tương ứng.',
  en: 'Bodies have declared by this edition; another one in mid-round takes over by a mapping.',
};

const NAMES_ARE_LOST = {
  vi: 'Bộ tiêu chí mới không có một số tiêu chí, lĩnh vực mà kỳ đang dùng (loại trừ, gia hạn, phụ trách).',
  en: 'The other edition lacks items or domains that the round uses (exclusions, extensions, owners).',
};

const THRESHOLD_IS_NOT_RAISED = {
  vi: 'Đã bắt đầu thẩm định nên chỉ được hạ, không được nâng hoặc bỏ mức điểm cần hai người thẩm định.',
  en: 'Appraisal has begun: the points over which a verdict needs two persons can be lowered, and neither raised nor left out.',
};

/** Codes of its edition that an open round uses must also exist in another edition. */
async function refuseLosses(db: Reading, round: RoundRow, edition: string): Promise<void> {
  if (await hasEntries(db, round.id)) throw new Problem('notNow', { detail: EDITION_IS_FIXED, more: { state: round.state } });
  const scheme = await schemeOfEdition(db, edition);
  const [codes, domains] = [new Set(itemsOfDomains(scheme?.domains ?? []).map(({ code }) => code)), new Set(scheme?.domains.map(({ code }) => code))];
  const { exclusions, domainOwners } = await readPlan(db, round.id);
  const extended = (await readExtensions(db, round.id)).flatMap(({ item }) => item ?? []);
  const lost = {
    items: [...new Set([...[...exclusions, ...domainOwners].flatMap(({ item }) => (item === null || codes.has(item) ? [] : [item])), ...extended])],
    domains: [...new Set(domainOwners.map(({ domain }) => domain).filter((domain) => !domains.has(domain)))],
  };
  if (lost.items.length + lost.domains.length > 0) throw new Problem('notNow', { detail: NAMES_ARE_LOST, more: lost });
}

/** What is wanted of a round itself, reasons as they come from the form. */
type WantedHead = Omit<Body<typeof contract>, 'version'>;

/**
 * Changes title, year, edition, acts bound to the deadline, who sees the ranking, reasons of verdicts or when these need two
 * persons of a locked round; in an open round only if nothing is lost.
 */
export async function changeRound(acting: Acting, found: RoundRow, { verdictReasons: wanted, ...others }: WantedHead): Promise<void> {
  const round = { ...found, verdictReasons: found.verdictReasons ?? DEFAULT_REASONS };
  const head: RoundHead = {
    ...others,
    ...(wanted === undefined ? {} : { verdictReasons: reasonsAfter(round.verdictReasons, wanted, await usedReasons(acting.db, round.id)) }),
  };
  const { title, year, edition } = head;
  const erasable = beforeAndAfter(round, head, (key) => !NEVER_ERASED.includes(key));
  const otherEdition = edition !== undefined && edition !== round.edition;
  if (round.state !== 'draft') {
    if (year !== undefined && year !== round.year) throw new Problem('notNow', { detail: YEAR_IS_FIXED, more: { state: round.state } });
    if (otherEdition) await refuseLosses(acting.db, round, edition);
  }
  if (head.secondPersonOver !== undefined && !(await maySetSecondPerson(acting.db, round.id, head.secondPersonOver)))
    throw new Problem('notNow', { detail: THRESHOLD_IS_NOT_RAISED });
  const confirms: RoundPart[] = [...(title === undefined ? [] : (['title'] as const)), ...(edition === undefined ? [] : (['edition'] as const))];
  if (otherEdition) await fillBaselines(acting.db, { ...round, edition });
  await recordRoundChange(acting, round, {
    act: 'round.change',
    confirms,
    patch: head,
    touched: otherEdition ? ['baseline'] : [],
    content: beforeAndAfter(round, head, (key) => NEVER_ERASED.includes(key)),
    ...(Object.keys(erasable).length === 0 ? {} : { erasable }),
  });
}
