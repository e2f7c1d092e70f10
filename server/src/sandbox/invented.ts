import type { BodyKind, RegisteredBody } from '@parindex/core/bodies/index';
import type { Role } from '@parindex/core/rights/index';

export const PROVINCES = 63;
const MINISTRIES = ['A', 'B', 'C'];
const DEPARTMENTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const COMMUNES = 12;

export const OWNER_BODY = 'bo-minh-hoa';
/** To which a department hands on a part of its own sheet. */
export const DIVISION = 'phong-minh-hoa-a1';
const two = (number: number) => String(number).padStart(2, '0');

export const provinceId = (number: number): string => `tinh-minh-hoa-${two(number)}`;
export const departmentIds: readonly string[] = DEPARTMENTS.map((letter) => `so-minh-hoa-${letter.toLowerCase()}`);
export const communeIds: readonly string[] = Array.from({ length: COMMUNES }, (_, index) => `xa-minh-hoa-${two(index + 1)}`);

const body = (id: string, kind: BodyKind, name: string, more: { code?: string; parent?: string } = {}): RegisteredBody => ({
  id,
  kind,
  names: [{ full: name, short: name, sort: name, type: kind === 'division' ? 'division' : kind }],
  codes: more.code === undefined ? [] : [{ code: more.code }],
  regions: [],
  blocks: [],
  parents: more.parent === undefined ? [] : [{ id: more.parent }],
  ...(kind === 'province' ? { ranked: true } : {}),
  note: 'Cơ quan minh họa',
  predecessors: [],
  successors: [],
});

/** All bodies of the sandbox: an owning ministry, three that own domains, provinces, and the parts of the first province. */
export function inventedBodies(provinces: number = PROVINCES): RegisteredBody[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return [
    body(OWNER_BODY, 'ministry', 'Bộ Minh họa'),
    ...MINISTRIES.map((letter) => body(`bo-minh-hoa-${letter.toLowerCase()}`, 'ministry', `Bộ Minh họa ${letter}`)),
    ...numbers(provinces).map((number) => body(provinceId(number), 'province', `Tỉnh Minh họa ${two(number)}`, { code: two(number) })),
    ...departmentIds.map((id, index) => body(id, 'department', `Sở Minh họa ${DEPARTMENTS[index]}`, { parent: provinceId(1) })),
    body(DIVISION, 'division', 'Phòng Minh họa A1', { parent: 'so-minh-hoa-a' }),
    ...communeIds.map((id, index) => body(id, 'commune', `Xã Minh họa ${two(index + 1)}`, { code: two(index + 1), parent: provinceId(1) })),
  ];
}

export interface InventedPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** null: the whole installation. */
  readonly body: string | null;
}

/** Everybody's password in the sandbox; it is told on its sign-in page, and written past the rules for passwords, which refuse it. */
export const SANDBOX_PASSWORD = 'minh-hoa-parindex';

