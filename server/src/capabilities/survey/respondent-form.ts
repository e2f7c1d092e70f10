import type { Language } from '@parindex/core';
import { RESPONDENT_COLUMNS, type RespondentColumn, type RespondentGroup } from '@parindex/core/survey/respondents/index';
import { RESPONDENT_COLUMN_NAMES } from '@parindex/core/words/respondent-list-words';
import { writeLists } from '../../documents/xlsx.ts';

const WIDTHS: Readonly<Record<RespondentColumn, number>> = {
  number: 6,
  name: 28,
  position: 28,
  unit: 36,
  group: 32,
  phone: 16,
  mail: 28,
  address: 36,
  note: 20,
};

/** Empty lines, as text: a telephone number keeps its leading 0. */
const LINES = 300;

const SHEETS = { list: { vi: 'Danh sách', en: 'List' }, groups: { vi: 'Nhóm đối tượng', en: 'Groups' } };
const GROUP_HEADS = { vi: ['Mã', 'Nhóm đối tượng'], en: ['Id', 'Group'] };

/** The form of a list of respondents, with the groups of the survey on a second sheet. */
export const respondentForm = (groups: readonly RespondentGroup[], language: Language): Promise<Uint8Array> =>
  writeLists([
    {
      name: SHEETS.list[language],
      about: [],
      columns: RESPONDENT_COLUMNS.map((column) => ({ head: RESPONDENT_COLUMN_NAMES[language][column], width: WIDTHS[column], format: '@' })),
      rows: Array.from({ length: LINES }, (_, index) => ({ cells: [String(index + 1)] })),
    },
    {
      name: SHEETS.groups[language],
      about: [],
      columns: GROUP_HEADS[language].map((head, index) => ({ head, width: index === 0 ? 24 : 60, format: '@' })),
      rows: groups.map(({ id, title }) => ({ cells: [id, title[language]] })),
    },
  ]);
