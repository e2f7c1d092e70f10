import type { CodeFault } from '../survey/paper/form-code.ts';
import { type Names, texts } from './texts.ts';

/** What is wrong with a code that was typed from a paper form. */
export const PAPER_CODE_FAULTS = texts<Names<CodeFault>>({
  length: { vi: 'Mã phiếu có 20 ký tự; đề nghị nhập đủ như in trên phiếu.', en: 'A code has 20 signs; please type it as it is printed on the form.' },
  sign: {
    vi: 'Mã phiếu chỉ gồm chữ cái không dấu và chữ số, không có 0, 1, I, L và O; đề nghị đối chiếu với mã in trên phiếu.',
    en: 'A code has letters and digits alone, without 0, 1, I, L and O; please look at the form again.',
  },
  check: {
    vi: 'Mã phiếu có ký tự nhập sai hoặc hai ký tự đổi chỗ; đề nghị đối chiếu với mã in trên phiếu.',
    en: 'A sign of the code is wrong, or two have changed places; please look at the form again.',
  },
});

/** What is printed for whoever answers on paper: who types it in. */
export const TYPED_IN_BY = {
  vi: (owner: string) => `Câu trả lời trên phiếu giấy do người được ${owner} giao nhập vào phần mềm; phiếu chỉ có mã, không có họ tên của ông/bà.`,
  en: (owner: string) => `What you answer on paper is typed in by people of ${owner}; the form bears a code alone, and not your name.`,
} as const;

/** What is printed of the code of a form: of one that is addressed, that it is known whose it is while the survey runs. */
export const CODE_MEANS = texts({
  addressed: {
    vi: 'Mã phiếu gắn với người nhận phiếu cho đến khi kết thúc điều tra, để mỗi người chỉ được tính một lần; sau đó mối liên hệ này được xóa.',
    en: 'Until the survey ends it is known whose code this is, so that everybody counts once; then that is erased.',
  },
  unaddressed: { vi: 'Mã phiếu chỉ để mỗi phiếu được tính một lần.', en: 'The code serves that each form counts once, and nothing else.' },
});
