import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { declareSample } from '../../server/src/capabilities/survey/testing/drawn-sample.ts';
import { addQuestionnaires, addSurvey, csvOf } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { makeXlsx } from '../../server/src/file-inspection/testing/office.ts';
import { tellPast } from '../../server/src/sandbox/fill-sandbox.ts';
import { type InventedRound, LATER_ROUNDS } from '../../server/src/sandbox/invented-rounds.ts';
import { setUpSandbox } from '../../server/src/sandbox/set-up-sandbox.ts';
import { tokenOf } from '../../server/src/testing/sign-on.ts';
import { ask, change, type PersonName } from '../../server/src/testing/world.ts';
import { faultsByAxe, faultsOfLook, faultsOfOpened } from '../axe.ts';
import { faultOfPicture } from '../looks.ts';
import { ROOT } from '../product.ts';
import { SOAK } from '../soak.ts';
import { makeDraft } from './draft.ts';
import { animationsEnd, faultsOfFit, NARROW } from './fit.ts';
import { figureCalled, goOn, NOWHERE, openTestWorkspace, routesOf, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const [CONTESTED, CLOSED] = ['/lam-viec/ky-danh-gia/minh-hoa-hoi-dong', '/lam-viec/ky-danh-gia/minh-hoa-da-dong'];
const SHEETS = `${ROUND}/bang-diem`;
const LIBRARY = `${SHEETS}/tinh-minh-hoa-01/tai-lieu`;

interface Visit {
  /** The route as the router knows it; undefined where an address leads nowhere. */
  readonly route: string | undefined;
  /** Who goes there, somebody to whom the page is of use; nobody has signed in yet. */
  readonly who: PersonName | undefined;
  readonly address: string;
}

const visit = (who: PersonName | undefined, route: string | undefined, ...addresses: string[]): Visit[] =>
  (addresses.length === 0 && route !== undefined ? [route] : addresses).map((address) => ({ route, who, address }));

/** Every route of the workspace, and the parts of those that have some. {…} is filled in when the story has begun. */
const VISITS: readonly Visit[] = [
  ...visit(undefined, '/dang-nhap'),
  ...visit(undefined, '/dat-mat-khau', '/dat-mat-khau#{link}', '/dat-mat-khau'),
  ...visit(undefined, '/bien-nhan', '/bien-nhan', '/bien-nhan?ma=0000000000000000'),
  ...visit(undefined, '/he-thong-thiet-ke'),
  ...visit('an', '/lam-viec'),
  ...visit('dung', '/lam-viec/ky-danh-gia'),
  ...visit(
    'dung',
    '/lam-viec/ky-danh-gia/$round',
    ROUND,
    ...['general', 'calendar', 'participants', 'exclusions', 'domainOwners', 'extensions', 'takeovers'].map((part) => `${ROUND}?part=${part}`),
  ),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/so-lieu', `${ROUND}/so-lieu`, `${ROUND}/so-lieu?dot={delivery}`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra', `${ROUND}/dieu-tra`, `${ROUND}/dieu-tra?body=tinh-minh-hoa-01`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/dieu-tra', `${ROUND}/dieu-tra`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau', `${ROUND}/dieu-tra/chon-mau`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau', `${ROUND}/dieu-tra/chon-mau`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong', `${ROUND}/dieu-tra/chat-luong`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay', `${ROUND}/dieu-tra/phieu-giay`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay/nhap', `${ROUND}/dieu-tra/phieu-giay/nhap`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/dieu-tra/phong-van', `${ROUND}/dieu-tra/phong-van`),
  ...visit(undefined, '/lam-viec/phong-van', '/lam-viec/phong-van'),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/tien-do', `${ROUND}/tien-do`, `${ROUND}/tien-do?body=tinh-minh-hoa-01`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/tien-do', `${ROUND}/tien-do`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round', ROUND),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/xep-hang', `${ROUND}/xep-hang`, `${ROUND}/xep-hang?domain=1`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/xep-hang', `${ROUND}/xep-hang`),
  ...visit(
    'dung',
    '/lam-viec/ky-danh-gia/$round/tham-dinh',
    `${ROUND}/tham-dinh`,
    `${ROUND}/tham-dinh?item=1.1`,
    `${CONTESTED}/tham-dinh`,
    `${CONTESTED}/tham-dinh?by=notice`,
    `${CONTESTED}/tham-dinh?by=dispute`,
  ),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/tham-dinh/phan-cong', `${ROUND}/tham-dinh/phan-cong`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/tham-dinh/chat-luong', `${ROUND}/tham-dinh/chat-luong`),
  ...visit('giang', '/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai', `${ROUND}/tham-dinh/cham-lai`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/tham-dinh/xung-dot-loi-ich', `${ROUND}/tham-dinh/xung-dot-loi-ich`),
  ...visit(
    'dung',
    '/lam-viec/ky-danh-gia/$round/tham-dinh/$body',
    `${ROUND}/tham-dinh/tinh-minh-hoa-01?item=2.4.1`,
    `${CONTESTED}/tham-dinh/tinh-minh-hoa-01?item=4.1.2`,
  ),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/hoi-dong', `${CONTESTED}/hoi-dong`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/hoi-dong/$session', `${CONTESTED}/hoi-dong/{session}`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/xep-hang', `${CLOSED}/xep-hang`, `${CLOSED}/xep-hang?body=tinh-minh-hoa-01`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/bang-diem', SHEETS),
  ...visit(
    'an',
    '/lam-viec/ky-danh-gia/$round/bang-diem/$body',
    `${SHEETS}/tinh-minh-hoa-01?item=2.4.1`,
    `${SHEETS}/tinh-minh-hoa-01?view=list`,
    `${SHEETS}/tinh-minh-hoa-01?view=review`,
    `${SHEETS}/tinh-minh-hoa-01?view=brief`,
    `${SHEETS}/tinh-minh-hoa-01?view=send`,
    `${SHEETS}/tinh-minh-hoa-01?view=assign`,
  ),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/bang-diem/$body', `${CONTESTED}/bang-diem/tinh-minh-hoa-01?view=explanation`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/bang-diem/$body', `${SHEETS}/tinh-minh-hoa-01?item=1.1&thread={thread}`),
  ...visit('binh', '/lam-viec'),
  ...visit('an', '/lam-viec/viec-duoc-giao'),
  ...visit('an', '/lam-viec/huong-dan', '/lam-viec/huong-dan', '/lam-viec/huong-dan?guide=owner'),
  ...visit('dung', '/lam-viec'),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/bang-diem/$body', `${SHEETS}/tinh-minh-hoa-01?item=1.1&question={question}`),
  ...visit(
    'an',
    '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem',
    `${SHEETS}/tinh-minh-hoa-01/tai-lieu/{pdf}/xem?version=1&page=2`,
    `${SHEETS}/tinh-minh-hoa-01/tai-lieu/{workbook}/xem`,
    `${SHEETS}/tinh-minh-hoa-01/tai-lieu/{reference}/xem`,
  ),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/bang-diem/$body', `${SHEETS}/tinh-minh-hoa-01?item=2.4.1&document={pdf}&version=1&page=2`),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/tai-lieu', `${ROUND}/tai-lieu?q=ho+so`, `${ROUND}/tai-lieu?q=khong+co+dau`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu', LIBRARY, `${LIBRARY}?item=1.1`),
  ...visit('an', '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document', `${LIBRARY}/{document}`, `${LIBRARY}/{held}`, `${LIBRARY}/{gone}`),
  ...visit('lan', '/lam-viec/go-bo-tai-lieu'),
  ...visit('dung', '/lam-viec/go-bo-tai-lieu'),
  ...visit('dung', '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document', `${LIBRARY}/{held}`),
  ...visit('lan', '/lam-viec/co-quan'),
  ...visit('lan', '/lam-viec/co-quan/$body', '/lam-viec/co-quan/so-minh-hoa-a'),
  ...visit('lan', '/lam-viec/nguoi-dung'),
  ...visit('lan', '/lam-viec/nguoi-dung/$person', '/lam-viec/nguoi-dung/{an}'),
  // Acts of one kind, as those of all come in no certain order.
  ...visit('khanh', '/lam-viec/nhat-ky', '/lam-viec/nhat-ky?act=removal.ask', '/lam-viec/nhat-ky'),
  ...visit('dung', '/lam-viec/bo-tieu-chi'),
  ...visit('dung', '/lam-viec/dua-vao-bo-tieu-chi'),
  ...visit('dung', '/lam-viec/bo-tieu-chi/$edition', '/lam-viec/bo-tieu-chi/province-2022'),
  ...visit('dung', '/lam-viec/bo-tieu-chi/$edition/soan', '/lam-viec/bo-tieu-chi/{draft}/soan'),
  ...visit('dung', '/lam-viec/bo-tieu-chi/$edition/vi-du', '/lam-viec/bo-tieu-chi/{draft}/vi-du'),
  ...visit('dung', '/lam-viec/bo-tieu-chi/$edition/so-sanh', '/lam-viec/bo-tieu-chi/{draft}/so-sanh?with=province-2022'),
  ...visit('dung', '/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua', '/lam-viec/bo-tieu-chi/{draft}/tieu-chi-ke-thua?with=province-2022'),
  ...visit(
    'dung',
    '/lam-viec/bo-tieu-chi/$edition/phieu-dieu-tra',
    '/lam-viec/bo-tieu-chi/province-2022/phieu-dieu-tra',
    '/lam-viec/bo-tieu-chi/province-2022/phieu-dieu-tra?group=councillors',
  ),
  ...visit('lan', '/lam-viec/ngay-nghi'),
  ...visit('an', '/lam-viec/tai-khoan'),
  ...visit('an', '/lam-viec/nhac-viec'),
  ...visit('lan', '/lam-viec/van-hanh'),
  ...visit('an', undefined, NOWHERE),
];

