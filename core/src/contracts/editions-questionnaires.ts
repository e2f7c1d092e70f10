// The forms of a survey that stand beside an edition.
import type { Contract } from './contract.ts';

export const listQuestionnaires = {
  method: 'GET',
  url: '/api/editions/{edition}/questionnaires',
  summary: {
    vi: 'Các phiếu điều tra kèm theo bộ tiêu chí: nhóm đối tượng, số câu hỏi, nội dung chấm điểm được cung cấp và trọng số từng phương án',
    en: 'The questionnaires beside an edition: whom they ask, how many questions, which items they feed and by which weights',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  answers: { 200: 'questionnaireList' },
} as const satisfies Contract;

export const readQuestionnaire = {
  method: 'GET',
  url: '/api/editions/{edition}/questionnaires/{group}',
  summary: {
    vi: 'Phiếu điều tra của một nhóm đối tượng ở dạng chuẩn hóa: chính nội dung được băm',
    en: 'The questionnaire of a group in normal form: the very text that is hashed',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'questionnaireParams',
  answers: { 200: 'anyDocument' },
} as const satisfies Contract;

export const printQuestionnaire = {
  method: 'GET',
  url: '/api/editions/{edition}/questionnaires/{group}/file',
  summary: {
    vi: 'Phiếu điều tra để in và điền bằng tay (DOCX, PDF, trang để in)',
    en: 'A questionnaire to be printed and filled in by hand (DOCX, PDF, a page)',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'questionnaireParams',
  query: 'questionnaireFileQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;

export const bringQuestionnaire = {
  method: 'PUT',
  url: '/api/editions/{edition}/questionnaires/{group}',
  summary: {
    vi: 'Đưa vào hoặc thay phiếu điều tra của một nhóm đối tượng, khi chưa kỳ nào mở điều tra theo bộ tiêu chí này',
    en: 'Brings or replaces the questionnaire of a group, as long as no survey was opened with the edition',
  },
  tag: 'editions',
  access: 'edition.write',
  params: 'questionnaireParams',
  body: 'broughtQuestionnaire',
  answers: { 200: 'questionnaireBrought', 201: 'questionnaireBrought' },
  acts: ['edition.bringQuestionnaire'],
} as const satisfies Contract;
