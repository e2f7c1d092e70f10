import { describeRule, displayDate, itemsOfDomains, pointsOver, schemeNames } from '@parindex/core';
import type { CouncilDocument } from '@parindex/core/contracts/schemas/index';
import { countVotes, isCarried } from '@parindex/core/council/votes';
import { wasChanged } from '@parindex/core/council/was-changed';
import { CITATIONS, citationsIn, fieldsAt } from '@parindex/core/ledger/index';
import { dayOf } from '@parindex/core/round/index';
import type { Scheme } from '@parindex/core/scheme/types';
import { issuerOf } from '@parindex/core/submissions/issuers';
import { CHOICE_NAMES, COUNCIL_POSITION_NAMES, PRESENCE_NAMES, PROPOSAL_NAMES, SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import { replyName } from '@parindex/core/words/reply-name';
import type { RuleWords } from '@parindex/core/words/rule-wording';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES, REMARK_NAMES } from '@parindex/core/words/states';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { type Block, heading, LEFT_BLANK, LONG_BLANK, MARKS, type OfficialDocument, paragraph, schemeMarks } from '../../documents/document.ts';
import { type Agency, called } from '../../documents/issued.ts';
import { momentInWords } from '../../documents/moment-text.ts';
import { numberedTable, recordDocument } from '../../documents/shapes.ts';
import { Problem } from '../../http/problems.ts';
import type { FigureBeside } from '../sheets/official-figures.ts';
import { OFFICIAL_APART, officialFiguresTable } from '../sheets/official-figures-table.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { citationsText, type NamedDocuments } from '../submissions/report-citations.ts';
import type { SessionAnswer } from './present-session.ts';
import type { Conclusion, MemberRow } from './queries/council.ts';

type AgendaItem = SessionAnswer['agenda'][number];

/** What the documents of a session are made of: the session as its secretariat sees it, and what its items say. */
export interface SessionMaterial {
  readonly session: SessionAnswer;
  readonly concludedAt: Date | null;
  readonly openedAt: Date | null;
  readonly members: readonly MemberRow[];
  readonly sheets: ReadonlyMap<string, OpenSheet>;
  /** What it concluded, by item of its agenda. */
  readonly conclusions: ReadonlyMap<string, Conclusion>;
  readonly documents: NamedDocuments;
  /** Official figures other than the claimed ones, by body. */
  readonly official: (body: string) => readonly FigureBeside[];
  readonly scheme: Scheme;
  readonly owner: Agency;
  readonly year: number;
  readonly illustrative: boolean;
  readonly moment: Date;
}

const pointsIn = (scheme: Scheme, { state, points, maximum }: AgendaItem['claimed']): string => {
  switch (state) {
    case 'answered':
      return `${pointsOver({ points, maximum }, scheme, 'vi')} điểm`;
    case 'claimed':
      return 'đề nghị không đánh giá (không phát sinh)';
    case 'notApplicable':
      return ITEM_STATE_NAMES.vi.notApplicable.toLocaleLowerCase('vi');
    case 'unanswered':
      return ITEM_STATE_NAMES.vi.notAnswered.toLocaleLowerCase('vi');
  }
};

const titleOf = ({ body, item }: AgendaItem): string => `${body.name} – ${item.code}. ${item.title}`;

/** What the proposal comes to: once it is concluded on, what this session concluded, whatever became of the item later. */
function proposedOf({ id, state, proposed, now }: AgendaItem, { conclusions }: Pick<SessionMaterial, 'conclusions'>): AgendaItem['now'] | null {
  if (state !== 'concluded') return proposed;
  const points = conclusions.get(id)?.points ?? null;
  return points === null ? now : { state: 'answered', points, maximum: now.maximum };
}

/** What is put to the vote, in a sentence. */
const proposalText = (item: AgendaItem, material: SessionMaterial): string => {
  const { scheme } = material;
  const proposed = proposedOf(item, material);
  return [PROPOSAL_NAMES.vi[item.proposal], proposed ? `(${pointsIn(scheme, proposed)})` : '', item.words === null ? '' : `: ${item.words}`]
    .filter(Boolean)
    .join(' ')
    .replace(' :', ':');
};

/** When and where a session is, in a sentence. */
const placeText = ({ startsAt, place, way }: SessionAnswer): string =>
  [
    startsAt === null ? 'thời gian: chưa xác định' : momentInWords(startsAt),
    way === 'writing' ? 'lấy ý kiến bằng phiếu' : (place ?? 'địa điểm: chưa xác định'),
  ].join(', ');