/** One account a role, and those of a province, of a department and of a commune in the province's own rounds, to try things with. */
export const ACCOUNTS: readonly InventedPerson[] = [
  { email: 'congchuc@minh-hoa.example', name: 'Nguyễn Văn An (minh họa)', role: 'clerk', body: provinceId(1) },
  { email: 'lanhdao@minh-hoa.example', name: 'Trần Thị Bình (minh họa)', role: 'head', body: provinceId(1) },
  { email: 'chuyenvien.so@minh-hoa.example', name: 'Ngô Thị Hoa (minh họa)', role: 'clerk', body: 'so-minh-hoa-a' },
  { email: 'giamdoc.so@minh-hoa.example', name: 'Trịnh Văn Long (minh họa)', role: 'head', body: 'so-minh-hoa-a' },
  { email: 'chutri@minh-hoa.example', name: 'Phạm Văn Dũng (minh họa)', role: 'owner', body: OWNER_BODY },
  { email: 'chutri.hai@minh-hoa.example', name: 'Tạ Văn Sơn (minh họa)', role: 'owner', body: OWNER_BODY },
  { email: 'chutri.tinh@minh-hoa.example', name: 'Lý Thị Mai (minh họa)', role: 'owner', body: provinceId(1) },
  { email: 'chutri.tinh.hai@minh-hoa.example', name: 'Cao Thị Thu (minh họa)', role: 'owner', body: provinceId(1) },
  { email: 'truongphong.so@minh-hoa.example', name: 'Đinh Văn Nam (minh họa)', role: 'head', body: DIVISION },
  { email: 'congchuc.xa@minh-hoa.example', name: 'Mai Thị Oanh (minh họa)', role: 'clerk', body: 'xa-minh-hoa-01' },
  { email: 'chutich.xa@minh-hoa.example', name: 'Phan Văn Phúc (minh họa)', role: 'head', body: 'xa-minh-hoa-01' },
  { email: 'thamdinh@minh-hoa.example', name: 'Hoàng Thị Giang (minh họa)', role: 'appraiser', body: 'bo-minh-hoa-a' },
  { email: 'thamdinh.hai@minh-hoa.example', name: 'Lương Văn Quân (minh họa)', role: 'appraiser', body: 'bo-minh-hoa-a' },
  { email: 'hoidong@minh-hoa.example', name: 'Vũ Thị Hạnh (minh họa)', role: 'council', body: OWNER_BODY },
  { email: 'kiemtra@minh-hoa.example', name: 'Đặng Văn Khánh (minh họa)', role: 'auditor', body: null },
  { email: 'quantri@minh-hoa.example', name: 'Bùi Thị Lan (minh họa)', role: 'administrator', body: null },
];

/** Members of councils besides those to try things with, and who appraises in a province's own rounds. */
const DECIDING: readonly InventedPerson[] = [
  { email: 'hoidong-2@minh-hoa.example', name: 'Lê Văn Tùng (minh họa)', role: 'council', body: OWNER_BODY },
  { email: 'hoidong-3@minh-hoa.example', name: 'Đỗ Thị Uyên (minh họa)', role: 'council', body: OWNER_BODY },
  ...['Hồ Văn Vinh', 'Dương Thị Xuân', 'Võ Văn Yên'].map(
    (name, index): InventedPerson => ({
      email: `hoidong-tinh-${index + 1}@minh-hoa.example`,
      name: `${name} (minh họa)`,
      role: 'council',
      body: provinceId(1),
    }),
  ),
  ...['Bạch Thị Ngân', 'Chu Văn Phong'].map(
    (name, index): InventedPerson => ({
      email: `thamdinh-so-${index + 1}@minh-hoa.example`,
      name: `${name} (minh họa)`,
      role: 'appraiser',
      body: 'so-minh-hoa-h',
    }),
  ),
];

/** Whoever else there is, in whose name the made-up figures stand; nobody signs in as them. */
function otherPeople(provinces: number = PROVINCES): InventedPerson[] {
  const ofProvinces = Array.from({ length: provinces - 1 }, (_, index) => index + 2).flatMap((number): InventedPerson[] => [
    { email: `congchuc-${two(number)}@minh-hoa.example`, name: `Công chức minh họa ${two(number)}`, role: 'clerk', body: provinceId(number) },
    { email: `lanhdao-${two(number)}@minh-hoa.example`, name: `Lãnh đạo minh họa ${two(number)}`, role: 'head', body: provinceId(number) },
  ]);
  const below = [...departmentIds, ...communeIds].flatMap((body): InventedPerson[] => [
    { email: `congchuc-${body}@minh-hoa.example`, name: `Công chức minh họa ${body.split('-').at(-1)?.toUpperCase()}`, role: 'clerk', body },
    { email: `lanhdao-${body}@minh-hoa.example`, name: `Lãnh đạo minh họa ${body.split('-').at(-1)?.toUpperCase()}`, role: 'head', body },
  ]);
  return [...ofProvinces, ...DECIDING, ...below.filter(({ body, role }) => !ACCOUNTS.some((person) => person.body === body && person.role === role))];
}

/** Everybody in the sandbox. */
export const inventedPeople = (provinces: number = PROVINCES): InventedPerson[] => [...ACCOUNTS, ...otherPeople(provinces)];
