import type { RefusalCode } from '../evidence/file-codes.ts';
import type { SignatureCode, SignatureReading } from '../evidence/signature-codes.ts';
import type { ReportMatch } from '../submissions/signed-report.ts';
import { refusalText } from './file-words.ts';
import type { Language } from './language.ts';
import { signatureFindingText } from './signature-words.ts';
import { texts } from './texts.ts';

/** Why a signed report is not taken, with what was found. */
export type ReportRefusal =
  | { readonly code: 'file'; readonly file: RefusalCode }
  | { readonly code: 'notPdf' | 'notSigned' | 'noHash' }
  | { readonly code: 'signature'; readonly signature: SignatureReading; readonly because: readonly SignatureCode[] }
  | { readonly code: 'otherSheet'; readonly sheet: { readonly name: string; readonly seq: number }; readonly same: boolean };

const REFUSALS = texts({
  notPdf: { vi: 'Tệp không phải là PDF.', en: 'The file is no PDF.' },
  notSigned: {
    vi: 'Tệp không có chữ ký số. Bản quét từ giấy chỉ được nhận khi cơ quan chủ trì cho phép, có lý do.',
    en: 'There is no electronic signature in the file. A scan of paper is taken only where the owner of the round permits it, with a reason.',
  },
  noHash: {
    vi: 'Trong tệp không có mã kiểm tra toàn vẹn của bảng chấm điểm, nên không xác định được báo cáo này của bảng chấm điểm nào. Hãy ký trên báo cáo do hệ thống lập.',
    en: 'The sheet’s hash is not in the file, so nothing tells whose report it is. Sign the report that was made here.',
  },
  notTaken: {
    vi: (who: string) => `Chữ ký số${who ? ` của ${who}` : ''} không được nhận`,
    en: (who: string) => `The signature${who ? ` of ${who}` : ''} is not taken`,
  },
  earlierFreezing: {
    vi: (seq: number) => `Báo cáo này lập từ phiên bản số liệu trước (phiên bản ${seq}); bảng chấm điểm đã được chốt lại sau đó. Hãy tải và ký báo cáo mới.`,
    en: (seq: number) => `This report is of an earlier freezing (${seq}); the sheet was frozen anew since. Sign the new report.`,
  },
  otherSheet: {
    vi: (sheet: string) => `Đây là báo cáo của bảng chấm điểm khác: ${sheet}.`,
    en: (sheet: string) => `This is the report of another sheet: ${sheet}.`,
  },
});

/** A refusal as sentences for whoever sends: what is wrong, all of it. */
export function reportRefusalText(refusal: ReportRefusal, language: Language): string {
  const texts = REFUSALS[language];
  switch (refusal.code) {
    case 'file':
      return refusalText(refusal.file, language);
    case 'notPdf':
    case 'notSigned':
    case 'noHash':
      return texts[refusal.code];
    case 'signature': {
      const { signature, because } = refusal;
      const who = [signature.signer, signature.agency].filter((part) => part !== null).join(', ');
      return `${texts.notTaken(who)}: ${because.map((code) => signatureFindingText(code, signature, language)).join('; ')}.`;
    }
    case 'otherSheet': {
      const { name, seq } = refusal.sheet;
      return refusal.same ? texts.earlierFreezing(seq) : texts.otherSheet(name);
    }
  }
}

const MATCHES = texts({
  made: { vi: 'Đúng báo cáo do hệ thống lập', en: 'The report as it was made' },
  said: { vi: 'Báo cáo đúng với bảng chấm điểm đã chốt', en: 'The report says the hash of the sheet' },
  permitted: { vi: 'Không đối chiếu được báo cáo với bảng chấm điểm đã chốt', en: 'The report does not say the hash of the sheet' },
  byPermission: { vi: 'được gửi theo ý kiến cho phép của cơ quan chủ trì', en: 'sent by permission of the owner of the round' },
});

const WORTHS = texts({
  valid: { vi: 'có chữ ký số hợp lệ', en: 'with a valid electronic signature' },
  unverifiable: { vi: 'có chữ ký số chưa xác định hợp lệ', en: 'with an electronic signature not established to be valid' },
  invalid: { vi: 'có chữ ký số không hợp lệ', en: 'with an electronic signature that is not valid' },
  unsigned: { vi: 'không có chữ ký số', en: 'without an electronic signature' },
});

type Worth = SignatureReading['verdict'] | null;

/** What the signatures of a report are worth, in a few words. */
export const signatureWorthText = (signature: Worth, language: Language): string => WORTHS[language][signature ?? 'unsigned'];

/** What a report is that was taken: how it was known to be its sheet's, what its signatures are worth, whether it came in by permission alone. */
export function reportMatchText({ matched, signature }: { readonly matched: ReportMatch; readonly signature: Worth }, language: Language): string {
  const words = MATCHES[language];
  const permitted = signature === null || matched === 'permitted';
  return [words[matched], signatureWorthText(signature, language), ...(permitted ? [words.byPermission] : [])].join('; ');
}