/** A rule's bands, what else holds, and its cases, a line each. */
const ruleLines = ({ rows, notes, cases }: RuleWords): string[] => [
  ...rows.map(({ what, points }) => `- ${[what, points].filter(Boolean).join(': ')}`),
  ...notes.map((note) => `- ${note}`),
  ...cases.flatMap(({ when, rule }) => [`- ${when} ${rule.intro}`, ...ruleLines(rule)]),
];

/** What was said of an item, with the documents that it cites. */
const saidText = ({ kind, date, team, text, citations }: AgendaItem['said'][number], item: AgendaItem, documents: NamedDocuments): string =>
  [
    kind === null ? null : `${replyName(kind, { contested: wasChanged(item) }, 'vi')}.`,
    date === null ? null : `Ngày ${displayDate(date)}${team === null ? '' : `; thành phần: ${team}`}.`,
    text === '' ? null : text,
    citations.length === 0 ? null : `Tài liệu: ${citationsText(citations, documents)}`,
  ]
    .filter((part) => part !== null)
    .join('\n');

type Verdict = AgendaItem['verdicts'][number];

/** What the council is told of an item, in the order in which it came to be: its own conclusions come after. */
const inOrder = ({ verdicts, said }: AgendaItem): (Verdict | AgendaItem['said'][number])[] =>
  [...verdicts.filter(({ stage }) => stage !== 'council'), ...said].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** A verdict with its points, whose it is, and why; one without a reason leaves what it found. */
const verdictText = ({ at, by, points, reason }: Verdict, { claimed, now }: AgendaItem, scheme: Scheme): string =>
  [
    points === null ? 'chưa có điểm' : `${pointsOver({ points, maximum: now.maximum }, scheme, 'vi')} điểm`,
    `${by}, ${displayDate(dayOf(Date.parse(at)))}`,
    reason ?? (points === claimed.points ? 'chấp nhận kết quả tự chấm' : 'giữ kết quả thẩm định'),
  ].join('; ');

/** The papers of one item: claim, verdicts with reasons, what was asked, explained and contested, official figures beside the claimed ones, the rule with its bands, what is cited. */
function papersOf(item: AgendaItem, material: SessionMaterial): Block[] {
  const { sheets, documents, scheme } = material;
  const official = material.official(item.body.id).filter(({ items }) => items.includes(item.item.code));
  const sheet = sheets.get(item.body.id);
  const known = itemsOfDomains(scheme.domains).find(({ code }) => code === item.item.code);
  const names = schemeNames(scheme, 'vi');
  const fields = sheet ? fieldsAt(sheet.sheet, 'claimed', { kind: 'item', id: item.item.code }) : {};
  const citations = citationsIn(fields[CITATIONS]);
  const text = (field: string) => (typeof fields[field] === 'string' ? (fields[field] as string) : '');
  const rule = known ? describeRule(known, names) : undefined;
  return [
    {
      kind: 'facts',
      facts: [
        ['Cơ quan tự chấm', pointsIn(scheme, item.claimed)],
        ...(text('justification') === '' ? [] : [['Giải trình khi tự chấm', text('justification')] as const]),
        ...(text('reason') === '' ? [] : [['Lý do đề nghị không đánh giá', text('reason')] as const]),
        ...inOrder(item).map((one) =>
          'act' in one
            ? ([REMARK_NAMES.vi[one.act], saidText(one, item, documents)] as const)
            : ([STAGE_POINTS_NAMES.vi[one.stage], verdictText(one, item, scheme)] as const),
        ),
        ['Đề xuất biểu quyết', proposalText(item, material)],
        ['Tài liệu kiểm chứng', citations.length === 0 ? 'Không dẫn tài liệu.' : citationsText(citations, documents)],
      ],
    },
    ...(official.length === 0 ? [] : [paragraph(`${OFFICIAL_APART}:`), officialFiguresTable(official, scheme)]),
    ...(rule ? [paragraph(`Cách chấm điểm: ${rule.intro}`), ...ruleLines(rule).map(paragraph)] : []),
  ];
}

/** That a copy is not the whole: who takes it does not see what concerns a cause of their own. */
const keptFrom = ({ session: { kept } }: SessionMaterial): Block[] =>
  kept === 0 ? [] : [paragraph(`Bản này không thể hiện ${kept} nội dung, do người nhận bản có liên quan đến cơ quan được đánh giá.`)];

