import { PAGE_ORIGINS, type PageOrigin, REFUSAL_CODES, type RefusalCode } from '../evidence/file-codes.ts';
import { ACT_NAMES } from './acts.ts';
import {
  AGENDA_MOVE_NAMES,
  AGENDA_STATE_NAMES,
  CHOICE_NAMES,
  COUNCIL_POSITION_NAMES,
  PRESENCE_NAMES,
  PROPOSAL_NAMES,
  SESSION_MOVE_NAMES,
  SESSION_STATE_NAMES,
  SESSION_WAY_NAMES,
} from './council-words.ts';
import { PAGE_ORIGIN_WORDS, refusalText } from './file-words.ts';
import {
  ACCOUNT_REQUEST_KIND_NAMES,
  BODY_KIND_NAMES,
  BODY_TYPE_NAMES,
  DAY_KIND_NAMES,
  DOCUMENT_CLASS_NAMES,
  ERASURE_KIND_NAMES,
  INTEREST_KIND_NAMES,
  NOTICE_KIND_NAMES,
  THREAD_KIND_NAMES,
} from './kinds.ts';
import type { Language } from './language.ts';
import { MAILING_KIND_NAMES } from './mailing-words.ts';
import { ROLE_NAMES } from './roles.ts';
import { STAGE_NAMES } from './stages.ts';
import { BATCH_STATE_NAMES, EDITION_STATE_NAMES, IMPROVEMENT_STATE_NAMES, ROUND_STATE_NAMES, SHEET_STATE_NAMES } from './states.ts';
import { STEP_NAMES } from './steps.ts';
import { QUOTA_STRATUM_NAMES } from './survey-words.ts';
import { texts } from './texts.ts';
import { TRAIL_KEY_NAMES } from './trail-keys.ts';
import { TRAIL_COLUMN_NAMES, TRAIL_TABLE_NAMES } from './trail-rows.ts';
import { verdictReasons } from './verdict-reasons.ts';

