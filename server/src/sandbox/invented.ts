import type { BodyKind, RegisteredBody } from '@parindex/core/bodies/index';
import type { Role } from '@parindex/core/rights/index';

export const PROVINCES = 63;
const MINISTRIES = ['A', 'B', 'C'];
const DEPARTMENTS = ['A', 'B', 'C', 'D', 'E'];
const COMMUNES = 12;

export const OWNER_BODY = 'bo-minh-hoa';
export const ROUND = 'minh-hoa-2022';
export const YEAR = 2022;
export const EDITION = 'province-2022';

const two = (number: number) => String(number).padStart(2, '0');

export const provinceId = (number: number): string => `tinh-minh-hoa-${two(number)}`;

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
    ...DEPARTMENTS.map((letter) => body(`so-minh-hoa-${letter.toLowerCase()}`, 'department', `Sở Minh họa ${letter}`, { parent: provinceId(1) })),
    ...numbers(COMMUNES).map((number) =>
      body(`xa-minh-hoa-${two(number)}`, 'commune', `Xã Minh họa ${two(number)}`, { code: two(number), parent: provinceId(1) }),
    ),
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

/** One account a role, and two of a department, to try things with. */
export const ACCOUNTS: readonly InventedPerson[] = [
  { email: 'congchuc@minh-hoa.example', name: 'Nguyễn Văn An (minh họa)', role: 'clerk', body: provinceId(1) },
  { email: 'lanhdao@minh-hoa.example', name: 'Trần Thị Bình (minh họa)', role: 'head', body: provinceId(1) },
  { email: 'chuyenvien.so@minh-hoa.example', name: 'Ngô Thị Hoa (minh họa)', role: 'clerk', body: 'so-minh-hoa-a' },
  { email: 'giamdoc.so@minh-hoa.example', name: 'Trịnh Văn Long (minh họa)', role: 'head', body: 'so-minh-hoa-a' },
  { email: 'chutri@minh-hoa.example', name: 'Phạm Văn Dũng (minh họa)', role: 'owner', body: OWNER_BODY },
  { email: 'thamdinh@minh-hoa.example', name: 'Hoàng Thị Giang (minh họa)', role: 'appraiser', body: 'bo-minh-hoa-a' },
  { email: 'hoidong@minh-hoa.example', name: 'Vũ Thị Hạnh (minh họa)', role: 'council', body: OWNER_BODY },
  { email: 'kiemtra@minh-hoa.example', name: 'Đặng Văn Khánh (minh họa)', role: 'auditor', body: null },
  { email: 'quantri@minh-hoa.example', name: 'Bùi Thị Lan (minh họa)', role: 'administrator', body: null },
];

/** The clerks of the other provinces, in whose name the made-up figures stand; nobody signs in as them. */
export const otherClerks = (provinces: number = PROVINCES): InventedPerson[] =>
  Array.from({ length: provinces - 1 }, (_, index) => ({
    email: `congchuc-${two(index + 2)}@minh-hoa.example`,
    name: `Công chức minh họa ${two(index + 2)}`,
    role: 'clerk',
    body: provinceId(index + 2),
  }));