/** That the papers are no longer those which members got, with what changed since. */
const changedOf = ({ session: { papers } }: SessionMaterial): Block[] => {
  if (!papers || papers.changes.length === 0) return [];
  const [pdf] = papers.files.filter(({ kind }) => kind === 'pdf');
  return [
    paragraph(
      `Tài liệu này khác với tài liệu gửi thành viên khi triệu tập phiên họp, ${momentInWords(papers.convenedAt)}${pdf ? ` (giá trị băm SHA-256 của bản PDF: ${pdf.sha256})` : ''}. Những nội dung đã thay đổi:`,
    ),
    ...papers.changes.map((change) => paragraph(`- ${change}`)),
  ];
};

/** Its documents are the council's own. */
const head = ({ owner, illustrative, scheme }: SessionMaterial) => ({
  issuer: { above: issuerOf(owner, owner.name).name, name: STEP_NAMES.vi.council },
  marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)],
});

/** The papers of a session: one part an item of its agenda. */
function papers(material: SessionMaterial): OfficialDocument {
  const { session, year } = material;
  return {
    ...{ title: `Tài liệu phiên họp Hội đồng số ${session.number} – ${session.title}`, marks: head(material).marks },
    letterhead: {
      issuer: head(material).issuer,
      number: null,
      symbol: null,
      place: null,
      day: session.startsAt === null ? null : dayOf(Date.parse(session.startsAt)),
    },
    subject: { as: 'named', name: 'Tài liệu phiên họp', about: `Phiên họp số ${session.number} của Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}` },
    ...{ to: [], across: false, recipients: [], signatures: [], annexes: [], footer: null },
    body: [
      paragraph(`Thời gian, địa điểm: ${placeText(session)}. Chương trình có ${session.agenda.length + session.kept} nội dung.`),
      ...keptFrom(material),
      ...changedOf(material),
      ...session.agenda.flatMap((item, index) => [heading(`${index + 1}. ${titleOf(item)}`), ...papersOf(item, material)]),
    ],
  };
}

/** Whether a member of a session answers in writing. */
export const answersInWriting = (session: Pick<SessionAnswer, 'way'>, { presence }: Pick<MemberRow, 'presence'>): boolean =>
  presence === 'writing' || (session.way === 'writing' && presence !== 'absent');

/** Written ballots: a page or more a member, each with its own heading and signature; whoever has a cause of their own is not asked about it. */
function ballots(material: SessionMaterial): OfficialDocument {
  const { session, year, scheme, members } = material;
  const asked = members.filter((member) => answersInWriting(session, member));
  if (asked.length === 0) throw new Problem('notNow', { detail: NOBODY_IN_WRITING });
  const about = `Phiên họp số ${session.number} của Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}`;
  const name = 'Phiếu lấy ý kiến';
  // Each member dates their own.
  const letterhead = { issuer: head(material).issuer, number: null, symbol: null, place: null, day: null };
  const tableOf = (member: string) =>
    numberedTable(
      [
        { head: 'Nội dung, đề xuất', width: 7 },
        { head: 'Đồng ý', width: 2, align: 'center' },
        { head: 'Không đồng ý', width: 2, align: 'center' },
        { head: 'Ý kiến khác', width: 4 },
      ],
      session.agenda
        .filter(({ barred }) => !barred.some(({ id }) => id === member))
        .map((item) => [
          `${titleOf(item)}\nTự chấm: ${pointsIn(scheme, item.claimed)}; thẩm định: ${pointsIn(scheme, appraisedOf(item))}.\nĐề xuất: ${proposalText(item, material)}`,
          '',
          '',
          '',
        ]),
    );
  return {
    ...{ title: `Phiếu lấy ý kiến thành viên Hội đồng – phiên họp số ${session.number} – ${session.title}`, marks: head(material).marks },
    letterhead,
    subject: { as: 'named', name, about },
    ...{ to: [], across: false, recipients: [], signatures: [], annexes: [], footer: null },
    body: [
      ...keptFrom(material),
      ...asked.flatMap((member, index): Block[] => [
        // A ballot is a paper of its own.
        ...(index === 0 ? [] : [{ kind: 'letterhead' as const, letterhead, name, about }]),
        {
          kind: 'facts',
          facts: [
            ['Họ và tên', member.person.name],
            ['Chức vụ, cơ quan', officeText(member) || LONG_BLANK],
            ['Chức danh Hội đồng', COUNCIL_POSITION_NAMES.vi[member.position]],
          ],
        },
        paragraph(
          `Đánh dấu X vào một ô ở mỗi nội dung; ý kiến khác đề nghị ghi rõ. Đề nghị gửi ${session.secretary ? `Tổ thư ký (${session.secretary.name})` : 'Tổ thư ký'} trước ngày ${LEFT_BLANK}.`,
        ),
        tableOf(member.person.id),
        {
          kind: 'signature',
          signature: { authority: null, position: 'Người cho ý kiến', note: '(Ký, ghi rõ họ tên)', name: member.person.name },
          last: index === asked.length - 1,
        },
      ]),
    ],
  };
}

