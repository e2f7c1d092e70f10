import type { Language } from '@parindex/core/words/language';
import type { ExitCode, Terminal } from './terminal.ts';

export interface Verb {
  readonly usage: Readonly<Record<Language, string>>;
  readonly summary: Readonly<Record<Language, string>>;
  readonly details: Readonly<Record<Language, readonly string[]>>;
  readonly options: Readonly<
    Record<string, { readonly values?: readonly string[]; readonly short?: string; readonly summary: Readonly<Record<Language, string>> }>
  >;
  /** How many positional arguments it takes. */
  readonly arguments: readonly [least: number, most: number];
  load(): Promise<{ run(args: readonly string[], options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> }>;
}

const format = (values: readonly string[]) => ({
  values,
  summary: { vi: `định dạng: ${values.join(', ')} (mặc định ${values[0]})`, en: `one of ${values.join(', ')} (default ${values[0]})` },
});
const output = { short: 'o', summary: { vi: 'ghi ra tệp thay cho màn hình', en: 'write to a file instead of standard output' } };

/** Every verb with its help; what it does is loaded only when it is asked for. */
export const VERBS: Readonly<Record<string, Verb>> = {
  check: {
    usage: { vi: 'check BỘ-TIÊU-CHÍ…', en: 'check SCHEME…' },
    summary: { vi: 'Kiểm tra bộ tiêu chí và chạy các ví dụ kèm theo', en: 'check schemes and run their cases' },
    details: {
      vi: [
        'BỘ-TIÊU-CHÍ là tệp scheme.yaml (hoặc .json), hoặc thư mục chứa một hay nhiều bộ tiêu chí.',
        'Mọi lỗi được nêu cùng lúc, kèm tệp, dòng, cột và vị trí.',
      ],
      en: ['SCHEME is a scheme.yaml (or .json), or a folder with one or many editions.', 'All faults are listed at once with file, line, column and path.'],
    },
    options: { format: format(['text', 'json']) },
    arguments: [1, Number.POSITIVE_INFINITY],
    load: () => import('./verbs/check.ts'),
  },
  describe: {
    usage: { vi: 'describe BỘ-TIÊU-CHÍ', en: 'describe SCHEME' },
    summary: { vi: 'Diễn giải bộ tiêu chí bằng lời', en: 'describe a scheme in words' },
    details: {
      vi: [
        'Định dạng json là dạng chuẩn tắc: mọi giá trị mặc định được ghi rõ, mọi số viết ngắn nhất.',
        'Định dạng xlsx cần --output khi kết quả ra màn hình; tệp cũ chỉ bị thay khi ghi xong.',
      ],
      en: [
        'The format json is the normal form: all defaults written out, all numbers as shortest texts.',
        'The format xlsx needs --output on a screen; an older file is replaced only when all is written.',
      ],
    },
    options: { format: format(['text', 'markdown', 'xlsx', 'json']), output },
    arguments: [1, 1],
    load: () => import('./verbs/describe.ts'),
  },
  compute: {
    usage: { vi: 'compute BỘ-SỐ-LIỆU', en: 'compute SNAPSHOT' },
    summary: { vi: 'Tính điểm, chỉ số, xếp hạng từ một bộ số liệu', en: 'compute points, index and ranks from a snapshot' },
    details: {
      vi: [
        'BỘ-SỐ-LIỆU là tệp parindex-snapshot/1 hoặc parindex-snapshot-lines/1; “-” là đọc từ đầu vào chuẩn.',
        'Có lỗi thì không tính gì và nêu mọi lỗi; tệp ở --output chỉ bị thay khi tính xong.',
      ],
      en: [
        'SNAPSHOT is a parindex-snapshot/1 or parindex-snapshot-lines/1 file; “-” reads standard input.',
        'With any fault nothing is computed and all faults are listed; a file at --output is replaced only when all is done.',
      ],
    },
    options: { format: format(['json', 'table', 'csv']), output },
    arguments: [1, 1],
    load: () => import('./verbs/compute.ts'),
  },
  explain: {
    usage: { vi: 'explain BỘ-SỐ-LIỆU CƠ-QUAN [MÃ]', en: 'explain SNAPSHOT BODY [ITEM]' },
    summary: { vi: 'Giải thích vì sao một cơ quan có số điểm đó', en: 'explain why a body has its points' },
    details: {
      vi: [
        'CƠ-QUAN là mã định danh (id), mã hoặc tên của cơ quan; MÃ là mã tiêu chí, bỏ trống thì giải thích tất cả.',
        'Nhận bộ số liệu ở cả hai dạng; mọi cơ quan đều được tính để có thứ hạng.',
      ],
      en: [
        'BODY is the id, the code or the name of a body; ITEM is the code of an item, left out for all.',
        'Takes a snapshot in either form; all bodies are computed, so that there is a rank.',
      ],
    },
    options: {},
    arguments: [2, 3],
    load: () => import('./verbs/explain.ts'),
  },
  compare: {
    usage: { vi: 'compare BỘ-TIÊU-CHÍ BỘ-TIÊU-CHÍ', en: 'compare SCHEME SCHEME' },
    summary: { vi: 'So sánh hai bộ tiêu chí', en: 'compare two editions of a scheme' },
    details: {
      vi: ['Nêu phần thêm, bỏ, chuyển chỗ và thay đổi về điểm, cách tính, tên gọi, từ bản trước sang bản sau.'],
      en: ['Lists what was added, removed, moved, and what changed in points, rule and text, from the first to the second.'],
    },
    options: { format: format(['text', 'json']) },
    arguments: [2, 2],
    load: () => import('./verbs/compare.ts'),
  },
};
