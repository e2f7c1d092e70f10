import type { Details } from './texts.ts';

/** What is wrong with a list of whatever kind, or with a cell of it. */
export const LIST_FAULT_SENTENCES = {
  noHead: { vi: () => 'Tệp không có dòng tiêu đề.', en: () => 'The file has no head line.' },
  columnTwice: { vi: ({ found }: Details) => `Cột “${found}” xuất hiện hai lần.`, en: ({ found }: Details) => `The column “${found}” is there twice.` },
  cellBeyond: {
    vi: ({ at }: Details) => `Dòng có nội dung ở cột ${at} nhưng cột này không có tiêu đề.`,
    en: ({ at }: Details) => `The line has something in column ${at}, which has no head.`,
  },
  tooManyLines: {
    vi: ({ limit }: Details) => `Danh sách có hơn ${limit} dòng. Hãy chia thành nhiều tệp.`,
    en: ({ limit }: Details) => `The list has more than ${limit} lines. Send it in parts.`,
  },
  formulaCell: {
    vi: () => 'Ô chứa công thức. Hãy thay công thức bằng nội dung của ô.',
    en: () => 'The cell is a formula. Put its content in its place.',
  },
  controlCharacter: {
    vi: () => 'Ô chứa ký tự điều khiển hoặc ký tự không nhìn thấy được. Hãy gõ lại nội dung của ô.',
    en: () => 'The cell has control characters or others that are not seen. Type it anew.',
  },
  textTooLong: {
    vi: ({ found, limit }: Details) => `Nội dung dài ${found} ký tự, vượt quá ${limit} ký tự.`,
    en: ({ found, limit }: Details) => `The text has ${found} characters; at most ${limit} are taken.`,
  },
};