/** What stood before the council concluded: what its members are asked about. */
function appraisedOf({ verdicts, claimed, now, state }: AgendaItem): AgendaItem['now'] {
  const last = verdicts.findLast(({ stage }) => stage !== 'council');
  if (state !== 'concluded') return now;
  return last?.points ? { state: 'answered', points: last.points, maximum: now.maximum } : claimed;
}

const NOBODY_IN_WRITING = {
  vi: 'Phiên họp không có thành viên cho ý kiến bằng phiếu.',
  en: 'No member of the session answers in writing.',
} as const;

/** A sentence that somebody else wrote, ended. */
const ended = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** What a member is outside of the council, as far as it is known: “Giám đốc Sở Nội vụ”. */
const officeText = ({ post, agency }: MemberRow): string => [post, agency].filter((part) => part !== null).join(' ');

/** A member with post, agency and position in the council: “Nguyễn Văn A, Giám đốc Sở Nội vụ, Ủy viên”. */
export const memberText = (member: MemberRow): string =>
  [member.person.name, officeText(member), COUNCIL_POSITION_NAMES.vi[member.position]].filter(Boolean).join(', ');

/** Who presides, the same. */
function positioned(members: readonly MemberRow[], { id, name }: { readonly id: string; readonly name: string }): string {
  const member = members.find(({ person }) => person.id === id);
  return member ? memberText(member) : name;
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'không có' : names.join('; '));

/** What became of one item: votes, opinions, conclusion. */
function minutesOf(item: AgendaItem, material: SessionMaterial): Block[] {
  const { scheme, conclusions } = material;
  const count = countVotes(item.votes);
  const dissent = item.votes.filter(({ choice }) => choice !== 'for');
  const reason = conclusions.get(item.id)?.reason ?? null;
  return [
    paragraph(`Cơ quan tự chấm: ${pointsIn(scheme, item.claimed)}. Đề xuất biểu quyết: ${proposalText(item, material)}.`),
    ...(item.state === 'putOff'
      ? [paragraph('Hội đồng chuyển nội dung này sang phiên họp sau.')]
      : [
          ...(item.barred.length === 0
            ? []
            : [paragraph(`Không biểu quyết do có liên quan đến cơ quan được đánh giá: ${item.barred.map(({ name }) => name).join('; ')}.`)]),
          ...item.earlier.map((before, at) =>
            paragraph(
              `Biểu quyết lần ${at + 1}, không đưa đến kết luận: ${before.cast} thành viên biểu quyết; đồng ý ${before.for}, không đồng ý ${before.against}, ý kiến khác ${before.other}.`,
            ),
          ),
          paragraph(`Kết quả biểu quyết: ${count.cast} thành viên biểu quyết; đồng ý ${count.for}, không đồng ý ${count.against}, ý kiến khác ${count.other}.`),
          ...(dissent.length === 0
            ? []
            : [
                paragraph(
                  `Ý kiến không đồng ý, ý kiến khác: ${ended(dissent.map(({ person, choice, opinion }) => `${person.name} (${CHOICE_NAMES.vi[choice].toLocaleLowerCase('vi')})${opinion === null ? '' : `: ${opinion}`}`).join('; '))}`,
                ),
              ]),
          item.state === 'concluded'
            ? paragraph(
                `Kết luận của Hội đồng: ${PROPOSAL_NAMES.vi[item.proposal].toLocaleLowerCase('vi')}, ${pointsIn(scheme, proposedOf(item, material) ?? item.now)}. Lý do: ${reason ? ended(reason) : LONG_BLANK}`,
              )
            : paragraph(
                item.state === 'open'
                  ? count.cast === 0
                    ? 'Chưa biểu quyết.'
                    : 'Đang biểu quyết.'
                  : isCarried(count)
                    ? 'Đã biểu quyết, chưa ghi kết luận.'
                    : 'Đề xuất chưa được quá nửa số thành viên biểu quyết đồng ý; Hội đồng chưa kết luận.',
              ),
        ]),
  ];
}

