// A name of a state, step, role or act stands in core/src/words alone: nowhere else is it written out, or given anew by its code.
// And words that were mended once stay mended.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { ACT_NAMES } from '../core/src/words/acts.ts';
import * as kinds from '../core/src/words/kinds.ts';
import { ROLE_NAMES } from '../core/src/words/roles.ts';
import { STAGE_NAMES } from '../core/src/words/stages.ts';
import * as states from '../core/src/words/states.ts';
import { STEP_NAMES } from '../core/src/words/steps.ts';

const HOME = 'core/src/words/';
const LEAST_FILES = 500;

const setsOf = (kind, ...tables) =>
  tables.map(({ vi }) => ({
    kind,
    codes: new Set(Object.keys(vi)),
    names: new Set(Object.values(vi).flatMap((name) => (typeof name === 'string' ? [name.toLocaleLowerCase('vi')] : []))),
  }));

/** Of these no name may stand alone anywhere else; nor may a table give names by their codes. */
const NAMED = [
  ...setsOf('step', STEP_NAMES, STAGE_NAMES),
  ...setsOf('role', ROLE_NAMES),
  ...setsOf('act', ACT_NAMES),
  ...setsOf('state', ...Object.values(states)),
];
/** Names of kinds are words of every day; only their tables are looked for. */
const TABLES = [...NAMED, ...setsOf('kind', ...Object.values(kinds))];

/** Where the same words are a button, a head or a tab, and no name. */
const ORDINARY = {
  'server/src/capabilities/retention/archive/round-folder.ts': ['Mở lại bảng chấm điểm'],
  'server/src/documents/document.ts': ['DỰ THẢO'],
  'site/src/texts/index.ts': ['Đăng nhập'],
  'web/src/capabilities/accounts/texts/account.ts': ['Đổi mật khẩu'],
  'web/src/capabilities/accounts/texts/people.ts': ['Mời người dùng'],
  'web/src/capabilities/accounts/texts/person.ts': ['Đăng nhập', 'Kết thúc vai trò', 'Đề nghị sửa dữ liệu cá nhân', 'Tạo liên kết đặt lại mật khẩu'],
  'web/src/capabilities/accounts/texts/sign-in.ts': ['Đăng nhập'],
  'web/src/capabilities/editions/texts/editions.ts': ['Lập bản dự thảo bộ tiêu chí'],
  'web/src/capabilities/discussion/texts/notices.ts': ['Hỏi cơ quan chủ trì'],
  'web/src/capabilities/evidence/texts/packages.ts': ['Tải hồ sơ lưu trữ của kỳ đánh giá'],
  'web/src/capabilities/evidence/texts/uploads.ts': ['Đưa tài liệu vào kho'],
  'web/src/capabilities/imports/texts/batches.ts': ['Đã ghi', 'Không nhận', 'Không nhận đợt số liệu'],
  'web/src/capabilities/operation/texts/operation.ts': ['Sao lưu'],
  'web/src/capabilities/reminders/texts/reminders.ts': ['Mở kỳ đánh giá'],
  'web/src/capabilities/rounds/texts/round-plan.ts': ['đang mở', 'đã đóng'],
  'web/src/capabilities/rounds/texts/closing.ts': ['Đóng kỳ đánh giá'],
  'web/src/capabilities/rounds/texts/rounds.ts': ['Mở kỳ đánh giá'],
  'web/src/capabilities/sheets/texts/parts.ts': ['Đã rà soát'],
  'web/src/capabilities/sheets/texts/sheets.ts': ['Tự chấm'],
  'web/src/capabilities/submissions/texts/sending.ts': ['Mở lại bảng chấm điểm', 'Rút lại bảng chấm điểm đã gửi'],
  'web/src/capabilities/operation/texts/mail-queue.ts': ['Đã gửi'],
};

/** How many codes make a table. */
const LEAST_CODES = 3;

/** A text for people, and no code, style or number; sentences are no names. */
const isName = (node) =>
  (ts.isStringLiteralLike(node) && /\P{ASCII}/u.test(node.text) && !node.text.endsWith('.')) ||
  (ts.isObjectLiteralExpression(node) && node.properties.some((property) => keyOf(property) === 'vi' && property.initializer && isName(property.initializer)));