/** What opens on a page: for whom, where, by which button. */
const OPENED: readonly (readonly [who: PersonName, address: string, button: string])[] = [
  ['dung', '/lam-viec/ky-danh-gia', 'Lập kỳ đánh giá'],
  ['dung', `${ROUND}?part=calendar`, 'Thêm bước'],
  ['dung', `${ROUND}?part=exclusions`, 'Thêm trường hợp'],
  ['dung', `${ROUND}?part=participants`, 'Dán danh sách'],
  ['dung', `${ROUND}?part=extensions`, 'Ghi gia hạn'],
  ['dung', `${ROUND}?part=general`, 'Sửa thông tin chung'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?view=list`, 'Dán từ bảng tính'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?item=2.4.1`, 'Mở danh mục tiêu chí'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?view=assign`, 'Như kỳ trước'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?item=2.4.1`, 'Dẫn tài liệu'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?item=2.4.1`, 'Sửa chỗ dẫn: 12/KH-UBND ngày 05/02/2022'],
  ['binh', `${SHEETS}/tinh-minh-hoa-01?item=1.1&thread={thread}`, 'Trả lời'],
  ['dung', `${SHEETS}/tinh-minh-hoa-01?item=1.1`, 'Trao đổi'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?item=1.1&question={question}`, 'Hỏi cơ quan chủ trì'],
  ['dung', ROUND, 'Đăng thông báo'],
  ['dung', ROUND, 'Danh sách chưa hoàn thành'],
  ['an', '/lam-viec/nhac-viec', 'Tạo địa chỉ lịch'],
  ['dung', `${ROUND}/so-lieu?dot={delivery}`, 'Không nhận đợt này'],
  ['an', `${SHEETS}/tinh-minh-hoa-01?item=2.4.1`, 'Số liệu do cơ quan khác cung cấp, tổng hợp từ cấp dưới'],
  ['an', LIBRARY, 'Dán danh sách số, ký hiệu'],
  ['an', LIBRARY, 'Gửi theo đường văn thư mật'],
  ['an', LIBRARY, 'Lấy tài liệu kỳ trước'],
  ['binh', `${LIBRARY}/{document}`, 'Thay đổi quyền xem'],
  ['binh', `${LIBRARY}/{document}`, 'Rút tài liệu'],
  ['binh', `${LIBRARY}/{document}`, 'Đề nghị gỡ bỏ khẩn cấp'],
  ['an', LIBRARY, 'Tải gói tài liệu'],
  ['dung', '/lam-viec/go-bo-tai-lieu', 'Thực hiện gỡ bỏ'],
  ['dung', '/lam-viec/go-bo-tai-lieu', 'Không chấp thuận'],
  ['lan', '/lam-viec/go-bo-tai-lieu', 'Đặt thời hạn: Tài liệu đã rút khỏi kho'],
  ['lan', '/lam-viec/nguoi-dung', 'Mời người dùng'],
  ['lan', '/lam-viec/nguoi-dung/{an}', 'Sửa họ tên, thư điện tử'],
  ['lan', '/lam-viec/nguoi-dung/{an}', 'Giao thêm vai trò'],
  ['lan', '/lam-viec/nguoi-dung/{an}', 'Kết thúc mọi phiên'],
  ['lan', '/lam-viec/co-quan/so-minh-hoa-a', 'Đổi tên'],
  ['lan', '/lam-viec/co-quan/so-minh-hoa-a', 'Đổi mã, vùng, khối hoặc cấp trên'],
  ['lan', '/lam-viec/co-quan/so-minh-hoa-a', 'Ghi nhận sáp nhập, chia tách'],
  ['lan', '/lam-viec/co-quan/so-minh-hoa-a', 'Kết thúc hoạt động'],
  ['an', '/lam-viec/tai-khoan', 'Đăng ký xác thực hai lớp'],
  ['an', '/lam-viec/tai-khoan', 'Tạo mã truy cập'],
  ['an', '/lam-viec/tai-khoan', 'Đề nghị sửa dữ liệu'],
];