/** The minutes: who was there, whether they were enough, what was voted and concluded on each item, and who thought otherwise. */
function minutes(material: SessionMaterial): OfficialDocument {
  const { session, members, openedAt, concludedAt, year, owner } = material;
  const voted = new Set(session.agenda.flatMap(({ votes }) => votes.map(({ person }) => person.id)));
  const [there, answered] = [
    members.filter(({ presence }) => presence === 'present'),
    members.filter((one) => one.presence === 'writing' && voted.has(one.person.id)),
  ];
  const attending = there.length + answered.length;
  const others = members.filter((one) => !there.includes(one) && !answered.includes(one));
  const { members: council, leftOut } = session.quorum;
  const named = (of: readonly MemberRow[]) =>
    listed(of.map((member) => `${memberText(member)}${member.absence === null ? '' : ` (lý do: ${member.absence})`}`));
  const document = recordDocument({
    title: `Biên bản họp Hội đồng – phiên họp số ${session.number} – ${session.title}`,
    issuer: head(material).issuer,
    day: dayOf((concludedAt ?? material.moment).getTime()),
    name: session.way === 'writing' ? 'Biên bản lấy ý kiến Hội đồng' : 'Biên bản họp Hội đồng',
    about: `Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}, phiên họp số ${session.number}`,
    body: [
      paragraph(
        `${openedAt === null ? 'Phiên họp chưa khai mạc' : `Hồi ${momentInWords(openedAt.toISOString())}`}, Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year} của ${called(owner)} ${session.way === 'writing' ? 'lấy ý kiến thành viên' : 'họp'} phiên số ${session.number} (${SESSION_WAY_NAMES.vi[session.way].toLocaleLowerCase('vi')}${session.place === null ? '' : `; địa điểm: ${session.place}`}).`,
      ),
      heading('I. THÀNH PHẦN'),
      {
        kind: 'facts',
        facts: [
          ['Chủ trì', session.chair ? positioned(members, session.chair) : LONG_BLANK],
          ['Thư ký', session.secretary?.name ?? LONG_BLANK],
          [PRESENCE_NAMES.vi.present, named(there)],
          [PRESENCE_NAMES.vi.writing, named(answered)],
          ['Vắng mặt, không cho ý kiến', named(others)],
          ...(leftOut.length === 0 ? [] : [['Không có tên trong danh sách triệu tập', listed(leftOut.map(({ name }) => name))] as const]),
        ],
      },
      paragraph(
        `Có ${attending} trên tổng số ${council} thành viên Hội đồng ${answered.length === 0 ? 'có mặt' : there.length === 0 ? 'cho ý kiến bằng phiếu' : 'có mặt hoặc cho ý kiến bằng phiếu'}, ${2 * attending > council ? 'quá nửa số thành viên theo quy định' : 'chưa quá nửa số thành viên theo quy định'}.`,
      ),
      heading('II. NỘI DUNG, KẾT QUẢ BIỂU QUYẾT VÀ KẾT LUẬN'),
      ...keptFrom(material),
      ...session.agenda.flatMap((item, index) => [heading(`${index + 1}. ${titleOf(item)}`, 2), ...minutesOf(item, material)]),
      paragraph(
        `${concludedAt === null ? 'Phiên họp chưa kết thúc.' : `Phiên họp kết thúc hồi ${momentInWords(concludedAt.toISOString())}.`}${concludedAt !== null && session.minutesRead ? ' Biên bản đã được đọc cho các thành viên dự họp nghe và thống nhất thông qua.' : ''}`,
      ),
    ],
    signed: [
      ['Thư ký', session.secretary?.name ?? LONG_BLANK],
      ['Chủ trì', session.chair?.name ?? LONG_BLANK],
    ],
    illustrative: material.illustrative,
  });
  const recipients = ['Chủ tịch Hội đồng (để báo cáo)', 'Thành viên Hội đồng', 'Lưu: Hồ sơ Hội đồng'];
  // Before it is over nothing is final; and what leaves something out is no copy of the minutes.
  return { ...document, recipients, marks: [...head(material).marks, ...(session.state === 'concluded' && session.kept === 0 ? [] : [MARKS.draft])] };
}

/** Documents of a session, by name. */
export const SESSION_DOCUMENTS: Readonly<Record<CouncilDocument, { readonly make: (material: SessionMaterial) => OfficialDocument; readonly file: string }>> = {
  papers: { make: papers, file: 'tai-lieu-phien-hop' },
  ballots: { make: ballots, file: 'phieu-lay-y-kien' },
  minutes: { make: minutes, file: 'bien-ban-hop-hoi-dong' },
};
