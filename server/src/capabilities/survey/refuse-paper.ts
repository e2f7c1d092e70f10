import type { Language } from '@parindex/core';
import { type AnswerFault, type Questionnaire, questionsOf } from '@parindex/core/survey/index';
import { readCode } from '@parindex/core/survey/paper/index';
import { ANSWER_FAULT_SENTENCES } from '@parindex/core/words/answer-fault-words';
import { FIELD_NAMES } from '@parindex/core/words/field-names';
import { PAPER_CODE_FAULTS } from '@parindex/core/words/paper-words';
import { QUESTIONNAIRE_WORDS } from '@parindex/core/words/questionnaire-words';
import type { InBoth } from '@parindex/core/words/texts';
import { Problem } from '../../http/problems.ts';
import type { Entered } from './queries/paper-entries.ts';

const WHY: Readonly<Record<Exclude<Entered, 'first' | 'differs' | 'counted' | 'setApart' | 'repeated' | 'unknown'>, InBoth>> = {
  own: {
    vi: 'Ông/Bà đã nhập phiếu này; lần nhập tiếp theo do người khác thực hiện.',
    en: 'You have typed this form already; the next entry is another person’s.',
  },
  ownBody: {
    vi: 'Ông/Bà đang giữ vai trò trong cơ quan được đánh giá nên không nhập phiếu của cơ quan này: người trả lời đã được cho biết cơ quan không xem được câu trả lời.',
    en: 'You hold a role in the body that is judged, so you do not type forms about it: whoever answered was told that it cannot see the answers.',
  },
  ended: {
    vi: 'Người nhận phiếu này đã được thay bằng người khác nên phiếu không được tính.',
    en: 'Somebody else stands in the place of whom this form went to: it does not count.',
  },
  notYet: { vi: 'Bước điều tra xã hội học chưa mở nên chưa nhập phiếu.', en: 'The step of the survey is not open yet: no form is typed.' },
  over: { vi: 'Cuộc điều tra đã kết thúc nên không nhập thêm phiếu.', en: 'The survey has ended: no form is typed any more.' },
  taken: { vi: 'Phiếu này đã được tính, không nhập lại.', en: 'This form is counted already.' },
  apart: {
    vi: 'Phiếu này vượt hạn mức số phiếu nên được để riêng chờ cơ quan chủ trì quyết định, không nhập lại.',
    en: 'This form came above a quota: it is kept apart until the owner decides, and is not typed again.',
  },
  answered: {
    vi: 'Người nhận phiếu này đã trả lời bằng cách khác, trực tuyến hoặc bằng phiếu giấy khác, nên phiếu không được tính.',
    en: 'Whoever this form went to has answered otherwise, on line or on another paper form: it does not count.',
  },
  moved: {
    vi: 'Người khác vừa nhập phiếu này; nội dung vừa gửi chưa được lưu. Đề nghị mở lại phiếu theo mã.',
    en: 'Somebody else has just typed this form; what you sent was not kept. Please open it again by its code.',
  },
};

const UNKNOWN: InBoth = {
  vi: 'Mã đúng quy cách nhưng không phải mã phiếu giấy của cuộc điều tra này.',
  en: 'The code is well formed, but of no paper form of this survey.',
};

/** Why a form is not typed. */
export const paperRefusal = (state: Exclude<Entered, 'first' | 'differs' | 'counted' | 'setApart' | 'repeated'>): Problem =>
  state === 'unknown' ? new Problem('notFound', { detail: UNKNOWN }) : new Problem('notNow', { detail: WHY[state] });

/** Nothing to be typed: such a form is counted, and not entered. */
export const nothingTyped = (): Problem =>
  new Problem('notNow', {
    detail: {
      vi: 'Phiếu không có câu trả lời hợp lệ nào thì không nhập; đề nghị ghi vào số phiếu trắng hoặc phiếu hỏng của đợt.',
      en: 'A form without a single valid answer is not typed; please count it among the blank or spoiled ones of its batch.',
    },
  });

/** The code that was typed; refuses what cannot be one. */
export function requireCode(typed: string, language: Language): string {
  const read = readCode(typed);
  if ('code' in read) return read.code;
  throw new Problem('faulty', {
    more: { faults: [{ code: read.fault, path: '/code', message: PAPER_CODE_FAULTS[language][read.fault], place: FIELD_NAMES[language].code }] },
  });
}

/** Refuses answers that cannot be taken, all at once, each at its question. */
export function refuseAnswers(form: Questionnaire, faults: readonly AnswerFault[], language: Language): void {
  if (faults.length === 0) return;
  const numbers = new Map(questionsOf(form).map(({ id }, index) => [id, index + 1]));
  const told = faults.map(({ question, row, code, details }) => {
    const number = numbers.get(question);
    return {
      ...{ code, path: `/answers/${question}${row === undefined ? '' : `/${row}`}`, message: ANSWER_FAULT_SENTENCES[language][code](details) },
      place: number === undefined ? '' : QUESTIONNAIRE_WORDS[language].question(number),
    };
  });
  throw new Problem('faulty', { more: { faults: told } });
}
