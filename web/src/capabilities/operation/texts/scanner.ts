import { texts } from '@parindex/core/words/texts';

export const scannerTexts = texts({
  none: { vi: 'Chưa cài phần mềm quét mã độc', en: 'No scanner for harm is set up' },
  noneMore: {
    vi: 'Tệp tài liệu kiểm chứng được nhận và đọc được mà chưa ai quét mã độc. Hãy cài ClamAV và đặt PARINDEX_SCANNER; thông báo này chỉ hiện với quản trị viên.',
    en: 'Files of evidence are taken and can be read though nobody has scanned them. Install ClamAV and set PARINDEX_SCANNER; only administrators see this notice.',
  },
});
