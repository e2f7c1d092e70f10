import type { InBoth } from '@parindex/core/words/texts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface Verb {
  readonly usage: InBoth;
  readonly summary: InBoth;
  readonly details: InBoth<readonly string[]>;
  readonly options: Readonly<
    Record<
      string,
      {
        readonly values?: readonly string[];
        readonly short?: string;
        /** Takes no value: it is there or not. */
        readonly flag?: true;
        /** What stands for its value in the help; else a file. */
        readonly value?: InBoth;
        readonly summary: InBoth;
      }
    >
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

const sandbox = {
  flag: true as const,
  summary: { vi: 'dùng cơ sở dữ liệu thử (dữ liệu minh họa) thay cho cơ sở dữ liệu thật', en: 'the sandbox (invented data) in place of the real database' },
};

/** Where a verb finds the database. */
const WHERE = {
  vi: 'Cơ sở dữ liệu: theo DATABASE_URL, DATABASE_SIGN_ON_URL, DATABASE_JOBS_URL, DATABASE_OWNER_URL nếu có; không có thì dùng cơ sở dữ liệu đi kèm (PARINDEX_DATA). Khóa: theo PARINDEX_KEYS; không có thì trong PARINDEX_DATA.',
  en: 'The database is that of DATABASE_URL, DATABASE_SIGN_ON_URL, DATABASE_JOBS_URL and DATABASE_OWNER_URL where they are set, else the embedded one (PARINDEX_DATA). The keys are those of PARINDEX_KEYS, else in PARINDEX_DATA.',
};

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
        'Định dạng json là dạng chuẩn hóa: mọi giá trị mặc định được ghi rõ, mọi số viết ngắn nhất.',
        'Định dạng xlsx và docx là bảng theo mẫu phụ lục, mang theo văn bản gốc: sửa xong đưa trở lại bằng import.',
        'Hai định dạng này cần --output khi kết quả ra màn hình; tệp cũ chỉ bị thay khi ghi xong.',
      ],
      en: [
        'The format json is the normal form: all defaults written out, all numbers as shortest texts.',
        'The formats xlsx and docx are the table as an annex, in Vietnamese, and carry the document: import brings them back, changed or not.',
        'Both need --output on a screen; an older file is replaced only when all is written.',
      ],
    },
    options: { format: format(['text', 'markdown', 'xlsx', 'docx', 'json']), output },
    arguments: [1, 1],
    load: () => import('./verbs/describe.ts'),
  },
  import: {
    usage: { vi: 'import TỆP', en: 'import FILE' },
    summary: { vi: 'Lập bản dự thảo bộ tiêu chí từ bảng XLSX, DOCX', en: 'make a draft of a scheme from tables in XLSX or DOCX' },
    details: {
      vi: [
        'TỆP có bảng các cột như STT, tiêu chí, điểm tối đa, cách tính. Bản dự thảo ra màn hình hoặc tệp; điều chưa chắc được nêu kèm ô.',
        'Cách tính đọc từ lời văn là đề xuất để người có trách nhiệm xác nhận. Điều chưa hiểu để trống, lời văn được giữ.',
      ],
      en: [
        'FILE holds tables with columns as code, criterion, maximum points, rule. The draft goes to the screen or a file; what is doubtful is told with its cell.',
        'Rules read from words are proposals for a person to confirm. What was not understood is left open, its words kept.',
      ],
    },
    options: { format: format(['yaml', 'json']), output },
    arguments: [1, 1],
    load: () => import('./verbs/import.ts'),
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
    summary: { vi: 'Diễn giải cách tính điểm của một cơ quan', en: 'explain why a body has its points' },
    details: {
      vi: [
        'CƠ-QUAN là mã định danh (id), mã hoặc tên của cơ quan; MÃ là mã tiêu chí, bỏ trống thì diễn giải tất cả.',
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
      vi: [
        'Nêu phần thêm, bỏ, tách, gộp, chuyển chỗ, đánh số lại, những gì thay đổi của từng nội dung và ảnh hưởng đến điểm tối đa, từ bản trước sang bản sau.',
      ],
      en: [
        'Lists what was added, removed, split, merged, moved, renumbered, what of each part changed, and the effect on maximum points, from the first to the second.',
      ],
    },
    options: { format: format(['text', 'json']) },
    arguments: [2, 2],
    load: () => import('./verbs/compare.ts'),
  },
  survey: {
    usage: { vi: 'survey draw DÀN-MẪU THIẾT-KẾ --seed SỐ', en: 'survey draw FRAME DESIGN --seed SEED' },
    summary: { vi: 'Chọn mẫu điều tra từ dàn mẫu, hoặc kiểm tra lại một lần chọn mẫu', en: 'draw the sample of a survey, or check a draw again' },
    details: {
      vi: [
        'DÀN-MẪU là tệp CSV: mã, tên, số hộ của từng thôn, tổ dân phố, cùng các cột mà thiết kế nêu. THIẾT-KẾ là tệp parindex-draw-design/1 (YAML hoặc JSON).',
        'Không có --seed thì chỉ kiểm tra và in mã của dàn mẫu, thiết kế để công bố trước. Cùng dàn mẫu, thiết kế, số khởi tạo luôn cho cùng kết quả.',
        'Kiểm tra lại: survey draw DÀN-MẪU --verify BIÊN-BẢN; nêu từng điểm khác.',
      ],
      en: [
        'FRAME is a CSV file: code, name, households of each village or street group, and the columns that the design names. DESIGN is a parindex-draw-design/1 file (YAML or JSON).',
        'Without --seed both are checked and their hashes printed, to be published first. The same frame, design and seed always give the same draw.',
        'To check one again: survey draw FRAME --verify RECORD; it names all that differs.',
      ],
    },
    options: {
      seed: {
        value: { vi: 'SỐ', en: 'SEED' },
        summary: {
          vi: 'số khởi tạo ngẫu nhiên, do việc rút thăm công khai ấn định',
          en: 'the text that a public act has fixed, as digits drawn before witnesses',
        },
      },
      households: { summary: { vi: 'danh sách mã hộ của thôn, tổ dân phố (CSV)', en: 'the codes of the clusters’ households (CSV)' } },
      verify: { summary: { vi: 'biên bản chọn mẫu cần kiểm tra lại', en: 'the record of a draw to check again' } },
      output,
    },
    arguments: [2, 3],
    load: () => import('./verbs/survey.ts'),
  },
  administrator: {
    usage: { vi: 'administrator --email ĐỊA-CHỈ --name HỌ-TÊN', en: 'administrator --email ADDRESS --name NAME' },
    summary: { vi: 'Đặt thêm quản trị viên, hoặc cấp lại cách đăng nhập', en: 'make an administrator, or give one new keys' },
    details: {
      vi: [
        'Khi không đủ hai quản trị viên để làm việc cần hai người. Ai đã có tài khoản thì giữ tên; mật khẩu đặt lại, xác thực hai lớp, phiên và mã truy cập hết hiệu lực.',
        'In ra liên kết dùng một lần. Việc này được ghi vào nhật ký là của người vận hành, và báo qua thư cho người đó.',
        WHERE.vi,
      ],
      en: [
        'Where too few administrators are left for what takes two persons. An account that is there keeps its name; second factor, sessions and tokens end.',
        'Prints a one-time link. The trail tells it as the operator’s act, and a mail tells the person.',
        WHERE.en,
      ],
    },
    options: {
      email: { value: { vi: 'ĐỊA-CHỈ', en: 'ADDRESS' }, summary: { vi: 'thư điện tử của quản trị viên', en: 'the email of the administrator' } },
      name: { value: { vi: 'HỌ-TÊN', en: 'NAME' }, summary: { vi: 'họ và tên của quản trị viên', en: 'the name of the administrator' } },
    },
    arguments: [0, 0],
    load: () => import('./verbs/administrator.ts'),
  },
  init: {
    usage: { vi: 'init --email ĐỊA-CHỈ --name HỌ-TÊN', en: 'init --email ADDRESS --name NAME' },
    summary: { vi: 'Khởi tạo cơ sở dữ liệu thật', en: 'set up the real database' },
    details: {
      vi: [
        'In ra liên kết dùng một lần để quản trị viên đầu tiên đặt mật khẩu. Không nạp gì là dữ liệu minh họa.',
        'Tạo khóa mã hóa và khóa ký trong thư mục khóa nếu chưa có: hãy giữ thư mục này tách khỏi cơ sở dữ liệu và bản sao lưu.',
        'Chạy lại khi liên kết chưa được dùng thì liên kết cũ bị thay.',
        WHERE.vi,
      ],
      en: [
        'Prints a one-time link by which the first administrator sets a password. Nothing invented is loaded.',
        'Makes the keys that encrypt and sign in the folder of keys where there are none: keep it apart from the database and its backups.',
        'Run again before the link was used, it makes another in its place.',
        WHERE.en,
      ],
    },
    options: {
      email: {
        value: { vi: 'ĐỊA-CHỈ', en: 'ADDRESS' },
        summary: { vi: 'thư điện tử của quản trị viên đầu tiên', en: 'the email of the first administrator' },
      },
      name: { value: { vi: 'HỌ-TÊN', en: 'NAME' }, summary: { vi: 'họ và tên của quản trị viên đầu tiên', en: 'the name of the first administrator' } },
    },
    arguments: [0, 0],
    load: () => import('./verbs/init.ts'),
  },
  serve: {
    usage: { vi: 'serve', en: 'serve' },
    summary: { vi: 'Chạy máy chủ với cơ sở dữ liệu thật', en: 'serve from the real database' },
    details: {
      vi: ['Cần “parindex init” trước. Địa chỉ theo HOST và PORT; Ctrl-C để dừng. Bản dùng thử: npm start.', WHERE.vi],
      en: ['Needs “parindex init” first. Answers at HOST and PORT; Ctrl-C stops it. To try things: npm start.', WHERE.en],
    },
    options: {},
    arguments: [0, 0],
    load: () => import('./verbs/serve.ts'),
  },
  migrate: {
    usage: { vi: 'migrate', en: 'migrate' },
    summary: { vi: 'Đưa cơ sở dữ liệu lên phiên bản mới nhất', en: 'bring the database to the newest form' },
    details: { vi: [WHERE.vi], en: [WHERE.en] },
    options: { sandbox },
    arguments: [0, 0],
    load: () => import('./verbs/migrate.ts'),
  },
  audit: {
    usage: { vi: 'audit verify|anchor', en: 'audit verify|anchor' },
    summary: { vi: 'Kiểm tra nhật ký, hoặc lấy dấu xác nhận nhật ký để giữ ở nơi khác', en: 'check the audit trail, or take an anchor to keep elsewhere' },
    details: {
      vi: [
        'verify tìm dòng bị sửa, xóa, chèn, đổi chỗ trong nhật ký, trong các lần cập nhật bảng chấm điểm và trong mọi sổ được ghi nhật ký; đối chiếu hàm, chính sách, trigger và quyền trong cơ sở dữ liệu với phiên bản này; với --anchor còn tìm ra nhật ký bị cắt đuôi hoặc viết lại.',
        'anchor in ra dấu xác nhận nhật ký (số khối, mã băm, số dòng, khóa, chữ ký): parindex audit anchor > TỆP, rồi giữ TỆP ngoài hệ thống.',
        WHERE.vi,
      ],
      en: [
        'verify finds rows that were changed, removed, added or put in another order, in the trail, in the entries of sheets and in every audited register; and functions, policies, triggers and rights in the database that are not as this release makes them; with --anchor also a cut tail and a rewritten whole.',
        'anchor prints the head of the chain (block, hash, count, key, signature): parindex audit anchor > FILE, and keep FILE outside the system.',
        WHERE.en,
      ],
    },
    options: {
      anchor: { summary: { vi: 'dấu xác nhận nhật ký đã giữ từ trước', en: 'an anchor that was kept before' } },
      format: format(['text', 'json']),
      sandbox,
    },
    arguments: [1, 1],
    load: () => import('./verbs/audit.ts'),
  },
  keys: {
    usage: { vi: 'keys list|rotate|identity [TỆP]', en: 'keys list|rotate|identity [FILE]' },
    summary: { vi: 'Xem, thay khóa mã hóa và khóa ký của bản cài đặt', en: 'list or replace the keys that encrypt and sign' },
    details: {
      vi: [
        'Khóa nằm ngoài cơ sở dữ liệu, trong thư mục PARINDEX_KEYS, hoặc cạnh cơ sở dữ liệu đi kèm.',
        'identity tạo cặp khóa cho người giữ bản sao lưu: khóa giải mã nằm trong TỆP, hãy cất ngoài máy chủ này; khóa công khai để đặt vào PARINDEX_BACKUP_RECIPIENTS được in ra.',
        'rotate tạo khóa mới, mã hóa lại mọi mã bí mật và ký niêm phong bằng khóa mới từ lúc đó; khóa cũ vẫn đọc được bản sao lưu cũ và đối chiếu được chữ ký cũ.',
        WHERE.vi,
      ],
      en: [
        'They lie outside the database, in the folder PARINDEX_KEYS, or beside the embedded database.',
        'identity makes the pair of keys of whoever keeps the backups: the identity in FILE, to be kept elsewhere than this machine; its public key for PARINDEX_BACKUP_RECIPIENTS is printed.',
        'rotate makes new ones, encrypts every secret anew and signs seals by the new one from then on; the old ones still read old backups and verify old signatures.',
        WHERE.en,
      ],
    },
    options: {
      lost: {
        flag: true,
        summary: {
          vi: 'khóa mã hóa đã mất hẳn: xóa các mã bí mật không đọc được, những người đó đăng ký lại xác thực hai lớp',
          en: 'the key is lost for good: secrets that cannot be read go, and their owners enrol a second factor again',
        },
      },
      sandbox,
    },
    arguments: [1, 2],
    load: () => import('./verbs/keys.ts'),
  },
  evidence: {
    usage: { vi: 'evidence verify', en: 'evidence verify' },
    summary: { vi: 'Đọc lại mọi tệp tài liệu kiểm chứng và đối chiếu mã băm', en: 'read every file of evidence again and hold it against its hash' },
    details: {
      vi: ['Nêu số tệp và số byte đã đọc; trả về 1 khi có tệp thiếu hoặc bị thay đổi. Kho tệp theo PARINDEX_STORE.', WHERE.vi],
      en: ['Says how many files and bytes it read; 1 where one is missing or changed. The store is that of PARINDEX_STORE.', WHERE.en],
    },
    options: { format: format(['text', 'json']), sandbox },
    arguments: [1, 1],
    load: () => import('./verbs/evidence.ts'),
  },
  backup: {
    usage: { vi: 'backup TỆP', en: 'backup FILE' },
    summary: { vi: 'Sao lưu toàn bộ cơ sở dữ liệu vào một tệp', en: 'copy the whole database into one file' },
    details: {
      vi: [
        'Người dùng vẫn làm việc trong khi sao lưu; tệp chứa mọi thứ như ở một thời điểm và chỉ mang tên đó khi đã xong.',
        'Tệp được mã hóa cho những người nhận trong PARINDEX_BACKUP_RECIPIENTS (khóa công khai age1…, cách nhau dấu phẩy); chỉ khóa giải mã của họ mở được.',
        'Không mã hóa thì tệp có dữ liệu cá nhân, chỉ chủ tệp đọc được. Các phiên đăng nhập không được sao lưu.',
        WHERE.vi,
      ],
      en: [
        'People go on working meanwhile; the file holds everything as it stood at one moment, and has its name only when it is complete.',
        'It is encrypted to the recipients in PARINDEX_BACKUP_RECIPIENTS (public keys age1…, by commas), and opened by their identity alone.',
        'Not encrypted it holds personal data, and can be read by its owner alone. Sessions are left out.',
        WHERE.en,
      ],
    },
    options: {
      plain: {
        flag: true,
        summary: { vi: 'không mã hóa', en: 'do not encrypt it' },
      },
      sandbox,
    },
    arguments: [1, 1],
    load: () => import('./verbs/backup.ts'),
  },
  restore: {
    usage: { vi: 'restore TỆP [--identity TỆP]', en: 'restore FILE [--identity FILE]' },
    summary: { vi: 'Phục hồi bản sao lưu vào cơ sở dữ liệu trống', en: 'restore a backup into an empty database' },
    details: {
      vi: [
        'Tệp và nhật ký trong đó được kiểm tra trước; phục hồi tất cả hoặc không gì cả. Mọi người đăng nhập lại.',
        'Chạy thay cho “parindex init”; cơ sở dữ liệu phải cùng phiên bản với bản sao lưu.',
        WHERE.vi,
      ],
      en: [
        'The file and the trail in it are checked first; all is restored or nothing. Everybody signs in anew.',
        'Takes the place of “parindex init”; the database must be of the same form as the backup.',
        WHERE.en,
      ],
    },
    options: {
      identity: { summary: { vi: 'khóa giải mã của người nhận (AGE-SECRET-KEY-…)', en: 'the identity of a recipient (AGE-SECRET-KEY-…)' } },
      anchor: { summary: { vi: 'dấu xác nhận nhật ký đã giữ từ trước', en: 'an anchor that was kept before' } },
      changed: {
        flag: true,
        summary: { vi: 'phục hồi cả khi nhật ký trong bản sao lưu đã bị thay đổi', en: 'restore even where the trail in the backup was changed' },
      },
      sandbox,
    },
    arguments: [1, 1],
    load: () => import('./verbs/restore.ts'),
  },
};