const DESK = { width: 1360, height: 860 };
const PHONE = { width: 390, height: 844 };
/** Each page in both languages, at both sizes, in light and dark; the pairing changes from page to page. */
const LOOKS = [
  [
    { language: 'vi', size: DESK, colorScheme: 'light' },
    { language: 'en', size: PHONE, colorScheme: 'dark' },
  ],
  [
    { language: 'vi', size: PHONE, colorScheme: 'dark' },
    { language: 'en', size: DESK, colorScheme: 'light' },
  ],
] as const;
/** Each route is loaded by its first address, and each person begins with a page that is loaded; to the others they go on within the workspace. */
const isLoaded = (visited: Visit) =>
  !visited.address.startsWith('/lam-viec') || isFirstOfRoute(visited) || VISITS.find(({ who }) => who === visited.who) === visited;
/** By its address, so that a page keeps its looks when others are added. */
const looksOf = ({ address }: Visit) => LOOKS[[...address].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2] as (typeof LOOKS)[0 | 1];
type Look = ReturnType<typeof looksOf>[number];
const isFirstOfRoute = (visited: Visit) => VISITS.find(({ route }) => route === visited.route) === visited;
/** The look of a page in which `npm test` has axe read it: all four of them in turn. */
const readLookOf = (visited: Visit): Look => looksOf(visited)[(VISITS.indexOf(visited) >> 1) % 2] as Look;
/** `npm test` shows the first address of a route in both its looks, what else the route shows in one; a soak everything in both. */
const shownLooks = (visited: Visit): readonly Look[] => (SOAK || isFirstOfRoute(visited) ? looksOf(visited) : [readLookOf(visited)]);
/** A soak has axe read each page in both looks: whole as it was loaded, then what hangs on its looks. */
const axeOf = (visited: Visit, look: Look, loaded: boolean) => {
  if (SOAK) return loaded ? faultsByAxe : faultsOfLook;
  return look === readLookOf(visited) ? faultsByAxe : undefined;
};