/** Values that are codes, by the key under which they stand, as far as no other list names them. */
const VALUES = texts({
  access: { restricted: { vi: 'hạn chế', en: 'restricted' }, released: { vi: 'công khai', en: 'released' } },
  attribute: {
    type: { vi: 'loại cơ quan', en: 'type' },
    code: { vi: 'mã', en: 'code' },
    region: { vi: 'vùng', en: 'region' },
    block: { vi: 'khối', en: 'block' },
    parent: { vi: 'cơ quan cấp trên', en: 'body above' },
  },
  by: {
    password: { vi: 'mật khẩu', en: 'password' },
    secondFactor: { vi: 'xác thực hai lớp', en: 'second factor' },
    securityKey: { vi: 'khóa bảo mật', en: 'security key' },
    recoveryCode: { vi: 'mã khôi phục', en: 'recovery code' },
    code: { vi: 'mã sáu số', en: 'code of six digits' },
    item: { vi: 'từng tiêu chí', en: 'item by item' },
    body: { vi: 'từng cơ quan', en: 'body by body' },
    piece: { vi: 'từng tiêu chí của từng cơ quan', en: 'each item of each body by itself' },
  },
  came_by: {
    page: { vi: 'trang làm việc', en: 'the workspace' },
    api: { vi: 'giao diện lập trình', en: 'the API' },
    folder: { vi: 'thư mục theo dõi', en: 'the watched folder' },
    survey: { vi: 'điều tra xã hội học của kỳ', en: 'the survey of the round' },
  },
  change: { added: { vi: 'thêm', en: 'added' }, changed: { vi: 'sửa', en: 'changed' } },
  check_found: { whole: { vi: 'nguyên vẹn', en: 'whole' }, missing: { vi: 'thiếu tệp', en: 'missing' }, changed: { vi: 'tệp đã bị thay đổi', en: 'changed' } },
  deadline_act: { freeze: { vi: 'chốt số liệu', en: 'freezing' }, send: { vi: 'gửi báo cáo', en: 'sending' } },
  decision: {
    accepted: { vi: 'chấp nhận phiếu', en: 'accepted' },
    setAside: { vi: 'không đưa vào tổng hợp', en: 'set aside' },
    carriedOut: { vi: 'đã thực hiện', en: 'carried out' },
    refused: { vi: 'không đồng ý', en: 'refused' },
    stopped: { vi: 'đã dừng', en: 'stopped' },
    handedOver: { vi: 'đã báo cho người nhận bằng cách khác', en: 'handed over' },
    sendAgain: { vi: 'gửi lại', en: 'send again' },
  },
  declared: { notSecret: { vi: 'không có bí mật nhà nước', en: 'no state secrets' } },
  for: { tooMany: { vi: 'quá nhiều phiên', en: 'too many sessions' } },
  form: {
    file: { vi: 'tệp', en: 'file' },
    reference: { vi: 'chỉ dẫn số, ngày', en: 'reference' },
    secretMail: { vi: 'gửi theo đường mật', en: 'by the secret mail' },
    csv: { vi: 'CSV', en: 'CSV' },
    xlsx: { vi: 'XLSX', en: 'XLSX' },
    json: { vi: 'JSON', en: 'JSON' },
    labelled: { vi: 'CSV bằng lời', en: 'CSV in words' },
  },
  gone_for: {
    removed: { vi: 'gỡ bỏ', en: 'removed' },
    purged: { vi: 'hủy khi hết thời hạn', en: 'purged' },
    infected: { vi: 'có mã độc', en: 'infected' },
    unused: { vi: 'không dùng', en: 'unused' },
  },
  kind: {
    addressed: { vi: 'phiếu giấy theo danh sách', en: 'addressed paper forms' },
    unaddressed: { vi: 'phiếu giấy phát tại chỗ', en: 'paper forms handed out on the spot' },
    item: { vi: 'tiêu chí', en: 'item' },
    figure: { vi: 'số liệu', en: 'figure' },
    sandbox: { vi: 'bản thử', en: 'sandbox' },
    real: { vi: 'bản chính thức', en: 'the real thing' },
    plan: { vi: 'kế hoạch', en: 'plan' },
    decision: { vi: 'quyết định', en: 'decision' },
    urging: { vi: 'công văn đôn đốc', en: 'letter of urging' },
    close: { vi: 'đóng kỳ', en: 'closing' },
    undoClosing: { vi: 'mở lại kỳ đã đóng', en: 'undoing the closing' },
    adopt: { vi: 'đưa vào áp dụng', en: 'adopting' },
    withdraw: { vi: 'thôi áp dụng', en: 'withdrawing' },
  },
  language: { vietnamese: { vi: 'tiếng Việt', en: 'Vietnamese' }, english: { vi: 'tiếng Anh', en: 'English' } },
  matched: {
    made: { vi: 'đúng tệp hệ thống lập', en: 'the file that was made here' },
    said: { vi: 'có ghi mã kiểm tra toàn vẹn', en: 'names the hash' },
    permitted: { vi: 'theo văn bản cho phép', en: 'by permission' },
  },
  matter: { sheet: { vi: 'bảng chấm điểm', en: 'the sheet' }, explanation: { vi: 'giải trình', en: 'the explanation' } },
  outcome: {
    first: { vi: 'chờ người thứ hai nhập', en: 'waits for a second person' },
    differs: { vi: 'hai lần nhập khác nhau', en: 'two entries differ' },
    counted: { vi: 'phiếu đã được tính', en: 'the form is counted' },
    setApart: { vi: 'phiếu vượt hạn mức, để riêng', en: 'above a quota, kept apart' },
  },
  part: {
    title: { vi: 'tên', en: 'title' },
    edition: { vi: 'bộ tiêu chí', en: 'edition' },
    participants: { vi: 'cơ quan tham gia', en: 'participants' },
    exclusions: { vi: 'tiêu chí không đánh giá', en: 'exclusions' },
    domainOwners: { vi: 'cơ quan phụ trách lĩnh vực', en: 'owners of domains' },
    steps: { vi: 'lịch các bước', en: 'calendar' },
  },
  purpose: { invitation: { vi: 'lời mời', en: 'invitation' }, reset: { vi: 'đặt lại mật khẩu', en: 'reset' } },
  ranking_shown: {
    overseers: { vi: 'cơ quan chủ trì, thẩm định, kiểm tra', en: 'owner, appraisers, council, auditors' },
    ownPlace: { vi: 'từng cơ quan xem thứ hạng của mình', en: 'each body its own place' },
    participants: { vi: 'các cơ quan tham gia', en: 'all who take part' },
  },
  reach: {
    body: { vi: 'kho của cơ quan', en: 'the body’s libraries' },
    rounds: { vi: 'cả các kỳ của cơ quan chủ trì', en: 'the owner’s rounds' },
    all: { vi: 'mọi nơi có tệp này', en: 'wherever the file is' },
  },
  said: { stillValid: { vi: 'vẫn còn hiệu lực', en: 'still valid' } },
  scan: { waiting: { vi: 'chờ quét', en: 'waiting' }, clean: { vi: 'không có mã độc', en: 'clean' }, infected: { vi: 'có mã độc', en: 'infected' } },
  scopes: { read: { vi: 'đọc', en: 'read' }, write: { vi: 'ghi', en: 'write' }, none: { vi: 'không có', en: 'none' } },
  tried: { handover: { vi: 'bàn giao công việc', en: 'a handover' }, end: { vi: 'chấm dứt vai trò', en: 'ending a role' } },
  waitsFor: {
    secondFactor: { vi: 'xác thực hai lớp', en: 'the second factor' },
    enrolment: { vi: 'đặt xác thực hai lớp', en: 'setting up the second factor' },
  },
  warnings: {
    stepsOutOfOrder: { vi: 'các bước không theo thứ tự', en: 'steps out of order' },
    exclusionsWithoutDecision: { vi: 'loại trừ chưa có quyết định kèm theo', en: 'exclusions without a decision' },
    itemsOfSeveralAppraisers: { vi: 'có tiêu chí do nhiều cơ quan cùng thẩm định', en: 'items appraised by several bodies' },
    stepsOver: { vi: 'có bước đã qua hạn', en: 'steps are over' },
    appraisalBeforeClosing: { vi: 'thẩm định mở trước khi tự đánh giá đóng', en: 'appraisal opens before self-assessment closes' },
    closingOnDayOff: { vi: 'hạn rơi vào ngày nghỉ', en: 'a closing on a day off' },
    bodiesNotInForce: { vi: 'có cơ quan chưa hoặc không còn hoạt động', en: 'bodies not in force' },
    appraisersAlone: { vi: 'có cơ quan thẩm định chỉ có một người', en: 'an appraising body with one person alone' },
    editionNotInForce: { vi: 'bộ tiêu chí không còn hiệu lực', en: 'an edition not in force' },
  },
  why: { secondPersonNeeded: { vi: 'cần người thứ hai', en: 'takes a second person' }, notForOneself: { vi: 'không tự làm cho mình', en: 'not for oneself' } },
  way: {
    random: { vi: 'ngẫu nhiên', en: 'at random' },
    balanced: { vi: 'cân bằng khối lượng', en: 'balanced by work' },
    self: { vi: 'tự biểu quyết', en: 'by themselves' },
    ballot: { vi: 'bằng phiếu', en: 'by a written ballot' },
  },
});

