import { texts } from '@parindex/core/words/texts';

export const guidesTexts = texts({
  title: { vi: 'Hướng dẫn sử dụng', en: 'Guides' },
  roles: { vi: 'Hướng dẫn theo vai trò', en: 'Guides by role' },
  contents: { vi: 'Nội dung', en: 'Contents' },
  files: { pdf: { vi: 'Tải về dạng PDF', en: 'Take it as PDF' }, docx: { vi: 'Tải về dạng DOCX', en: 'Take it as DOCX' } },
  taken: { vi: 'Đã tải hướng dẫn.', en: 'The guide was taken.' },
});
