import type { SignatureCode, SignatureReading } from '../evidence/signature-codes.ts';
import { displayDate } from '../quantity/display.ts';
import { dayOf } from '../round/calendar.ts';
import type { Language } from './language.ts';
import type { InBoth, Names } from './texts.ts';

/** The verdict in a few words, as a badge says it. */
export const SIGNATURE_VERDICT_WORDS: Names<SignatureReading['verdict']> = {
  valid: { vi: 'Chữ ký số hợp lệ', en: 'The signature is valid' },
  invalid: { vi: 'Chữ ký số không hợp lệ', en: 'The signature is not valid' },
  unverifiable: { vi: 'Chưa xác định được chữ ký số có hợp lệ hay không', en: 'Whether the signature is valid could not be established' },
};

const TIME_STAMP_VERDICT_WORDS: Names<SignatureReading['verdict']> = {
  valid: { vi: 'Dấu thời gian hợp lệ', en: 'The time stamp is valid' },
  invalid: { vi: 'Dấu thời gian không hợp lệ', en: 'The time stamp is not valid' },
  unverifiable: { vi: 'Chưa xác định được dấu thời gian có hợp lệ hay không', en: 'Whether the time stamp is valid could not be established' },
};

type Facts = Pick<SignatureReading, 'kind' | 'verdict' | 'because' | 'signer' | 'agency' | 'signedAt' | 'timeStampedAt' | 'revokedAt'>;

/** Days as officials write them, by the clock of Vietnam. */
const dayText = (iso: string | null): string => (iso === null ? '' : ` ${displayDate(dayOf(Date.parse(iso)))}`);

const UNCHECKED: InBoth = { vi: 'Chưa kiểm tra được: ', en: 'Not verified: ' };

