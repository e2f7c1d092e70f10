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
  vi: (owner: string) => `Câu trả lời trên phiếu giấy do người của ${owner} nhập vào phần mềm; phiếu chỉ có mã, không có họ tên của ông/bà.`,
  en: (owner: string) => `What you answer on paper is typed in by people of ${owner}; the form bears a code alone, and not your name.`,
} as const;
