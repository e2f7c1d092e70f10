import { texts } from '@parindex/core/words/texts';

/** The letter by which the owner of a round asks units for their lists. */
export const listLetterTexts = texts({
  title: { vi: 'Công văn đề nghị lập danh sách', en: 'Letter that asks for lists' },
  lead: {
    vi: 'Dự thảo công văn gửi các cơ quan, nêu nhóm đối tượng, mẫu danh sách và cách xác nhận; việc ký, cấp số và phát hành thực hiện tại cơ quan.',
    en: 'The draft of a letter to the bodies, with the groups, the form of the list and how it is confirmed; it is numbered, signed and sent by the office.',
  },
  body: { vi: 'Cơ quan nhận', en: 'To' },
  allBodies: { vi: 'Mọi cơ quan trong kỳ', en: 'All bodies of the round' },
  until: { vi: 'Hạn nộp danh sách', en: 'Lists are asked for by' },
  pdf: { vi: 'Tải công văn (PDF)', en: 'The letter as PDF' },
  docx: { vi: 'Tải công văn (DOCX)', en: 'The letter as DOCX' },
  form: { vi: 'Tải mẫu danh sách (XLSX)', en: 'The form of the list (XLSX)' },
});
