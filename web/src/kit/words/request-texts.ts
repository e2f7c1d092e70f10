import { texts } from '@parindex/core/words/texts';

/** Of what one person asks for and another decides. */
export const requestTexts = texts({
  askedBy: { vi: (name: string, at: string) => `${name} đề nghị lúc ${at}.`, en: (name: string, at: string) => `Asked for by ${name} on ${at}.` },
  lapses: { vi: (at: string) => `Hết hiệu lực nếu chưa được quyết định trước ${at}.`, en: (at: string) => `It lapses if it is not decided before ${at}.` },
  waits: { vi: 'Chờ người thứ hai quyết định', en: 'Waits for a second person' },
  lapsed: { vi: 'Đã hết hiệu lực', en: 'Lapsed' },
  decisions: {
    carriedOut: { vi: 'Đã thực hiện', en: 'Carried out' },
    refused: { vi: 'Không đồng ý', en: 'Refused' },
    stopped: { vi: 'Đã rút', en: 'Withdrawn' },
  },
  decidedBy: { vi: (name: string, at: string) => `${name}, lúc ${at}.`, en: (name: string, at: string) => `${name}, ${at}.` },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  note: { vi: 'Ý kiến của người quyết định', en: 'What whoever decides says' },
  noteMore: { vi: 'Bắt buộc khi không đồng ý.', en: 'Needed for a refusal.' },
  stop: { vi: 'Rút đề nghị', en: 'Withdraw the request' },
  stopQuestion: { vi: 'Rút đề nghị này?', en: 'Withdraw this request?' },
  stopped: { vi: 'Đã rút đề nghị.', en: 'The request is withdrawn.' },
  stopYes: { vi: 'Đồng ý rút', en: 'Yes, withdraw it' },
  history: { vi: 'Các đề nghị trước', en: 'Earlier requests' },
});
