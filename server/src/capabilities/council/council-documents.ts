import { describeRule, displayDate, itemsOfDomains, pointsOver, schemeNames } from '@parindex/core';
import type { CouncilDocument } from '@parindex/core/contracts/schemas/index';
import { attendingOf, countVotes, hasQuorum, isCarried } from '@parindex/core/council/votes';
import { CITATIONS, citationsIn, fieldsAt } from '@parindex/core/ledger/index';
import { dayOf } from '@parindex/core/round/index';
import type { Scheme } from '@parindex/core/scheme/types';
import { issuerOf } from '@parindex/core/submissions/issuers';
import { CHOICE_NAMES, COUNCIL_POSITION_NAMES, PRESENCE_NAMES, PROPOSAL_NAMES, SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import type { RuleWords } from '@parindex/core/words/rule-wording';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES, REMARK_NAMES, REPLY_NAMES } from '@parindex/core/words/states';
import { type Block, LEFT_BLANK, LONG_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import { type Agency, called } from '../../documents/issued.ts';
import { momentText } from '../../documents/moment-text.ts';
import { numberedTable, recordDocument } from '../../documents/shapes.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { citationsText, type NamedDocuments } from '../submissions/report-citations.ts';
import type { SessionAnswer } from './present-session.ts';
import type { MemberRow } from './queries/council.ts';

type AgendaItem = SessionAnswer['agenda'][number];

/** What the documents of a session are made of: the session as its secretariat sees it, and what its items say. */
export interface SessionMaterial {
  readonly session: SessionAnswer;
  readonly concludedAt: Date | null;
  readonly openedAt: Date | null;
  readonly members: readonly MemberRow[];
  readonly sheets: ReadonlyMap<string, OpenSheet>;
  readonly documents: NamedDocuments;
  readonly scheme: Scheme;
  readonly owner: Agency;
  readonly year: number;
  readonly illustrative: boolean;
  readonly moment: Date;
}

const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

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

/** What is put to the vote, in a sentence. */
const proposalText = (item: AgendaItem, scheme: Scheme): string =>
  [PROPOSAL_NAMES.vi[item.proposal], item.proposed ? `(${pointsIn(scheme, item.proposed)})` : '', item.words === null ? '' : `: ${item.words}`]
    .filter(Boolean)
    .join(' ')
    .replace(' :', ':');

/** When and where a session is, in a sentence. */
const placeText = ({ startsAt, place, way }: SessionAnswer): string =>
  [
    startsAt === null ? 'thời gian: chưa xác định' : momentText(startsAt),
    way === 'writing' ? 'lấy ý kiến bằng phiếu' : (place ?? 'địa điểm: chưa xác định'),
  ].join(', ');

/** A rule's bands, what else holds, and its cases, a line each. */
const ruleLines = ({ rows, notes, cases }: RuleWords): string[] => [
  ...rows.map(({ what, points }) => `- ${[what, points].filter(Boolean).join(': ')}`),
  ...notes.map((note) => `- ${note}`),
  ...cases.flatMap(({ when, rule }) => [`- ${when} ${rule.intro}`, ...ruleLines(rule)]),
];

/** What was said of an item, with the documents that it cites. */
const saidText = ({ kind, date, team, text, citations }: AgendaItem['said'][number], documents: NamedDocuments): string =>
  [
    kind === null ? null : `${REPLY_NAMES.vi[kind]}.`,
    date === null ? null : `Ngày ${displayDate(date)}${team === null ? '' : `; thành phần: ${team}`}.`,
    text === '' ? null : text,
    citations.length === 0 ? null : `Tài liệu: ${citationsText(citations, documents)}`,
  ]
    .filter((part) => part !== null)
    .join('\n');

/** The papers of one item: claim, verdicts with reasons, what was asked, explained and contested, the rule with its bands, what is cited. */
function papersOf(item: AgendaItem, { sheets, documents, scheme }: SessionMaterial): Block[] {
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
        ...item.verdicts.map(
          ({ stage, at, by, points, reason }) =>
            [
              STAGE_POINTS_NAMES.vi[stage],
              [
                points === null ? 'chưa có điểm' : `${pointsOver({ points, maximum: item.now.maximum }, scheme, 'vi')} điểm`,
                `${by}, ${displayDate(dayOf(Date.parse(at)))}`,
                reason ?? 'chấp nhận',
              ].join('; '),
            ] as const,
        ),
        ...item.said.map((said) => [REMARK_NAMES.vi[said.act], saidText(said, documents)] as const),
        ['Đề xuất biểu quyết', proposalText(item, scheme)],
        ['Tài liệu kiểm chứng', citations.length === 0 ? 'Không dẫn tài liệu.' : citationsText(citations, documents)],
      ],
    },
    ...(rule ? [paragraph(`Cách chấm điểm: ${rule.intro}`), ...ruleLines(rule).map(paragraph)] : []),
  ];
}