const keyOf = ({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : undefined);

/** The set whose names an object gives by their codes, if it is one. */
function tableOf(node) {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const keys = node.properties.filter((property) => ts.isPropertyAssignment(property) && isName(property.initializer)).map(keyOf);
  return TABLES.find(({ codes }) => keys.length >= LEAST_CODES && keys.every((key) => codes.has(key)));
}

/** A text that stands by itself; what a route is for in a few words is no name. */
const textOf = (node) => {
  if (!ts.isStringLiteralLike(node) && !ts.isJsxText(node)) return undefined;
  const { parent } = node.parent.parent;
  return parent && ts.isPropertyAssignment(parent) && keyOf(parent) === 'summary' ? undefined : node.text.trim();
};

const seen = new Set();

function namesIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const tell = (node, kind, what) => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${path}:${line + 1}:${character + 1} ${kind}: ${what}`);
  };
  const visit = (node) => {
    const table = tableOf(node);
    if (table) tell(node, table.kind, `a table by ${[...table.codes].slice(0, LEAST_CODES).join(', ')}`);
    const text = textOf(node);
    const set = text && NAMED.find(({ names }) => names.has(text.toLocaleLowerCase('vi')));
    if (set && ORDINARY[path]?.includes(text)) seen.add(`${path} ${text}`);
    else if (set) tell(node, set.kind, text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Words that officials stumbled over, and what they read in their place. None of them comes back. */
const UNWANTED = [
  [/[xX]oá(?!\p{L})|[hH]oá(?!\p{L})|thuỷ/u, 'the tone stands on the first vowel: xóa, hóa, thủy'],
  [/(?:của|cho|với) bạn(?!\p{L})/u, 'Ông/Bà'],
  [/bảng điểm/iu, 'bảng chấm điểm'],
  [/chưa trả lời (?:đủ|tiếp)|tiêu chí chưa trả lời|(?:số|tiêu chí) (?:đã|phải) trả lời|'(?:Đã|Phải|Chưa) trả lời'/u, 'chấm, kê khai'],
  // Only what stops a freezing is called so.
  [/phải giải trình/iu, 'cần giải trình'],
  [/tái dựng|phục dựng/iu, 'bản tham khảo, chưa đối chiếu với văn bản gốc'],
  // What is still to be scored has one name, whoever scores it; so has what somebody sits at.
  [/chưa tự chấm(?!\p{L})/iu, 'chưa chấm'],
  [/(?<!\p{L})máy này/iu, 'thiết bị này; of a server: máy chủ này'],
  [/đồng hồ máy chủ|chờ máy chủ|có tính ràng buộc hoặc|lần ghi số \$/iu, 'what it is for the office, without the machine'],
  [/nếu không thì/u, 'cases as rows, or "… khi …; còn lại …"'],
  [
    /chuẩn tắc|điểm neo|mốc neo|[đĐ]ầu chuỗi niêm phong|bản nháp muộn|đứng cạnh nhau|tự khai(?!\p{L})|[sS]ố liệu từ nơi khác|dịch chuyển|lên trước'|số điểm này|chính xác tuyệt đối|[gG]hi khác với|[tT]hôi ghi khác|mất nhiều điểm|bỏ có chủ ý|Xem ai chưa|cho số, ký|mọi bên trong kỳ|[vV]iệc hiện nay|dở dang|không cản việc|quá khứ|Đến muộn/u,
    'the official word (see the glossary)',
  ],
];

const unwantedIn = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const found = UNWANTED.find(([pattern]) => pattern.test(line));
      return found ? [`${path}:${index + 1} ${found[0].exec(line)[0]}: ${found[1]}`] : [];
    });

const all = globSync('{core,design,server,site,cli,web}/**/*.{ts,tsx}', { exclude: (path) => /node_modules|\.build/.test(path) }).filter(
  (path) => !/\.(?:test|story)\.tsx?$|\/testing\/|\/tests\//.test(path),
);
const files = all.filter((path) => !path.startsWith(HOME));
if (files.length < LEAST_FILES) throw new Error(`only ${files.length} files`);
const found = [...files.flatMap(namesIn), ...all.flatMap(unwantedIn)];
const unneeded = Object.entries(ORDINARY).flatMap(([path, texts]) => texts.map((text) => `${path} ${text}`).filter((each) => !seen.has(each)));
for (const each of [...found, ...unneeded.map((each) => `no longer there, so not to be let through: ${each}`)]) console.error(each);
console.log(`${files.length} files; ${found.length} names of states, steps, roles and acts outside ${HOME}, or words that officials stumble over`);
if (found.length + unneeded.length > 0) process.exitCode = 1;
