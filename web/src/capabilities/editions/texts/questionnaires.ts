import { texts } from '@parindex/core/words/texts';

/** The page of the forms that stand beside an edition. */
export const questionnairesTexts = texts({
  title: { vi: 'Phiếu điều tra', en: 'Questionnaires' },
  lead: {
    vi: 'Các phiếu điều tra xã hội học kèm theo bộ tiêu chí: nội dung từng phiếu, và mỗi câu trả lời được tính vào nội dung chấm điểm nào.',
    en: 'The forms of the survey beside an edition: what each asks, and which items its answers count for.',
  },
  none: { vi: 'Bộ tiêu chí này không kèm phiếu điều tra', en: 'No questionnaire stands beside this edition' },
  noneLead: {
    vi: 'Cơ quan chủ trì đưa phiếu điều tra vào sau khi bộ tiêu chí được áp dụng.',
    en: 'Its owner brings questionnaires once the edition is adopted.',
  },
  caption: { vi: 'Danh sách các phiếu điều tra', en: 'List of questionnaires' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  form: { vi: 'Tên phiếu', en: 'Title' },
  status: { vi: 'Tính chất', en: 'What it is' },
  questions: { vi: 'Số câu hỏi', en: 'Questions' },
  items: { vi: 'Nội dung chấm điểm', en: 'Items' },
  noItems: { vi: 'Không có', en: 'None' },
  shown: { vi: (group: string) => `Nội dung phiếu: ${group}`, en: (group: string) => `The form: ${group}` },
  preview: {
    vi: 'Đây là bản xem trước của phiếu. Trang này không nhận và không ghi câu trả lời nào.',
    en: 'This is a preview of the form. This page takes no answers and records none.',
  },
  files: { pdf: { vi: 'Tải phiếu (PDF)', en: 'Download the form (PDF)' }, docx: { vi: 'Tải phiếu (DOCX)', en: 'Download the form (DOCX)' } },
  taken: { vi: 'Đã tải phiếu xuống.', en: 'The form was downloaded.' },
  print: { vi: 'Mở trang để in', en: 'Open a page to print' },
  tie: { vi: 'Gắn với bộ tiêu chí', en: 'What it counts for' },
  noTie: { vi: 'Câu này không được tính vào nội dung chấm điểm nào.', en: 'This question counts for no item.' },
  ofRow: { vi: (number: string) => `Dòng ${number}`, en: (number: string) => `Row ${number}` },
  feeds: { vi: (question: string) => `Câu hỏi của bộ tiêu chí: ${question}`, en: (question: string) => `Question of the edition: ${question}` },
  item: { vi: (code: string, title: string) => `Nội dung ${code}: ${title}`, en: (code: string, title: string) => `Item ${code}: ${title}` },
  noItemOfTie: { vi: 'Chưa nội dung chấm điểm nào dùng câu hỏi này.', en: 'No item is scored by it.' },
  weights: { vi: 'Trọng số', en: 'Weights' },
  noOpinionCounts: {
    vi: 'Trả lời “Không có ý kiến” không được tính vào điểm trung bình.',
    en: '“No opinion” does not enter the mean.',
  },
});
