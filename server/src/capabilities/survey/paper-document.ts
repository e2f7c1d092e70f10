import { endOfCode, groupedCode } from '@parindex/core/survey/paper/index';
import { type PrintedForm, printedForm } from '@parindex/core/survey/printing/printed-form';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { CODE_MEANS, TYPED_IN_BY } from '@parindex/core/words/paper-words';
import { deadlineText } from '@parindex/core/words/step-times';
import { NOT_SEEN_BY_BODY } from '@parindex/core/words/survey-words';
import { type Block, MARKS, type OfficialDocument, paragraph } from '../../documents/document.ts';
import { type Agency, called } from '../../documents/issued.ts';
import { questionnaireBlocks, questionnaireFooter } from '../editions/questionnaire-document.ts';
import type { MadeForm } from './acts/make-paper-forms.ts';

/** What a batch of paper forms says besides their codes. */
export interface PaperBatch {
  readonly owner: Agency;
  readonly round: { readonly title: string };
  /** ISO 8601. */
  readonly closes: string;
  readonly body: string;
  readonly groupTitle: string;
  readonly form: Questionnaire;
  readonly formHash: string;
  readonly illustrative: boolean;
}

const LANGUAGE = 'vi';
const centred = (text: string): Block => ({ kind: 'paragraph', style: 'centred', text });

/** A batch of paper forms: each with its code on every page, an addressed one after a cover that bears the name and the end of the code alone. */
export function paperDocument(forms: readonly MadeForm[], batch: PaperBatch): OfficialDocument {
  const printed = printedForm(batch.form, LANGUAGE);
  return {
    title: `Phiếu giấy điều tra xã hội học – ${batch.round.title}`,
    marks: [],
    letterhead: null,
    // Each of its sheets is headed by itself.
    subject: { as: 'letter', about: '' },
    ...{ to: [], across: false, size: 13, recipients: [], signatures: [], annexes: [] },
    body: forms.flatMap((made, index) => [...(made.person === null ? [] : cover(made, batch, index === 0)), ...sheet(made, printed, batch, index === 0)]),
    footer: questionnaireFooter(batch.formHash, LANGUAGE),
  };
}

/** Whom a form goes to, on a leaf that is taken off before it is answered. */
function cover({ code, person }: MadeForm, { owner, round, body, groupTitle, closes, illustrative }: PaperBatch, first: boolean): Block[] {
  const lines = [person?.name, [person?.position, person?.unit].filter(Boolean).join(', '), person?.address].filter(Boolean);
  return [
    { kind: 'sheet', first, code: null },
    ...(illustrative ? [centred(MARKS.invented)] : []),
    centred('TỜ BÌA GỬI KÈM PHIẾU ĐIỀU TRA XÃ HỘI HỌC'),
    centred(`Kính gửi: Ông/Bà ${lines.join('\n')}`),
    paragraph(
      `${called(owner)} tổ chức điều tra xã hội học phục vụ ${round.title} và trân trọng mời Ông/Bà, thuộc nhóm “${groupTitle}”, trả lời phiếu kèm theo để đánh giá ${body}.`,
    ),
    paragraph(`Phiếu kèm theo có mã kết thúc bằng ${endOfCode(code)}. Hạn gửi phiếu về ${called(owner)}: đến ${deadlineText(closes, LANGUAGE)}.`),
    { kind: 'paragraph', style: 'bold', text: 'Tờ bìa này có họ tên nên được giữ lại: đề nghị không gửi kèm phiếu đã trả lời.' },
    paragraph('Người đã trả lời trực tuyến không cần gửi phiếu giấy: mỗi người chỉ được tính một lần.'),
  ];
}

function sheet({ code, person }: MadeForm, printed: PrintedForm, { owner, body, closes, illustrative }: PaperBatch, first: boolean): Block[] {
  const marks = [printed.mark, illustrative ? MARKS.invented : undefined].filter((mark) => mark !== undefined);
  return [
    { kind: 'sheet', first: first && person === null, code: { name: 'Mã phiếu', text: groupedCode(code), scanned: code } },
    ...marks.map(centred),
    centred([printed.name, printed.about].filter(Boolean).join('\n')),
    ...questionnaireBlocks(printed, body, LANGUAGE, [
      { kind: 'paragraph', style: 'bold', text: `${NOT_SEEN_BY_BODY[LANGUAGE]} ${TYPED_IN_BY[LANGUAGE](called(owner))}` },
      paragraph(
        `Đề nghị không ghi họ tên lên phiếu. Hạn gửi phiếu về ${called(owner)}: đến ${deadlineText(closes, LANGUAGE)}. ${CODE_MEANS[LANGUAGE][person ? 'addressed' : 'unaddressed']}`,
      ),
    ]),
  ];
}