/** What is pictured of each route: its first address, in the looks in which it is visited; one at the desk and one on a phone, one light and one dark. */
const pictureOf = (visited: Visit, { size, colorScheme }: Look): string | undefined =>
  visited.route !== undefined && isFirstOfRoute(visited)
    ? `${
        visited.route
          .replace('/lam-viec', '')
          .replaceAll(/[^a-z-]+/g, '-')
          .replace(/^-/, '') || 'viec-cua-toi'
      }-${size === DESK ? 'desk' : 'phone'}-${colorScheme}`
    : undefined;

/** What moves by itself once a page is there, of the size of the window: the web's measure of cumulative layout shift. */
const MOST_SHIFT = 0.1;

let workspace: TestWorkspace;
const BODY = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

/** A library of three: a PDF, a workbook, a document by its number alone. */
async function bringDocuments(): Promise<void> {
  const { server, world } = workspace;
  const work = workOf(server);
  const plan = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH'];
  const row = '<row><c t="inlineStr"><is><t>Hồ sơ đúng hạn</t></is></c></row>';
  const pdf = pdfOf([{ lines: plan }, { lines: ['Tỷ lệ hồ sơ đúng hạn (minh họa)'] }]);
  fillIn['pdf'] = (await uploadFile(server, work, world.people.an, BODY, 'Kế hoạch.pdf', pdf)).document;
  fillIn['workbook'] = (await uploadFile(server, work, world.people.an, BODY, 'Số liệu.xlsx', await makeXlsx({ Quý: row }))).document;
  await work.close();
  fillIn['reference'] = randomUUID();
  await ask(server, world.people.an, 'POST', `${BODY}/documents`, { documents: [{ id: fillIn['reference'], number: '45/BC-MH', date: '2022-12-10' }] });
}

