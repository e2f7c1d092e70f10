import { texts } from '@parindex/core/words/texts';

/** The files of a closed survey's answers. */
export const answersTexts = texts({
  title: { vi: 'Dữ liệu trả lời phiếu', en: 'Answers as files' },
  lead: {
    vi: 'Mỗi nhóm đối tượng có một bộ tệp dùng để phân tích. Tệp không có họ tên, thông tin liên hệ và thời điểm trả lời; hình thức và thời gian trả lời để trống khi từ đó có thể nhận ra người trả lời. Mã phiếu được sinh ngẫu nhiên khi kết thúc điều tra và không dẫn tới người trả lời. Mỗi lần tải được ghi nhật ký.',
    en: 'Each group of respondents has files for whoever analyses them. They hold no names, no contact data and no times; mode and minutes are left empty where they would lead to somebody. The ids were made by chance when the survey was closed and lead to nobody. Each download is recorded.',
  },
  within: {
    vi: (responses: string, bodies: string) => `Trong tệp: ${responses} phiếu về ${bodies} cơ quan.`,
    en: (responses: string, bodies: string) => `In the files: ${responses} responses about ${bodies} bodies.`,
  },
  none: {
    vi: 'Không có tệp: không cơ quan nào có đủ phiếu trả lời của nhóm đối tượng này.',
    en: 'There are no files: no body has answers enough of this group.',
  },
  leftOut: { vi: 'Không đưa vào tệp:', en: 'Left out:' },
  tooFew: {
    vi: (threshold: string) => `dưới mức tối thiểu ${threshold} phiếu, người trả lời có thể bị nhận ra`,
    en: (threshold: string) => `fewer than ${threshold} responses, so that people could be recognised`,
  },
  takenOut: { vi: 'cơ quan đã được đưa ra khỏi kỳ đánh giá', en: 'the body was taken out of the round' },
  freeTexts: {
    vi: (questions: string) => `câu trả lời bằng lời văn, vì có thể chứa dữ liệu cá nhân: ${questions}`,
    en: (questions: string) => `what was written freely, as it may hold personal data: ${questions}`,
  },
  written: {
    vi: 'Ý kiến bằng lời văn được đọc riêng, không kèm các câu trả lời khác của phiếu; việc tải được ghi nhật ký.',
    en: 'What was written freely is read by itself, without the other answers of a form; each download is recorded.',
  },
  writtenOf: {
    vi: (group: string) => `Tải ý kiến bằng lời văn của nhóm ${group}`,
    en: (group: string) => `Download what was written: ${group}`,
  },
  caption: { vi: (group: string) => `Tệp dữ liệu của nhóm ${group}`, en: (group: string) => `Files of the group ${group}` },
  file: { vi: 'Tệp', en: 'File' },
  rows: { vi: 'Nội dung', en: 'Content' },
  responses: { vi: (count: string) => `${count} phiếu`, en: (count: string) => `${count} responses` },
  variables: { vi: (count: string) => `${count} biến`, en: (count: string) => `${count} variables` },
  sha256: { vi: 'Giá trị băm SHA-256', en: 'SHA-256' },
  madeAt: {
    vi: (moment: string, size: string) => `Tệp lập lần gần nhất ${moment}, ${size}`,
    en: (moment: string, size: string) => `As last made ${moment}, ${size}`,
  },
  size: { vi: (size: string) => `Dung lượng ${size}`, en: (size: string) => `${size}` },
  notMade: {
    vi: 'Có sau khi tệp được tải trọn vẹn lần đầu.',
    en: 'Told once the file has been downloaded whole for the first time.',
  },
  making: {
    vi: 'Đang lập tệp; giá trị băm hiển thị tại đây khi tệp được tải xong.',
    en: 'The file is being made; its hash is shown here once it has been downloaded.',
  },
  copy: { vi: 'Sao chép giá trị băm', en: 'Copy the hash' },
  act: { vi: 'Tải tệp', en: 'Download' },
  actOf: {
    vi: (file: string, group: string) => `Tải tệp ${file} của nhóm ${group}`,
    en: (file: string, group: string) => `Download ${file} of the group ${group}`,
  },
  names: {
    csv: { vi: 'CSV theo mã', en: 'CSV of codes' },
    labelled: { vi: 'CSV có nhãn', en: 'CSV in words' },
    xlsx: { vi: 'XLSX có nhãn', en: 'XLSX in words' },
    codebook: { vi: 'Bảng mô tả dữ liệu (DDI)', en: 'Codebook (DDI)' },
    syntax: { vi: 'Lệnh SPSS', en: 'SPSS commands' },
  },
  about: {
    csv: {
      vi: 'Mỗi dòng là một phiếu, mỗi cột là một câu hỏi, ghi bằng mã của phiếu; dòng cuối ghi số phiếu và giá trị băm của phần đứng trước. Dùng cho phần mềm thống kê.',
      en: 'A line for each response, a column for each question, by the codes of the form; the last line tells how many there are and the hash of what is before it. For statistical programs.',
    },
    labelled: {
      vi: 'Nội dung như tệp theo mã, ghi bằng lời của câu hỏi và phương án trả lời.',
      en: 'The same in the words of the questions and options.',
    },
    xlsx: { vi: 'Nội dung như tệp có nhãn, mở bằng Excel.', en: 'The same in words, as a workbook.' },
    codebook: {
      vi: 'Mô tả từng cột của tệp theo mã, từng mã và phần không được đưa vào tệp, theo chuẩn DDI-Codebook 2.5.',
      en: 'Each column of the file of codes, each code, and what is left out, as DDI-Codebook 2.5.',
    },
    syntax: {
      vi: 'Đọc tệp theo mã vào SPSS, kèm nhãn biến, nhãn giá trị, giá trị khuyết, rồi lưu thành tệp .sav.',
      en: 'Reads the file of codes into SPSS with labels of variables and values and what is missing, and leaves a .sav.',
    },
  },
  invalid: {
    vi: 'Câu trả lời không hợp lệ trên phiếu giấy có mã riêng, khác ô trống (không trả lời); khi tổng hợp đều được tính là chưa trả lời.',
    en: 'What a paper form does not validly answer has a code of its own, apart from an empty cell (not answered); both are counted as not answered.',
  },
});
