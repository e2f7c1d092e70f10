import { texts } from '@parindex/core/words/texts';

export const keptHereTexts = texts({
  keptOnDevice: { vi: 'Trên thiết bị này còn nội dung chưa đến máy chủ', en: 'This device keeps something that the server does not have' },
  keptOf: {
    vi: (count: number) => `Còn ${count} ô chưa ghi trong một bảng chấm điểm.`,
    en: (count: number) => `${count} ${count === 1 ? 'field of a sheet is' : 'fields of a sheet are'} not saved.`,
  },
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
});