/** Each finding as one sentence without its full stop. */
const FINDING_WORDS: Readonly<Record<SignatureCode, (facts: Facts) => InBoth>> = {
  contentAltered: () => ({ vi: 'Nội dung được ký đã bị sửa đổi', en: 'The signed content was altered' }),
  signatureWrong: () => ({
    vi: 'Chữ ký không khớp với chứng thư số đi kèm',
    en: 'The signature does not fit the certificate that comes with it',
  }),
  byteRangeWrong: () => ({
    vi: 'Phạm vi được ký không bao trùm văn bản theo quy cách',
    en: 'The signature does not cover the document in the way it must',
  }),
  certificateSwapped: () => ({
    vi: 'Chứng thư số đi kèm không phải chứng thư số mà người ký đã dùng',
    en: 'The certificate is not the one that the signer named',
  }),
  changedSince: () => ({ vi: 'Văn bản đã bị thay đổi sau khi ký', en: 'The document was changed after it was signed' }),
  revokedBeforeSigning: ({ revokedAt }) => ({
    vi: `Chứng thư số đã bị thu hồi ngày${dayText(revokedAt)}, trước khi ký`,
    en: `The certificate was revoked on${dayText(revokedAt)}, before the signing`,
  }),
  expiredAtSigning: () => ({ vi: 'Chứng thư số đã hết hạn tại thời điểm ký', en: 'The certificate had expired when it was used to sign' }),
  notYetValidAtSigning: () => ({ vi: 'Chứng thư số chưa có hiệu lực tại thời điểm ký', en: 'The certificate was not yet valid when it was used to sign' }),
  structureUnreadable: () => unchecked('không đọc được cấu trúc tệp PDF', 'the structure of the PDF file could not be read'),
  documentEncrypted: () => unchecked('tệp PDF được mã hóa', 'the PDF file is encrypted'),
  tooManySignatures: () => unchecked('tệp có quá nhiều chữ ký', 'there are too many signatures in the file'),
  contentsUnreadable: () => unchecked('không đọc được dữ liệu chữ ký', 'the data of the signature could not be read'),
  formatUnsupported: () => unchecked('kiểu chữ ký không được hỗ trợ', 'this kind of signature is not supported'),
  algorithmUnsupported: () => unchecked('thuật toán của chữ ký không được hỗ trợ', 'the algorithm of the signature is not supported'),
  algorithmWeak: () =>
    unchecked('chữ ký dùng thuật toán hoặc độ dài khóa không còn đủ an toàn', 'the signature uses an algorithm or key length that is no longer safe'),
  issuerUntrusted: () =>
    unchecked(
      'chứng thư số không dẫn về tổ chức cung cấp dịch vụ chứng thực mà hệ thống tin cậy',
      'the certificate does not lead to an authority that this installation trusts',
    ),
  certificateNotForSigning: () => unchecked('chứng thư số không được cấp để ký', 'the certificate was not issued for signing'),
  revocationUnknown: () =>
    unchecked(
      'không có danh sách thu hồi (CRL) còn hiệu lực để biết chứng thư số có bị thu hồi hay không',
      'there is no current revocation list (CRL) that tells whether the certificate was revoked',
    ),
  signingTimeUnknown: () => unchecked('chữ ký không ghi thời điểm ký', 'the signature names no time of signing'),
  signingTimeContradicted: ({ timeStampedAt }) =>
    timeStampedAt === null
      ? unchecked('thời điểm ký do người ký ghi sau thời điểm hiện tại', 'the time of signing that the signer gave lies in the future')
      : unchecked('thời điểm ký do người ký ghi muộn hơn dấu thời gian', 'the time of signing that the signer gave is later than the time stamp'),
  signingTimeUnproven: () =>
    unchecked('không có dấu thời gian chứng minh thời điểm ký mà người ký ghi', 'no time stamp proves the time of signing that the signer gave'),
  laterSignatureNotValid: () =>
    unchecked('chữ ký thêm vào sau có hình hiển thị trên văn bản nhưng chưa hợp lệ', 'a later signature draws on the document and is not itself valid'),
  expiredSince: () => ({ vi: 'Chứng thư số đã hết hạn sau thời điểm ký', en: 'The certificate has expired since the signing' }),
  revokedSince: ({ revokedAt }) => ({
    vi: `Chứng thư số đã bị thu hồi ngày${dayText(revokedAt)}, sau thời điểm ký`,
    en: `The certificate was revoked on${dayText(revokedAt)}, after the signing`,
  }),
  signedAgainSince: () => ({ vi: 'Sau đó chỉ có thêm chữ ký khác', en: 'Only further signatures were added since' }),
  timeStampNotVerified: () => ({
    vi: 'Có dấu thời gian nhưng chưa kiểm tra được, nên không được tính đến',
    en: 'There is a time stamp, but it could not be verified and counts for nothing',
  }),
};

function unchecked(vi: string, en: string): InBoth {
  return { vi: UNCHECKED.vi + vi, en: UNCHECKED.en + en };
}

/** One finding of a signature in words: "Chứng thư số đã hết hạn tại thời điểm ký". */
export const signatureFindingText = (code: SignatureCode, facts: Facts, language: Language): string => FINDING_WORDS[code](facts)[language];

/** A signature in sentences: the verdict with who signed and when, then each finding. */
export function signatureText(facts: Facts, language: Language): string[] {
  const { signer, agency, signedAt, timeStampedAt } = facts;
  const words = facts.kind === 'signature' ? SIGNATURE_VERDICT_WORDS : TIME_STAMP_VERDICT_WORDS;
  const who = [signer, agency].filter((part) => part !== null).join(', ');
  const when =
    timeStampedAt !== null
      ? { vi: `dấu thời gian ngày${dayText(timeStampedAt)}`, en: `time stamp of${dayText(timeStampedAt)}` }
      : { vi: `ngày ký do người ký ghi:${dayText(signedAt)}`, en: `day given by the signer:${dayText(signedAt)}` };
  const head = [who, timeStampedAt === null && signedAt === null ? '' : when[language]].filter(Boolean).join('; ');
  return [`${words[facts.verdict][language]}${head ? ` (${head})` : ''}.`, ...facts.because.map((code) => `${signatureFindingText(code, facts, language)}.`)];
}

/** All signatures of persons and agencies of a file, a line each, with what each is worth; empty where there is none. */
export const signaturesText = (signatures: readonly Facts[], language: Language): string =>
  signatures.flatMap((facts) => (facts.kind === 'signature' ? [signatureText(facts, language).join(' ')] : [])).join('\n');
