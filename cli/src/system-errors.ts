import type { Language } from '@parindex/core/words/language';
import { type InBoth, texts } from '@parindex/core/words/texts';

const REASONS = texts<Readonly<Record<string, InBoth>>>({
  ENOENT: { vi: 'không có thư mục hoặc tệp đó', en: 'no such folder or file' },
  ENOTDIR: { vi: 'đường dẫn đi qua một tệp, không phải thư mục', en: 'the path leads through a file that is no folder' },
  EISDIR: { vi: 'là một thư mục', en: 'it is a folder' },
  EACCES: { vi: 'không có quyền truy cập', en: 'no permission' },
  EPERM: { vi: 'không có quyền truy cập', en: 'no permission' },
  EROFS: { vi: 'ổ đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EBUSY: { vi: 'tệp đang được chương trình khác dùng', en: 'another program is using it' },
  ENOSPC: { vi: 'ổ đĩa đã đầy', en: 'the disk is full' },
  ENAMETOOLONG: { vi: 'tên tệp quá dài', en: 'the name is too long' },
});

/** What the operating system refused, in words; undefined where the error is no refusal of its. */
export function reasonOf(error: unknown, language: Language): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return REASONS[language][code] ?? code;
}