/** One document whose removal is asked for, one that is removed. */
async function askRemovals(): Promise<void> {
  const { server, world } = workspace;
  const { an, dung } = world.people;
  const work = workOf(server);
  for (const name of ['held', 'gone']) {
    const { document } = await uploadFile(server, work, an, BODY, `${name}.pdf`, pdfOf([{ lines: [`Đưa lên nhầm (minh họa): ${name}`] }]));
    fillIn[name] = document;
    const id = randomUUID();
    await ask(server, an, 'POST', `${BODY}/documents/${document}/removals`, { id, reason: 'Đưa lên nhầm (minh họa)' });
    if (name === 'gone') await ask(server, dung, 'POST', `/api/removals/${id}/decision`, { decision: 'carriedOut', note: 'Đồng ý (minh họa)' });
  }
  await work.close();
}

/** A thread at an item, in which An names Bình; a question that waits there, and one that is answered. */
async function talk(): Promise<void> {
  const { server, world } = workspace;
  fillIn['thread'] = randomUUID();
  const comment = { id: randomUUID(), text: 'Số liệu này lấy ở đâu? (minh họa)', mentions: [world.people.binh.account] };
  await ask(server, world.people.an, 'POST', `${BODY}/threads`, { id: fillIn['thread'], item: '1.1', kind: 'internal', comment });
  const text = 'Tính từ ngày nào? (minh họa)';
  fillIn['question'] = randomUUID();
  for (const id of [fillIn['question'], randomUUID()]) await ask(server, world.people.an, 'POST', `${BODY}/questions`, { id, item: '1.1', text });
  const answer = { id: randomUUID(), question: text, text: 'Từ ngày ký (minh họa)' };
  await ask(server, world.people.dung, 'POST', `/api/rounds/minh-hoa-2022/questions/${fillIn['question']}/answer`, answer);
}

