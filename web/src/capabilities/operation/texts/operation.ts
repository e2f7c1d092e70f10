import { texts } from '@parindex/core/words/texts';

export const operationTexts = texts({
  title: { vi: 'Vận hành', en: 'Operation' },
  lead: {
    vi: 'Dành cho quản trị viên toàn hệ thống: tình trạng hoạt động và việc cần làm.',
    en: 'For administrators of the whole installation: what is fine, and what to do next.',
  },
  asked: { vi: (moment: string) => `Số liệu lúc ${moment}.`, en: (moment: string) => `As of ${moment}, by the server’s clock.` },
  again: { vi: 'Xem lại', en: 'Look again' },
  backup: {
    title: { vi: 'Sao lưu', en: 'Backup' },
    unknown: { vi: 'Chưa sao lưu lần nào', en: 'There is no backup yet' },
    unknownMore: {
      vi: 'Nhật ký chưa ghi nhận lần sao lưu nào bằng lệnh dưới đây. Nếu máy chủ hỏng, mọi nội dung đã nhập có thể mất. Hãy sao lưu hằng ngày và giữ bản sao ở một máy khác.',
      en: 'The trail tells of no backup by the command below. One failure of the machine would take along all that was entered. Back up daily, and keep the copy on another machine.',
    },
    last: { vi: (moment: string) => `Lần sao lưu gần nhất: trạng thái lúc ${moment}.`, en: (moment: string) => `Last backup: the state of ${moment}.` },
    sandbox: { vi: 'Đây là kỳ đánh giá thử với dữ liệu minh họa; không cần sao lưu.', en: 'This is a sandbox with illustrative data; it needs no backup.' },
    how: { vi: 'Cách sao lưu', en: 'How to back up' },
    run: {
      vi: 'Trên máy chủ, trong thư mục cài đặt, chạy lệnh sau, thay TỆP bằng tên tệp muốn lưu:',
      en: 'On the machine, in the folder of the installation, run this with the name of a file for FILE:',
    },
    command: { vi: 'npx parindex backup TỆP', en: 'npx parindex backup FILE' },
    recipients: {
      vi: 'Bản sao lưu được mã hóa cho những người nhận nêu ở PARINDEX_BACKUP_RECIPIENTS; chưa đặt thì lệnh từ chối. Tạo khóa một lần trên máy giữ bản sao: npx parindex keys identity TỆP. Sao riêng cả thư mục khóa (PARINDEX_KEYS) và kho tệp; không để chung một nơi với bản sao lưu.',
      en: 'The backup is encrypted to the recipients in PARINDEX_BACKUP_RECIPIENTS; without any the command refuses. Make the key once, on the machine that keeps the copies: npx parindex keys identity FILE. Copy the folder of keys (PARINDEX_KEYS) and the store of files besides, and not to the same place as the backup.',
    },
    while: {
      vi: 'Lệnh chạy được trong khi mọi người đang làm việc; bản sao là trạng thái của một thời điểm.',
      en: 'It runs while people work; the copy is the state of one moment.',
    },
    personal: {
      vi: 'Tệp sao lưu chứa dữ liệu cá nhân: chỉ người được giao mới giữ, và không gửi qua thư điện tử.',
      en: 'The file holds personal data: only those in charge keep it, and it is not sent by mail.',
    },
    restore: { vi: 'Nên định kỳ thử khôi phục vào một cơ sở dữ liệu trống:', en: 'From time to time, try to restore it into an empty database:' },
    restoreCommand: { vi: 'npx parindex restore TỆP --identity KHÓA', en: 'npx parindex restore FILE --identity KEY' },
  },
  trail: {
    title: { vi: 'Niêm phong nhật ký', en: 'Sealing of the trail' },
    fine: {
      vi: (moment: string) => `Nhật ký đang được niêm phong. Lần gần nhất: ${moment}.`,
      en: (moment: string) => `The trail is being sealed. Last at ${moment}.`,
    },
    never: { vi: 'Nhật ký chưa được niêm phong lần nào.', en: 'The trail has never been sealed.' },
    waiting: {
      vi: (count: string) => `${count} dòng nhật ký chờ niêm phong; thường chỉ vài giây.`,
      en: (count: string) => `Rows that wait to be sealed: ${count}; that usually takes a few seconds.`,
    },
    late: {
      vi: (count: string) => `${count} dòng nhật ký chờ niêm phong đã lâu.`,
      en: (count: string) => `Rows that have waited long to be sealed: ${count}.`,
    },
    lateMore: {
      vi: 'Có thể một giao dịch dài đang giữ lại, hoặc chưa có tiến trình nào được cấp DATABASE_JOBS_URL. Xem lại sau một phút; nếu con số không giảm, hãy báo người vận hành máy chủ.',
      en: 'A long transaction may hold them back, or no process has DATABASE_JOBS_URL. Look again in a minute; where the number does not go down, tell whoever runs the machine.',
    },
    blocks: { vi: 'Số khối đã niêm phong', en: 'Blocks sealed' },
    last: { vi: 'Niêm phong lần cuối', en: 'Last sealing' },
    unsealed: { vi: 'Dòng chờ niêm phong', en: 'Rows waiting' },
    anchor: {
      vi: 'Hằng ngày nên giữ dấu xác nhận nhật ký ở một nơi khác, rồi kiểm tra theo đó:',
      en: 'Every day, keep the head of the chain elsewhere and verify against it:',
    },
    anchorCommand: {
      vi: 'npx parindex audit anchor > anchor.json\nnpx parindex audit verify --anchor anchor.json',
      en: 'npx parindex audit anchor > anchor.json\nnpx parindex audit verify --anchor anchor.json',
    },
  },
  evidence: {
    title: { vi: 'Tệp tài liệu kiểm chứng', en: 'Files of evidence' },
    damaged: { vi: 'Có tệp bị mất hoặc bị thay đổi trong kho', en: 'Files are missing from the store, or were changed in it' },
    damagedMore: {
      vi: 'Hãy lấy lại các tệp này từ bản sao của kho, đặt đúng chỗ theo mã kiểm tra toàn vẹn, rồi chạy lệnh kiểm tra dưới đây.',
      en: 'Take them from a copy of the store, put them in their place by their hash, then run the command below.',
    },
    missing: { vi: (hash: string) => `Mất tệp ${hash}`, en: (hash: string) => `Missing: ${hash}` },
    changed: { vi: (hash: string) => `Tệp bị thay đổi: ${hash}`, en: (hash: string) => `Changed: ${hash}` },
    late: {
      vi: (count: string) => `${count} tệp đã tải lên đang chờ kiểm tra quá lâu.`,
      en: (count: string) => `${count} uploaded files have waited too long to be checked.`,
    },
    lateMore: {
      vi: 'Có thể chưa có tiến trình nào được cấp DATABASE_JOBS_URL, hoặc kho tệp không ghi được. Hãy xem nhật ký của máy chủ.',
      en: 'Perhaps no process has been given DATABASE_JOBS_URL, or the store cannot be written. See the server’s log.',
    },
    store: { vi: 'Nơi giữ tệp', en: 'Store' },
    stores: {
      folder: { vi: 'Thư mục trên máy chủ', en: 'A folder on the machine' },
      s3: { vi: 'Kho đối tượng (S3)', en: 'An object store (S3)' },
    },
    files: { vi: 'Số tệp đang giữ', en: 'Files kept' },
    unchecked: { vi: 'Tệp chờ kiểm tra', en: 'Files to be checked' },
    unscanned: { vi: 'Tệp chưa quét mã độc', en: 'Files not scanned' },
    scanner: { vi: 'Phần mềm quét mã độc', en: 'Scanner' },
    scanners: {
      none: { vi: 'Chưa cài đặt', en: 'None is set' },
      ready: { vi: 'Đang hoạt động', en: 'At work' },
      down: { vi: 'Không trả lời, hoặc bỏ qua tệp lớn', en: 'It does not answer, or passes large files unseen' },
    },
    verify: {
      vi: 'Máy chủ tự đọc lại từng tệp khoảng 30 ngày một lần. Muốn đọc lại ngay và đối chiếu mã kiểm tra toàn vẹn:',
      en: 'The server reads each file again about every 30 days. To read them all now and hold them against their hashes:',
    },
  },
  facts: {
    title: { vi: 'Phiên bản và cơ sở dữ liệu', en: 'Release and database' },
    release: { vi: 'Phiên bản ParIndex', en: 'Release of ParIndex' },
    database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
    kinds: {
      embedded: { vi: 'PostgreSQL đi kèm, do ParIndex tự chạy', en: 'PostgreSQL that ParIndex runs itself' },
      server: { vi: 'PostgreSQL trên máy chủ cơ sở dữ liệu', en: 'PostgreSQL on a database server' },
    },
    version: { vi: 'Phiên bản PostgreSQL', en: 'Release of PostgreSQL' },
    migrations: { vi: 'Nâng cấp cơ sở dữ liệu', en: 'Migrations' },
    migrationCount: { vi: (count: string) => `Đã áp dụng ${count} bước`, en: (count: string) => `${count} applied` },
  },
  ready: {
    vi: 'Kiểm tra tự động: /api/health cho biết tiến trình còn chạy; /api/ready cho biết cơ sở dữ liệu trả lời và đồng hồ hai bên không lệch.',
    en: 'For monitors: /api/health says that the process lives; /api/ready that the database answers and both clocks agree.',
  },
});