const head = ({ owner, illustrative, scheme }: SessionMaterial) => ({
  issuer: issuerOf(owner, owner.name),
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
      paragraph(`Thời gian, địa điểm: ${placeText(session)}. Chương trình có ${session.agenda.length} nội dung.`),
      ...session.agenda.flatMap((item, index) => [heading(`${index + 1}. ${titleOf(item)}`), ...papersOf(item, material)]),
    ],
  };
}

/** Written ballots: one part a member, who marks one of three on each item. */
function ballots(material: SessionMaterial): OfficialDocument {
  const { session, year, scheme, members } = material;
  const asked = members.filter(({ presence }) => session.way === 'writing' || presence === 'writing');
  const [first] = asked;
  const table = numberedTable(
    [
      { head: 'Nội dung, đề xuất', width: 7 },
      { head: 'Đồng ý', width: 2, align: 'center' },
      { head: 'Không đồng ý', width: 2, align: 'center' },
      { head: 'Ý kiến khác', width: 4 },
    ],
    session.agenda.map((item) => [
      `${titleOf(item)}\nTự chấm: ${pointsIn(scheme, item.claimed)}; thẩm định: ${pointsIn(scheme, item.now)}.\nĐề xuất: ${proposalText(item, scheme)}`,
      '',
      '',
      '',
    ]),
  );
  return {
    ...recordDocument({
      title: `Phiếu lấy ý kiến thành viên Hội đồng – phiên họp số ${session.number}`,
      issuer: head(material).issuer,
      day: dayOf(session.startsAt === null ? material.moment.getTime() : Date.parse(session.startsAt)),
      name: 'Phiếu lấy ý kiến',
      about: `Thành viên Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}, phiên họp số ${session.number}`,
      body: asked.flatMap(({ person, position }, index) => [
        heading(`${index + 1}. Ông/Bà ${person.name}, ${COUNCIL_POSITION_NAMES.vi[position]}`),
        paragraph('Đánh dấu X vào một ô ở mỗi nội dung; ý kiến khác đề nghị ghi rõ.'),
        table,
        paragraph(`Ngày ${LEFT_BLANK} tháng ${LEFT_BLANK} năm ${LEFT_BLANK}. Người cho ý kiến (ký, ghi rõ họ tên): ${LONG_BLANK}${LONG_BLANK}`),
      ]),
      signed: [],
      illustrative: material.illustrative,
    }),
    marks: [...head(material).marks, ...(first ? [] : [MARKS.draft])],
  };
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'không có' : names.join('; '));

/** What became of one item: votes, opinions, conclusion. */
function minutesOf(item: AgendaItem, scheme: Scheme): Block[] {
  const count = countVotes(item.votes);
  const dissent = item.votes.filter(({ choice }) => choice !== 'for');
  const last = item.verdicts.findLast(({ stage }) => stage === 'council');
  return [
    paragraph(`Cơ quan tự chấm: ${pointsIn(scheme, item.claimed)}. Đề xuất biểu quyết: ${proposalText(item, scheme)}.`),
    ...(item.state === 'putOff'
      ? [paragraph('Hội đồng chuyển nội dung này sang phiên họp sau.')]
      : [
          paragraph(`Kết quả biểu quyết: ${count.cast} thành viên biểu quyết; đồng ý ${count.for}, không đồng ý ${count.against}, ý kiến khác ${count.other}.`),
          ...(dissent.length === 0
            ? []
            : [
                paragraph(
                  `Ý kiến không đồng ý, ý kiến khác: ${dissent.map(({ person, choice, opinion }) => `Ông/Bà ${person.name} (${CHOICE_NAMES.vi[choice].toLocaleLowerCase('vi')})${opinion === null ? '' : `: ${opinion}`}`).join('; ')}.`,
                ),
              ]),
          item.state === 'concluded'
            ? paragraph(
                `Kết luận của Hội đồng: ${PROPOSAL_NAMES.vi[item.proposal].toLocaleLowerCase('vi')}, ${pointsIn(scheme, item.now)}. Lý do: ${last?.reason ?? LONG_BLANK}`,
              )
            : paragraph(
                isCarried(count) ? 'Đã biểu quyết, chưa ghi kết luận.' : 'Đề xuất chưa được quá nửa số thành viên biểu quyết đồng ý; Hội đồng chưa kết luận.',
              ),
        ]),
  ];
}

