import type { Language } from '@parindex/core/words/language';

const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    ENOENT: 'không có thư mục hoặc tệp đó',
    ENOTDIR: 'đường dẫn đi qua một tệp, không phải thư mục',
    EISDIR: 'là một thư mục',
    EACCES: 'không có quyền truy cập',
    EPERM: 'không có quyền truy cập',
    EROFS: 'ổ đĩa chỉ cho đọc',
    EBUSY: 'tệp đang được chương trình khác dùng',
    ENOSPC: 'ổ đĩa đã đầy',
    ENAMETOOLONG: 'tên tệp quá dài',
  },
  en: {
    ENOENT: 'no such folder or file',
    ENOTDIR: 'the path leads through a file that is no folder',
    EISDIR: 'it is a folder',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    EBUSY: 'another program is using it',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
  },
};

/** What the operating system refused, in words; undefined where the error is no refusal of its. */
export function reasonOf(error: unknown, language: Language): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return REASONS[language][code] ?? code;
}
