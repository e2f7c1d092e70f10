import type { BodyKind } from '../bodies/types.ts';

/** How documents of a kind of body are headed, numbered and signed (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface Issuer {
  /** Lines above the body's own name: of the committee that issues in its name. */
  readonly committee: string | null;
  /** Of the number of a report; "……" where the body's own short name belongs. */
  readonly symbol: string;
  /** "TM. …" above who signs; null where a head signs for the body itself. */
  readonly authority: string | null;
  readonly position: string;
  /** Who usually signs for the head: a deputy (KT.), by order (TL.), by delegation (TUQ.). */
  readonly deputy: string;
  readonly byOrder: string;
  readonly byDelegation: string;
}

/** Within a sentence: "tỉnh Minh họa 01". */
const within = (name: string): string => name.replace(/^(?:Tỉnh|Thành phố|Xã|Phường|Đặc khu)(?= )/, (kind) => kind.toLocaleLowerCase('vi'));

/** A body as documents address it and name it in sentences: "Ủy ban nhân dân tỉnh Minh họa 01", "Bộ Minh họa", "Sở Minh họa A". */
export const agencyName = (kind: BodyKind, name: string): string => [ISSUERS[kind].committee, within(name)].filter(Boolean).join(' ');

const COMMITTEE = {
  committee: 'Ủy ban nhân dân',
  symbol: 'UBND',
  authority: 'TM. Ủy ban nhân dân',
  position: 'Chủ tịch',
  deputy: 'Phó Chủ tịch',
  byOrder: 'Chánh Văn phòng',
} as const;
const OWN_NAME = { committee: null, symbol: '……', authority: null, byOrder: 'Chánh Văn phòng' } as const;

/** By kind of body; what a body does otherwise is written by hand in the DOCX. */
export const ISSUERS: Readonly<Record<BodyKind, Issuer>> = {
  province: { ...COMMITTEE, byDelegation: 'Giám đốc Sở Nội vụ' },
  commune: { ...COMMITTEE, byDelegation: 'Trưởng phòng Văn hóa - Xã hội' },
  ministry: { ...OWN_NAME, position: 'Bộ trưởng', deputy: 'Thứ trưởng', byDelegation: 'Vụ trưởng Vụ Tổ chức cán bộ' },
  department: { ...OWN_NAME, position: 'Giám đốc', deputy: 'Phó Giám đốc', byDelegation: 'Trưởng phòng' },
  division: { ...OWN_NAME, position: 'Trưởng phòng', deputy: 'Phó Trưởng phòng', byOrder: 'Chuyên viên', byDelegation: 'Chuyên viên' },
};

/** Offices whose short name is the first letters of their name: "Bộ Nội vụ" is BNV, "Sở Văn hóa, Thể thao và Du lịch" is SVHTTDL. */
const BY_INITIALS = /^(?:Bộ|Sở) /u;
const LEFT_OUT: readonly string[] = ['và', '-'];

/** What stands for an agency in the numbers of its documents: "UBND", "BNV"; blank where it is not known. */
export function symbolOf(kind: BodyKind, name: string): string {
  if (!BY_INITIALS.test(name)) return ISSUERS[kind].symbol;
  const words = name.split(/[\s,]+/u).filter((word) => word !== '' && !LEFT_OUT.includes(word));
  return words.map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('');
}

/** The lines at the head of a document: the authority above, where a body does not issue in a committee's name, and the body. */
export function issuerOf(
  { kind, above }: { readonly kind: BodyKind; readonly above: string | null },
  name: string,
): { readonly above: string | null; readonly name: string } {
  const { committee } = ISSUERS[kind];
  return {
    above: committee === null && above !== null && kind !== 'ministry' ? `Ủy ban nhân dân\n${above}` : null,
    name: [committee, name].filter(Boolean).join('\n'),
  };
}

/** An agency with the one above it. */
interface Placed {
  readonly kind: BodyKind;
  readonly name: string;
  readonly above: string | null;
}

/** Whose chief decides on what an agency submits: the committee above a department or a division; otherwise the agency itself. */
export function decidingOver(agency: Placed): Placed {
  const committee = { department: 'province', division: 'commune', province: null, commune: null, ministry: null } as const satisfies Record<
    BodyKind,
    BodyKind | null
  >;
  const kind = committee[agency.kind];
  return kind === null || agency.above === null ? agency : { kind, name: agency.above, above: null };
}

/** Who decides in the name of an agency: "Bộ trưởng Bộ Minh họa", "Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01". */
export const chiefOf = ({ kind, name }: Pick<Placed, 'kind' | 'name'>): string => `${ISSUERS[kind].position} ${agencyName(kind, name)}`;