/** Figures from elsewhere that wait for their owner: new ones, one that the body has declared otherwise, one that is not taken. */
async function bringFigures(declared: string): Promise<void> {
  const rows = [
    { body: 'tinh-minh-hoa-01', figure: declared, value: 180 },
    { body: 'tinh-minh-hoa-02', figure: 'newEnterprises', value: 1320 },
    { body: 'tinh-minh-hoa-02', figure: 'newEnterprisesLastYear', value: 1200 },
    { body: 'tinh-minh-hoa-02', figure: 'sipas', value: '75,03%', answers: 620 },
    { body: 'Tỉnh Minh họa 09', figure: 'sipas', value: '75,03%', answers: 620 },
  ];
  const sent = { source: 'Cục Thống kê Minh họa', date: '2023-01-05', vintage: 'Sơ bộ', rows };
  fillIn['delivery'] = (await ask(workspace.server, workspace.world.people.dung, 'POST', '/api/rounds/minh-hoa-2022/deliveries', sent)).body.id;
}

/** Rounds of the sandbox that are further than the world's: before the council, and closed. */
async function tellLaterRounds(): Promise<void> {
  const { server } = workspace;
  const council = LATER_ROUNDS.find(({ reached }) => reached === 'council') as InventedRound;
  const calendar = council.calendar.map(([step, opens, closes]) => [step, opens - 60, closes - 60] as const);
  const rounds: InventedRound[] = [council, { ...council, id: 'minh-hoa-da-dong', title: 'Kỳ minh họa đã đóng', reached: 'closed', calendar }];
  const owner = connectPool(server.urls.owner, 1);
  try {
    await setUpSandbox(owner, ROOT, server.clock.now(), rounds);
    for (const round of rounds) await tellPast(server.context, owner, round);
  } finally {
    await owner.end();
  }
  const { body } = await ask(server, workspace.world.people.dung, 'GET', `/api/rounds/${council.id}/council`);
  fillIn['session'] = body.sessions[0].id;
}

const fillIn: Record<string, string> = {};
/** A survey with the list of one body. Its step is not put into the calendar, which other pages show. */
async function bringSurvey(): Promise<void> {
  const { server, world } = workspace;
  await addQuestionnaires(server, world);
  await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
  const people = Array.from(
    { length: 6 },
    (_, index) => `${index + 1};Người trả lời minh họa ${index + 1};Chức vụ minh họa;;Đại biểu Hội đồng nhân dân tỉnh;;nguoi-${index + 1}@minh-hoa.example`,
  );
  await server.app.inject({
    method: 'POST',
    url: `/api/rounds/${world.round}/survey/bodies/tinh-minh-hoa-01/respondents`,
    headers: { cookie: `parindex_session=${world.people.an.token}`, 'content-type': 'text/csv' },
    payload: csvOf(...people),
  });
  await declareSample(server, world);
}

beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  await bringDocuments();
  await askRemovals();
  await talk();
  await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries', {
    entries: [
      change({ figure: figureCalled(workspace, 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ') }, 0, { value: '179' }),
      change({ item: '2.4.1' }, 0, { justification: 'Theo báo cáo số 01 (minh họa)', citations: [`${fillIn['pdf']}/1?pages=2`, `${fillIn['reference']}/1`] }),
    ],
  });
  await bringFigures(figureCalled(workspace, 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ'));
  await ask(server, world.people.dung, 'POST', '/api/rounds/minh-hoa-2022/extensions', {
    id: randomUUID(),
    step: 'selfAssessment',
    until: '2023-02-05T17:00:00+07:00',
    document: { number: '05/BMH-CCHC', date: '2023-01-09' },
    told: ['extensionWithoutDecision'],
    reason: 'Mất điện diện rộng (minh họa)',
  });
  await tellLaterRounds();
  await bringSurvey();
  const { body: invited } = await ask(server, world.people.lan, 'POST', '/api/people', {
    email: 'oanh@minh-hoa.example',
    name: 'Ngô Thị Oanh',
    memberships: [{ body: 'tinh-minh-hoa-03', role: 'clerk', from: '2023-01-10', to: null }],
  });
  const work = workOf(server);
  const plan = pdfOf([{ lines: ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH'] }]);
  const { document } = await uploadFile(server, work, world.people.an, '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01', 'kế hoạch.pdf', plan);
  await work.close();
  fillIn['document'] = document;
  fillIn['link'] = tokenOf(invited.link);
  fillIn['an'] = world.people.an.account;
  fillIn['draft'] = await makeDraft(server, world.people.dung);
});
afterAll(() => workspace?.close());

/** What is wrong with a page as it stands. */
async function faultsOf(page: Page, byAxe: typeof faultsByAxe | undefined): Promise<Record<string, unknown>> {
  // Colours change and what is drawn to measure takes its size a moment after the window has changed.
  await animationsEnd(page);
  await page.waitForFunction(() => document.documentElement.scrollWidth === document.documentElement.clientWidth, undefined, { timeout: 2_000 }).catch(() => 0);
  const [headings, overflow] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [document.querySelectorAll('h1').length, scrollWidth - clientWidth];
  });
  // What a bar that stays in sight half covers is smaller for axe; whoever wants it scrolls.
  await page.evaluate(() => scrollTo(0, 0));
  const axe = byAxe ? await byAxe(page) : [];
  return { ...(axe.length === 0 ? {} : { axe }), ...(headings === 1 ? {} : { headings }), ...(overflow === 0 ? {} : { overflow }) };
}

/** The page stands, and nothing that is seen of it is being loaded any more. */
async function isThere(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main :is(.skeleton, .mantine-Loader-root)')].every((sign) => sign.closest('[data-sample]') || !sign.checkVisibility()),
  );
}

/** By how much the page has moved since it was loaded, without anybody's doing. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((tell) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          const shifts = list.getEntries() as unknown as { readonly value: number; readonly hadRecentInput: boolean }[];
          tell(shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Where nothing moved there is nothing to observe.
        setTimeout(() => tell(0), 50);
      }),
  );

const filled = (address: string) => address.replaceAll(/\{(\w+)\}/g, (_, what) => fillIn[what] ?? '');

async function load(page: Page, address: string): Promise<void> {
  // An address that differs after “#” alone would not be loaded anew.
  if (address.includes('#')) await page.goto('about:blank');
  await page.goto(workspace.address + filled(address));
  await isThere(page);
}

/** Goes on within the workspace to a page, and waits until it stands. */
async function goOnTo(page: Page, address: string): Promise<void> {
  await goOn(page, filled(address), { readsAnew: false });
  await isThere(page);
}

/** The reader chooses the other language, on the page as it stands. */
async function speak(page: Page, language: string): Promise<void> {
  await page.locator(`button[lang="${language}"]`).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await isThere(page);
}

const OF_A_PROVINCE: readonly (PersonName | undefined)[] = [undefined, 'an', 'binh'];
/** Persons whose visits follow each other; beside each other go those of others. */
const TURNS = [
  OF_A_PROVINCE,
  [...new Set([...VISITS, ...OPENED.map(([who]) => ({ who }))].map(({ who }) => who))].filter((who) => !OF_A_PROVINCE.includes(who)),
];

/** Where texts do not fit, by the width of the window. */
async function faultsOfNarrow(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const size of NARROW) {
    const faults = await faultsOfFit(page, size);
    if (faults.length > 0) found[size.width] = faults;
  }
  return found;
}

