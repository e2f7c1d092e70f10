import { at, type Faults, type Language, ROOT } from '@parindex/core';
import { isEmptyPart, refusalOfSubmission, type SubmissionAct, type SubmissionRefusal } from '@parindex/core/assignments/index';
import type { submitParts as contract } from '@parindex/core/contracts/assignments';
import type { Body } from '@parindex/core/contracts/contract';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import type { Names } from '@parindex/core/words/texts';
import type { Acting } from '../../../audit/acting.ts';
import { type Draft, isUnsound } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { isGivenItself, isMine } from '../../sheets/assigned.ts';
import { asEntered, type Entering } from '../../sheets/entering.ts';
import { refuseOutsideTime } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import { targetNamed, targetOf } from '../../sheets/sent-entry.ts';

/** Why it was refused, for the department. */
const REFUSALS: Names<SubmissionRefusal> = {
  nothingEntered: {
    vi: 'Phần này chưa nhập số liệu hoặc nội dung tự chấm nào nên chưa trình được. Nếu không có gì để kê khai, hãy ghi rõ ở phần giải trình, hoặc đề nghị không đánh giá (không phát sinh) nơi tiêu chí cho phép.',
    en: 'Nothing is entered in this part yet, so it cannot be submitted. If there is nothing to declare, say so in the justification, or claim that nothing arose where the item allows it.',
  },
  submittedAlready: { vi: 'Nội dung này đã được trình.', en: 'It was submitted already.' },
  approvedAlready: { vi: 'Lãnh đạo đơn vị đã duyệt nội dung này.', en: 'The department’s leader has approved it already.' },
  notSubmitted: { vi: 'Nội dung này chưa được trình, nên không có gì để rút lại.', en: 'It was not submitted, so there is nothing to recall.' },
  passedAlready: {
    vi: 'Trưởng phòng đã thông qua nội dung này; chỉ lãnh đạo đơn vị trả lại được.',
    en: 'The head of the division has passed it; only the leader can return it.',
  },
};

/** Adds a fault for each part that is named wrongly or twice. */
export function judgeSubmissions({ submissions = [] }: Draft<Body<typeof contract>>, faults: Faults): void {
  const seen = new Set<string>();
  submissions.forEach((submission, index) => {
    if (!submission || isUnsound(submission, 'item') || isUnsound(submission, 'figure')) return;
    const path = at(ROOT, 'submissions', index);
    const target = targetNamed(submission, path, faults);
    if (target && seen.has(targetKey(target))) faults.add('duplicateId', at(path, target.kind), { found: target.id });
    if (target) seen.add(targetKey(target));
  });
}

interface SubmissionCommand extends EntryCommand {
  readonly act: SubmissionAct;
  readonly target: Target;
}

/** What a department brings before its leader: its own parts alone, as it has seen them, while the body declares. */
function submittingParts(open: OpenSheet, entering: Entering): ActDescription<SubmissionCommand> {
  const { assigned, memberships } = entering;
  const partOf = ({ target }: SubmissionCommand) => open.sheet.parts.get(targetKey(target));
  return {
    origin: 'api',
    admit: (commands, moment) => {
      const targets = commands.map(({ target }) => target);
      const others = targets.filter((target) => !isMine(assigned, target, memberships));
      if (others.length > 0) throw new Problem('notInHand', { more: { targets: others } });
      for (const act of new Set(commands.map((command) => command.act))) refuseOutsideTime(open, targets, act, moment);
    },
    contentOf: () => ({ stage: 'claimed', standing: 'proposed', changes: {} }),
    conflictsOf: (command) => {
      const part = partOf(command);
      return part && part.seq > command.base ? [{ field: '', yours: null, theirs: part.standing, seq: part.seq }] : [];
    },
    judge: (command) => {
      const empty = isEmptyPart(open.edition.prepared, open.sheet, command.target, isGivenItself(assigned, command.target));
      const refusal = refusalOfSubmission(command.act, partOf(command), empty);
      if (refusal) throw new Problem('notNow', { detail: REFUSALS[refusal], more: { targets: [command.target], refusal } });
    },
    scored: (sheet) => asEntered(sheet, entering),
  };
}

/** Submits parts to their department's leader, or recalls them before anybody has decided; all of them, or none. */
export async function submitParts(acting: Acting, open: OpenSheet, entering: Entering, submissions: Body<typeof contract>['submissions'], language: Language) {
  const commands = submissions.map((one): SubmissionCommand => ({ id: one.id, act: one.act, target: targetOf(one), base: one.base }));
  const appended = await appendToSheet(acting, open, commands, submittingParts(open, entering));
  return presentSaved(open, appended, commands, entering, language);
}