/** The minutes: who was there, whether they were enough, what was voted and concluded on each item, and who thought otherwise. */
function minutes(material: SessionMaterial): OfficialDocument {
  const { session, members, openedAt, concludedAt, year, scheme, owner } = material;
  const standing = members.map(({ person, presence }) => ({ account: person.id, presence }));
  const of = (presence: MemberRow['presence']) =>
    members
      .filter((member) => member.presence === presence)
      .map(({ person, position, absence }) => `Ông/Bà ${person.name} (${COUNCIL_POSITION_NAMES.vi[position]}${absence === null ? '' : `; lý do: ${absence}`})`);
  const document = recordDocument({
    title: `Biên bản họp Hội đồng – phiên họp số ${session.number} – ${session.title}`,
    issuer: head(material).issuer,
    day: dayOf((concludedAt ?? material.moment).getTime()),
    name: session.way === 'writing' ? 'Biên bản lấy ý kiến Hội đồng' : 'Biên bản họp Hội đồng',
    about: `Hội đồng thẩm định Chỉ số cải cách hành chính năm ${year}, phiên họp số ${session.number}`,
    body: [
      paragraph(
        `${openedAt === null ? 'Phiên họp chưa khai mạc' : `Hồi ${momentText(openedAt.toISOString())}`}, ${called(owner)} tổ chức phiên họp số ${session.number} của Hội đồng thẩm định (${SESSION_WAY_NAMES.vi[session.way].toLocaleLowerCase('vi')}${session.place === null ? '' : `; địa điểm: ${session.place}`}).`,
      ),
      heading('I. THÀNH PHẦN'),
      {
        kind: 'facts',
        facts: [
          ['Chủ trì', session.chair ? `Ông/Bà ${session.chair.name}` : LONG_BLANK],
          ['Thư ký', session.secretary ? `Ông/Bà ${session.secretary.name}` : LONG_BLANK],
          [PRESENCE_NAMES.vi.present, listed(of('present'))],
          [PRESENCE_NAMES.vi.writing, listed(of('writing'))],
          [PRESENCE_NAMES.vi.absent, listed([...of('absent'), ...of('expected')])],
        ],
      },
      paragraph(
        `Có ${attendingOf(standing).length} trên tổng số ${members.length} thành viên Hội đồng có mặt hoặc cho ý kiến bằng phiếu, ${hasQuorum(standing) ? 'quá nửa số thành viên theo quy định' : 'chưa quá nửa số thành viên theo quy định'}.`,
      ),
      heading('II. NỘI DUNG, KẾT QUẢ BIỂU QUYẾT VÀ KẾT LUẬN'),
      ...session.agenda.flatMap((item, index) => [heading(`${index + 1}. ${titleOf(item)}`, 2), ...minutesOf(item, scheme)]),
      paragraph(
        `${concludedAt === null ? 'Phiên họp chưa kết thúc.' : `Phiên họp kết thúc hồi ${momentText(concludedAt.toISOString())}.`} Biên bản được lập từ nội dung đã ghi trên hệ thống; các thành viên dự họp đã thống nhất.`,
      ),
    ],
    signed: [
      ['Thư ký', session.secretary?.name ?? LONG_BLANK],
      ['Chủ trì', session.chair?.name ?? LONG_BLANK],
    ],
    illustrative: material.illustrative,
  });
  return { ...document, marks: [...head(material).marks, ...(session.state === 'concluded' ? [] : [MARKS.draft])] };
}

/** Documents of a session, by name. */
export const SESSION_DOCUMENTS: Readonly<Record<CouncilDocument, { readonly make: (material: SessionMaterial) => OfficialDocument; readonly file: string }>> = {
  papers: { make: papers, file: 'tai-lieu-phien-hop' },
  ballots: { make: ballots, file: 'phieu-lay-y-kien' },
  minutes: { make: minutes, file: 'bien-ban-hop-hoi-dong' },
};
