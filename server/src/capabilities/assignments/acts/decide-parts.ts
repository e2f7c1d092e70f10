import { at, Faults, type Language, type Raw, ROOT } from '@parindex/core';
import { type DecisionRefusal, isEmptyPart, outcomeOf } from '@parindex/core/assignments/index';
import type { decideProposals } from '@parindex/core/contracts/assignments';
import type { Body } from '@parindex/core/contracts/contract';
import type { newPartDecision } from '@parindex/core/contracts/schemas/index';
import { checkChanges, conflictsOf, proposedChanges, type Target, takenOut, targetKey } from '@parindex/core/ledger/index';
import { displayDate } from '@parindex/core/quantity/display';
import type { Names } from '@parindex/core/words/texts';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { type Draft, isUnsound } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { decidersOf, isGivenItself } from '../../sheets/assigned.ts';
import type { Entering } from '../../sheets/entering.ts';
import { refuseOutsideTime } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import { targetNamed, targetOf } from '../../sheets/sent-entry.ts';

type NewPartDecision = z.output<typeof newPartDecision>;

/** Why a decision was refused, for the person deciding. */
const REFUSALS: Names<DecisionRefusal> = {
  nothingEntered: {
    vi: 'Đơn vị chưa nhập gì ở nội dung này, hoặc chưa trình lại sau khi bị trả lại.',
    en: 'The department has entered nothing in it, or has not submitted it again after it was returned.',
  },
  notPassed: { vi: 'Trưởng phòng chưa thông qua nội dung này.', en: 'The head of the division has not passed it yet.' },
  noDivision: { vi: 'Quy trình duyệt của cơ quan không có bước của trưởng phòng.', en: 'The body’s chain of approval has no step for a division.' },
  approvedAlready: { vi: 'Lãnh đạo đơn vị đã duyệt nội dung này.', en: 'The department’s leader has approved it already.' },
  documentNeeded: {
    vi: 'Lãnh đạo đơn vị chưa duyệt; hãy ghi số, ngày của văn bản mà lãnh đạo đơn vị đã ký.',
    en: 'The department’s leader has not approved it; name the document by which they did.',
  },
  notApproved: { vi: 'Lãnh đạo đơn vị chưa duyệt nội dung này.', en: 'The department’s leader has not approved it.' },
};

/** The reason of an entry that records a document; its number and date are kept under its code. */
const BY_DOCUMENT = 'document';
const reasonOf = ({ reason, document }: NewPartDecision) => {
  if (document)
    return { code: BY_DOCUMENT, text: `Văn bản số ${document.number} ngày ${displayDate(document.date)}${reason === undefined ? '' : `: ${reason}`}` };
  return reason === undefined ? undefined : { code: null, text: reason };
};

/** Adds a fault for each decision that lacks a required field or names a part twice. */
export function judgeDecisions({ decisions = [] }: Draft<Body<typeof decideProposals>>, faults: Faults): void {
  const seen = new Set<string>();
  decisions.forEach((decision, index) => {
    if (!decision || isUnsound(decision, 'item') || isUnsound(decision, 'figure')) return;
    const path = at(ROOT, 'decisions', index);
    const target = targetNamed(decision, path, faults);
    if (target && seen.has(targetKey(target))) faults.add('duplicateId', at(path, target.kind), { found: target.id });
    if (target) seen.add(targetKey(target));
    if (decision.act !== 'return') return;
    if (!Object.hasOwn(decision, 'reason')) faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    if (Object.hasOwn(decision, 'document')) faults.add('notAllowedHere', at(path, 'document'), { key: 'document' });
  });
}

/** A decision on a part; its changes follow from the state of the part. */
interface DecisionCommand extends EntryCommand {
  readonly act: NewPartDecision['act'];
  readonly target: Target;
  readonly byDocument: boolean;
}

/**
 * What leaders, heads of divisions and the body decide on parts: while the body declares, by whoever has a say now, and
 * not over entries they have not seen.
 */
function decidingParts({ place, edition, sheet }: OpenSheet, { assigned, memberships }: Entering): ActDescription<DecisionCommand> {
  const standing = ({ target }: DecisionCommand) => ({ part: sheet.parts.get(targetKey(target)), cell: sheet.columns.claimed.get(targetKey(target)) });
  return {
    origin: 'api',
    admit: (commands, moment) =>
      refuseOutsideTime(
        { place, edition, sheet },
        commands.map(({ target }) => target),
        commands.some(({ act }) => act === 'return') ? 'return' : 'accept',
        moment,
      ),
    contentOf: (command) => {
      const { part, cell } = standing(command);
      const { target, act, byDocument } = command;
      const deciders = decidersOf(assigned, place, target, memberships);
      if (deciders.length === 0) throw new Problem('notInHand', { more: { targets: [target] } });
      const empty = isEmptyPart(edition.prepared, sheet, target, isGivenItself(assigned, target));
      const outcomes = deciders
        .filter(({ by }) => !byDocument || by === 'body')
        .map(({ by, membership }) => ({ membership, outcome: outcomeOf({ act, by, byDocument }, part, assigned.chain, empty) }));
      for (const { membership, outcome } of outcomes) {
        if ('refused' in outcome) continue;
        const changes = outcome.changes === 'proposed' && part ? proposedChanges(part) : outcome.changes === 'takenOut' ? takenOut(cell) : {};
        return { stage: 'claimed', standing: outcome.standing, changes, membership };
      }
      const [refused] = outcomes.flatMap(({ outcome }) => ('refused' in outcome ? [outcome.refused] : []));
      throw new Problem('notNow', { ...(refused ? { detail: REFUSALS[refused] } : {}), more: { targets: [target], refusal: refused ?? null } });
    },
    conflictsOf: (command, { changes }) => {
      const { part, cell } = standing(command);
      // Where somebody has moved the part on, only its new state is the conflict; the changes follow from it.
      if (part && part.seq > command.base) return [{ field: '', yours: null, theirs: part.standing, seq: part.seq }];
      return conflictsOf(cell, changes, command.base);
    },
    judge: (command, { changes }) => {
      if (Object.keys(changes).length === 0) return;
      const faults = new Faults();
      checkChanges(edition.entryRules, command.target, standing(command).cell?.fields ?? {}, changes as unknown as Raw, 'claimed', ROOT, faults);
      if (!faults.none) throw new Problem('faulty', { faults });
    },
  };
}

/** Accepts or returns parts assigned to departments; all of them, or none. */
export async function decideParts(acting: Acting, open: OpenSheet, entering: Entering, decisions: readonly NewPartDecision[], language: Language) {
  const commands = decisions.map(
    (decision): DecisionCommand => ({
      ...{ id: decision.id, act: decision.act, target: targetOf(decision), base: decision.base },
      ...{ byDocument: decision.document !== undefined, reason: reasonOf(decision) },
    }),
  );
  const appended = await appendToSheet(acting, open, commands, decidingParts(open, entering));
  return presentSaved(open, appended, commands, entering, language);
}
