import type { AccountEvent } from '@parindex/core/accounts/account-mail';
import type { VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import type { VerdictReason } from '@parindex/core/appraisal/reasons';
import type { erasureRecord, handoverRecord } from '@parindex/core/contracts/schemas/index';
import type { PaperItem } from '@parindex/core/council/papers';
import type { Span } from '@parindex/core/evidence/masked-text';
import type { ImportedTable } from '@parindex/core/imports/index';
import type { Changes, Stage, Takeover, TakeoverMapping, TargetKind } from '@parindex/core/ledger/index';
import type { FinalItem } from '@parindex/core/ranking/final-items';
import type { FinalBody } from '@parindex/core/ranking/final-result';
import type { SentReminder } from '@parindex/core/reminders/index';
import type { Consequence } from '@parindex/core/round/index';
import type { DrawDesign } from '@parindex/core/survey/draw/design';
import type { DrawnStratum } from '@parindex/core/survey/draw/record';
import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import type { TriedAnswers } from '@parindex/core/survey/pilot';
import type { BackCheckAgreement } from '@parindex/core/survey/quality/back-check';
import type { NotedFlag } from '@parindex/core/survey/quality/flags';
import type { ColumnType } from 'kysely';
import type { z } from 'zod';
import type { Block } from '../file-inspection/inspection.ts';

// Building blocks of the generated tables.ts.

/** Written as a Date or its text, read as a Date. */
export type Moment = ColumnType<Date, Date | string, Date | string>;

/** An eight-byte integer, read as text. */
export type BigInteger = ColumnType<string, string | number, string | number>;

/** May be left out of an insert; the database fills it in. */
export type Generated<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

/** Written as JSON text, read as the column's type. */
export type Json<K extends keyof JsonColumns> = ColumnType<JsonColumns[K], string, string>;

/** A takeover's mapping, and for each sheet: its last entry then, and what the new edition did not accept. */
export interface KeptMapping extends TakeoverMapping {
  readonly sheets: Readonly<Record<string, Pick<Takeover, 'after' | 'dropped'>>>;
}

/** A figure of a body below at the time it was added up. */
interface RolledUp {
  readonly body: string;
  readonly name: string;
  readonly value: string;
  readonly stage: Stage;
  readonly seq: number;
  readonly at: string;
}

/** What a session of the council is asked to decide otherwise on an item or figure. */
export interface ProposedTarget {
  readonly kind: TargetKind;
  readonly id: string;
  readonly changes: Changes;
}

/** The type of each JSON column, which the database does not know; a missing column does not compile. */
export interface JsonColumns {
  'audit.content': Record<string, unknown>;
  'baseline.figures': Record<string, { value: string | boolean }>;
  'baseline.items': Record<string, string>;
  'body_result.items': readonly FinalItem[];
  'body_result.result': FinalBody;
  'cell.fields': Record<string, unknown>;
  'cell.seqs': Record<string, number>;
  'council_item.targets': readonly ProposedTarget[];
  'council_paper.items': readonly PaperItem[];
  'delivery.content': Omit<ImportedTable, 'form'>;
  'delivery_writing.moved': readonly unknown[];
  'delivery_writing.rows': readonly unknown[];
  'document_version.findings': unknown[];
  'document_version.personal_found': unknown[];
  'document_version.proposed': unknown;
  'document_version.signatures': unknown[];
  'answers.closed_response.answers': Answers;
  'answers.paper_entry.answers': Answers;
  'answers.response.answers': Answers;
  'answers.response.flags': readonly NotedFlag[];
  'answers.closed_response.flags': readonly NotedFlag[];
  'answers.back_check_pair.questions': Readonly<Record<string, BackCheckAgreement>>;
  'answers.set_apart.answers': Answers;
  'edition.scheme': unknown;
  'edition_questionnaire.form': Questionnaire;
  'survey_pilot_form.form': Questionnaire;
  'pilots.draft.answers': Answers;
  'pilots.trial.outcomes': TriedAnswers['outcomes'];
  'sample_design.design': DrawDesign;
  'sample_draw.design': DrawDesign;
  'sample_draw.strata': readonly DrawnStratum[];
  'sample_frame.strata': readonly DrawnStratum[];
  'respondents.list_confirmation.groups': Readonly<Record<string, number>>;
  'edition.title': { vi: string; en?: string };
  'entry.changes': Record<string, unknown>;
  'entry.citations': unknown[];
  'erasure.record': z.output<typeof erasureRecord>;
  'handover.record': z.output<typeof handoverRecord>;
  'job.input': Record<string, unknown>;
  'mail.says': AccountEvent;
  'round.verdict_reasons': readonly VerdictReason[];
  'round_request.told': Consequence[];
  'page_text.blocks': Block[];
  'part.fields': Record<string, unknown>;
  'part.seqs': Record<string, number>;
  'payload.content': Record<string, unknown>;
  'reminder.told': SentReminder;
  'roll_up.components': readonly RolledUp[];
  'roll_up.without': readonly { readonly body: string; readonly name: string }[];
  'second_mark.changes': readonly VerdictOn[];
  'takeover.mapping': KeptMapping;
  'text_mask.spans': readonly Span[];
  'upload.refusal': { code: string; details: Record<string, string> };
}