describe('every page of the workspace', () => {
  const titles = new Map<string, Set<string>>();

  describe.concurrent.each(TURNS.map((turn) => ({ turn })))('as $turn see them', ({ turn }) => {
    it.each(VISITS.filter(({ who }) => turn.includes(who)))(
      '[F98] [F99] [F105] $address: nothing for axe to find on desk and phone, light and dark, in both languages; texts fit 320 px, and 200 %',
      { timeout: 60_000, concurrent: false },
      async (visited) => {
        const { page, pageErrors } = await workspace.browserOf(visited.who, looksOf(visited)[0].size);
        if (isLoaded(visited)) await load(page, visited.address);
        else await goOnTo(page, visited.address);
        const shifted = await shiftOf(page);
        const found: Record<string, unknown> = {};
        const loadedIn = await page.locator('html').getAttribute('lang');
        // First as it was loaded: in the language that the device remembers from the page before.
        for (const look of shownLooks(visited).toSorted((one) => (one.language === loadedIn ? -1 : 1))) {
          const { language, size, colorScheme } = look;
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme });
          if (language !== (await page.locator('html').getAttribute('lang'))) await speak(page, language);
          await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
          const faults = await faultsOf(page, axeOf(visited, look, language === loadedIn));
          const picture = pictureOf(visited, look);
          const looks = picture && (await faultOfPicture(picture, () => page.screenshot()));
          if (looks) faults['looks'] = looks;
          if (Object.keys(faults).length > 0) found[`${language} ${size.width} ${colorScheme}`] = faults;
          const told = `${language} ${visited.route}`;
          titles.set(told, (titles.get(told) ?? new Set()).add(await page.title()));
        }
        Object.assign(found, await faultsOfNarrow(page));
        expect(found).toEqual({});
        if (isLoaded(visited))
          expect({ address: visited.address, shifted: shifted > MOST_SHIFT ? shifted : 0 }).toEqual({ address: visited.address, shifted: 0 });
        expect(pageErrors.splice(0)).toEqual([]);
      },
    );

    it.each(OPENED.filter(([who]) => turn.includes(who)))(
      '[F99] [F105] what opens there for %s: %s, %s',
      { timeout: 30_000, concurrent: false },
      async (who, address, button) => {
        const { page, pageErrors } = await workspace.browserOf(who, PHONE);
        await page.emulateMedia({ colorScheme: 'light' });
        if (page.url() === 'about:blank') await load(page, NOWHERE);
        if ((await page.locator('html').getAttribute('lang')) !== 'vi') await speak(page, 'vi');
        await goOnTo(page, address);
        await page.getByRole('button', { name: button, exact: true }).first().click();
        expect(await faultsOf(page, SOAK ? faultsByAxe : faultsOfOpened)).toEqual({});
        expect(pageErrors.splice(0)).toEqual([]);
      },
    );
  });

  it.each(['vi', 'en'])('[F105] is called by a title of its own (%s)', (language) => {
    const told = [...titles].filter(([route]) => route.startsWith(language));
    expect(told.length).toBe(new Set(VISITS.map(({ route }) => route)).size);
    // A document is called by its own name.
    const all = told.flatMap(([, of]) => [...of]);
    expect(new Set(all).size).toBe(all.length);
    for (const title of all) expect(title).toMatch(/^.+ – ParIndex$/);
  });

  it('[F105] is visited, and no route is left out; each says what it is for, in three sentences, in both languages', async () => {
    const routes = (await routesOf(await (await workspace.browserOf('an')).open('/lam-viec'))).toSorted();
    expect([...new Set(VISITS.flatMap(({ route }) => route ?? []))].toSorted()).toEqual(routes);
    // The web's own types are not those of these tests.
    const { pageHelpTexts } = (await import(path.join(ROOT, 'web/src/capabilities/help/texts/page-help.ts'))) as {
      pageHelpTexts: Record<'vi' | 'en', Record<string, readonly string[]>>;
    };
    for (const of of Object.values(pageHelpTexts)) {
      expect(Object.keys(of).toSorted()).toEqual(routes);
      for (const [route, sentences] of Object.entries(of)) {
        expect([route, sentences.length]).toEqual([route, 3]);
        for (const sentence of sentences) expect(sentence, route).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });
});
