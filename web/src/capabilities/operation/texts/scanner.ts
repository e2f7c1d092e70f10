import { bilingual } from '../../../kit/bilingual.ts';

export const scannerTexts = bilingual(
  {
    none: 'Chưa cài phần mềm quét mã độc',
    noneMore:
      'Tệp tài liệu kiểm chứng được nhận và đọc được mà chưa ai quét mã độc. Hãy cài ClamAV và đặt PARINDEX_SCANNER; thông báo này chỉ hiện với quản trị viên.',
  },
  {
    none: 'No scanner for harm is set up',
    noneMore:
      'Files of evidence are taken and can be read though nobody has scanned them. Install ClamAV and set PARINDEX_SCANNER; only administrators see this notice.',
  },
);