/** Everything by which a key's values are named; a kind is named by the lists of all kinds, which share no code. */
const namesOf = (language: Language): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const own = VALUES[language];
  const steps = STEP_NAMES[language];
  return {
    ...own,
    act: ACT_NAMES[language],
    tried: { ...ACCOUNT_REQUEST_KIND_NAMES[language], ...own.tried },
    cameBy: own.came_by,
    confirmed: own.part,
    deadlineAct: own.deadline_act,
    rankingShown: own.ranking_shown,
    document_class: DOCUMENT_CLASS_NAMES[language],
    choice: CHOICE_NAMES[language],
    move: { ...SESSION_MOVE_NAMES[language], ...AGENDA_MOVE_NAMES[language] },
    position: COUNCIL_POSITION_NAMES[language],
    presence: PRESENCE_NAMES[language],
    proposal: PROPOSAL_NAMES[language],
    way: { ...SESSION_WAY_NAMES[language], ...own.way },
    kind: {
      ...BODY_KIND_NAMES[language],
      ...BODY_TYPE_NAMES[language],
      ...ACCOUNT_REQUEST_KIND_NAMES[language],
      ...ERASURE_KIND_NAMES[language],
      ...THREAD_KIND_NAMES[language],
      ...NOTICE_KIND_NAMES[language],
      ...INTEREST_KIND_NAMES[language],
      ...DAY_KIND_NAMES[language],
      ...MAILING_KIND_NAMES[language],
      ...own.kind,
    },
    stage: STAGE_NAMES[language],
    stratum: QUOTA_STRATUM_NAMES[language],
    type: BODY_TYPE_NAMES[language],
    role: ROLE_NAMES[language],
    state: {
      ...AGENDA_STATE_NAMES[language],
      ...SESSION_STATE_NAMES[language],
      ...IMPROVEMENT_STATE_NAMES[language],
      ...SHEET_STATE_NAMES[language],
      ...EDITION_STATE_NAMES[language],
      ...ROUND_STATE_NAMES[language],
      ...BATCH_STATE_NAMES[language],
    },
    step: steps,
    stepsLeft: steps,
    target_kind: own.kind,
  };
};

/** Keys whose values are keys themselves: what was changed. */
const NAME_KEYS: readonly string[] = ['field', 'fields'];

const own = (record: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** What a key of the trail is called: of an act, of a table, or of a column of it; never the key itself. */
export function trailKeyName(key: string, language: Language): string | undefined {
  return own(TRAIL_KEY_NAMES[language], key) ?? own(TRAIL_COLUMN_NAMES[language], key) ?? own(TRAIL_TABLE_NAMES[language], key);
}

/** What a value under a key is called, where it is a code; undefined where it speaks for itself. */
export function trailValueName(key: string, value: string, language: Language): string | undefined {
  if (NAME_KEYS.includes(key)) return trailKeyName(value, language);
  if (key === 'code' && (REFUSAL_CODES as readonly string[]).includes(value)) return refusalText(value as RefusalCode, language);
  if (key === 'code' && Object.hasOwn(verdictReasons[language], value)) return verdictReasons[language][value as keyof (typeof verdictReasons)['vi']];
  if (key === 'pages_are' && (PAGE_ORIGINS as readonly string[]).includes(value)) return PAGE_ORIGIN_WORDS[value as PageOrigin][language];
  const names = namesOf(language);
  return Object.hasOwn(names, key) ? own(names[key] ?? {}, value) : undefined;
}
