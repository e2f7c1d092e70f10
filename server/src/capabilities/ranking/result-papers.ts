import { inLanguage, itemsOfDomains } from '@parindex/core';
import type { ResultPaper } from '@parindex/core/contracts/schemas/index';
import { countVotes } from '@parindex/core/council/votes';
import type { Stage } from '@parindex/core/ledger/index';
import { displayDecimal } from '@parindex/core/quantity/display';
import * as exact from '@parindex/core/quantity/rational';
import type { ItemStanding } from '@parindex/core/ranking/final-result';
import { summarise } from '@parindex/core/ranking/summary';
import type { Index, Summary } from '@parindex/core/scoring/result';
import { chiefOf, decidingOver, ISSUERS } from '@parindex/core/submissions/issuers';
import { SESSION_WAY_NAMES } from '@parindex/core/words/council-words';
import { REASON_NAMES } from '@parindex/core/words/explain-phrases';
import { BODIES_TOGETHER } from '@parindex/core/words/kinds';
import { pointsText } from '@parindex/core/words/points-text';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { groundBlocks, groundLines, groundsOf, planInFull } from '../../documents/citing.ts';
import {
  type Annex,
  BLANK_DAY,
  type Block,
  type Column,
  heading,
  inWords,
  LONG_BLANK,
  type OfficialDocument,
  paragraph,
  type Row,
} from '../../documents/document.ts';
import { type Agency, called, draftMarks, type Issuer, issuedDocument, issuerFor, numberedLater } from '../../documents/issued.ts';
import { momentInWords } from '../../documents/moment-text.ts';
import { numberedTable } from '../../documents/shapes.ts';
import type { VoteRow } from '../council/queries/council.ts';
import type { ClosedBody, ClosedItem, ClosedRound } from './read-closed-round.ts';

/** A session of the council as the submission tells of it. */
interface HeldSession {
  readonly number: number;
  readonly way: 'meeting' | 'writing';
  readonly day: string | null;
  readonly members: number;
  readonly attending: number;
  /** Who was present or answered in writing, with post, agency and position. */
  readonly there: readonly string[];
  readonly concluded: number;
}

/** An item that the council concluded on; without votes where it did so outside of a session. */
export interface ConcludedItem extends ClosedItem {
  readonly body: string;
  readonly votes: readonly VoteRow[];
}

/** What the papers of a closed round say. */
export interface ResultMaterial extends ClosedRound {
  readonly closedAt: Date;
  readonly resultHash: string;
  /** Whether the round has a council at all. */
  readonly hasCouncil: boolean;
  /** Bodies that sent their self-assessment, and their explanation. */
  readonly sent: number;
  readonly explained: number;
  /** Items that bodies scored themselves, and those of them on which somebody decided. */
  readonly scored: number;
  readonly decided: number;
  /** Items on which bodies accepted, explained, and what they brought before the council. */
  readonly accepts: number;
  readonly explains: number;
  readonly disputes: number;
  readonly sessions: readonly HeldSession[];
  readonly concluded: readonly ConcludedItem[];
}

const shown = (index: Index | null): string => (index === null ? '–' : displayDecimal(index.rounded, 'vi'));
const indexName = ({ of }: ResultMaterial): string => `Chỉ số cải cách hành chính năm ${of.round.year}`;

/** What stands for a council in the number of what it submits. */
const COUNCIL_SYMBOL = 'HĐTĐ';

/** Who submits: a department to the committee above it; otherwise the council to the chief of the agency, or a unit that is filled in. */
function submitter({ of, hasCouncil }: ResultMaterial, deciding: Agency): Issuer {
  if (deciding !== of.owner) return issuerFor(of.owner);
  const above = issuerFor(of.owner).heading.name;
  if (!hasCouncil) return { heading: { above, name: LONG_BLANK }, symbol: '……', called: LONG_BLANK };
  return {
    heading: { above, name: STEP_NAMES.vi.council },
    symbol: COUNCIL_SYMBOL,
    called: `${STEP_NAMES.vi.council} Chỉ số cải cách hành chính năm ${of.round.year}`,
  };
}

const RANKED: readonly (Column & { readonly key: string })[] = [
  { key: 'rank', head: 'Thứ hạng', width: 3, align: 'center' },
  { key: 'body', head: 'Cơ quan, đơn vị', width: 14 },
  { key: 'block', head: 'Khối', width: 6 },
  { key: 'maximum', head: 'Điểm tối đa', width: 4, align: 'right' },
  { key: 'points', head: 'Điểm đạt được', width: 4, align: 'right' },
  { key: 'bonus', head: 'Điểm thưởng', width: 4, align: 'right' },
  { key: 'penalty', head: 'Điểm trừ', width: 4, align: 'right' },
  { key: 'index', head: 'Chỉ số (%)', width: 4, align: 'right' },
  { key: 'class', head: 'Xếp loại', width: 5, align: 'center' },
  { key: 'note', head: 'Ghi chú', width: 7 },
];

/** The places as a table; a column in which nothing would stand is left out. */
function rankedTable({ of: { scheme } }: ResultMaterial, bodies: readonly ClosedBody[]): Block {
  const classes = new Map(scheme.classes.list.map(({ id, title }) => [id, inLanguage(title, 'vi') ?? id]));
  const some = (points: string) => (exact.isZero(exact.fromFraction(points)) ? '' : pointsText(points, scheme, 'vi'));
  const rows = bodies.map(({ result }): Record<string, string> => {
    const { rank, name, block, maximum, points, bonus, penalty, index, ranked, reason } = result;
    return {
      ...{ rank: rank === null ? '–' : String(rank), body: name, block: scheme.ranking.within === 'block' ? '' : (block ?? '') },
      ...{ maximum: pointsText(maximum, scheme, 'vi'), points: pointsText(points, scheme, 'vi'), bonus: some(bonus), penalty: some(penalty) },
      ...{ index: shown(index), class: result.class === null ? '' : (classes.get(result.class) ?? result.class) },
      note: reason !== null ? REASON_NAMES.vi[reason] : ranked ? '' : 'Không xếp hạng',
    };
  });
  const columns = RANKED.filter(({ key }) => rows.some((row) => row[key] !== ''));
  return {
    kind: 'table',
    columns: columns.map(({ key: _, ...column }) => column),
    rows: rows.map((row): Row => ({ cells: columns.map(({ key }) => row[key] ?? '') })),
  };
}

/** The bodies that are ranked among each other: all of them, or by block. */
function leaguesOf({ of: { scheme }, bodies }: ResultMaterial): ReadonlyMap<string | null, readonly ClosedBody[]> {
  return Map.groupBy(bodies, ({ result }) => (scheme.ranking.within === 'block' ? result.block : null));
}

function rankingAnnex(material: ResultMaterial): Pick<Annex, 'about' | 'blocks'> {
  const leagues = [...leaguesOf(material)];
  return {
    about: `Kết quả xếp hạng ${indexName(material)}`,
    blocks: leagues.flatMap(([block, bodies], index) => [
      ...(leagues.length > 1 ? [heading(`${index + 1}. ${block ?? 'Không thuộc khối nào'}`)] : []),
      rankedTable(material, bodies),
    ]),
  };
}

function domainsAnnex(material: ResultMaterial): Pick<Annex, 'about' | 'blocks'> {
  const { of, bodies } = material;
  return {
    about: `Chỉ số từng lĩnh vực năm ${of.round.year}`,
    blocks: [
      numberedTable(
        [
          { head: 'Cơ quan, đơn vị', width: 5 },
          ...of.scheme.domains.map(({ code, title }): Column => ({ head: `${code}. ${inLanguage(title, 'vi') ?? ''}`, width: 2.5, align: 'right' })),
          { head: 'Chỉ số chung (%)', width: 2, align: 'right' },
        ],
        bodies.map(({ result }) => {
          const indices = new Map(result.domains.map(({ code, index }) => [code, index]));
          return [result.name, ...of.scheme.domains.map(({ code }) => shown(indices.get(code) ?? null)), shown(result.index)];
        }),
      ),
    ],
  };
}

function concludedAnnex(material: ResultMaterial): Pick<Annex, 'about' | 'blocks'> {
  const { of, concluded } = material;
  const standing = (value: ItemStanding | undefined) => {
    if (!value) return '–';
    return value.state === 'scored' ? pointsText(value.points, of.scheme, 'vi') : ITEM_STATE_NAMES.vi[value.state];
  };
  const before = ({ at }: ClosedItem) => at.get('second') ?? at.get('appraised');
  return {
    about: `Nội dung Hội đồng thẩm định đã kết luận, ${indexName(material)}`,
    blocks: [
      numberedTable(
        [
          { head: 'Cơ quan, đơn vị', width: 4 },
          { head: 'Tiêu chí, tiêu chí thành phần', width: 6 },
          { head: 'Điểm tối đa', width: 2, align: 'right' },
          { head: STAGE_POINTS_NAMES.vi.claimed, width: 2, align: 'right' },
          { head: STAGE_POINTS_NAMES.vi.appraised, width: 2, align: 'right' },
          { head: STAGE_POINTS_NAMES.vi.council, width: 2, align: 'right' },
          { head: 'Biểu quyết', width: 4 },
          { head: 'Lý do', width: 6 },
        ],
        concluded.map((item) => {
          const { cast, for: agreed, against, other } = countVotes(item.votes);
          return [
            ...[item.body, `${item.code}. ${item.title}`, pointsText(item.final.maximum, of.scheme, 'vi')],
            ...[standing(item.at.get('claimed')), standing(before(item)), standing(item.final)],
            ...[cast === 0 ? '' : `Đồng ý ${agreed}/${cast}; không đồng ý ${against}; ý kiến khác ${other}`, item.reason],
          ];
        }),
      ),
    ],
  };
}

/** What a stage moved: items, and how many bodies. */
function movedAt({ bodies }: ResultMaterial, stage: Stage) {
  const moved = bodies.map(({ result }) => result.steps.find((step) => step.stage === stage)?.moved.length ?? 0);
  return { items: moved.reduce((sum, items) => sum + items, 0), bodies: moved.filter((items) => items > 0).length };
}

const reached = ({ bodies }: ResultMaterial, stage: Stage): boolean => bodies.some(({ result }) => result.steps.some((step) => step.stage === stage));

function movedText(material: ResultMaterial, stage: Stage, what: string, than: string): string {
  const { items, bodies } = movedAt(material, stage);
  return items === 0 ? `${what} không làm thay đổi ${than}.` : `${what} làm thay đổi ${than} ở ${items} nội dung của ${bodies} cơ quan, đơn vị.`;
}

/** What was appraised, of how much, and what it moved. */
function appraisedText(material: ResultMaterial): string {
  const { scored, decided } = material;
  if (!reached(material, 'appraised')) return 'không thực hiện.';
  const left = scored === decided ? '' : `; còn ${scored - decided} nội dung chưa thẩm định, giữ theo kết quả tự chấm điểm`;
  return `đã thẩm định ${decided} trên tổng số ${scored} nội dung các cơ quan, đơn vị tự chấm điểm${left}; ${movedText(material, 'appraised', 'kết quả thẩm định', 'kết quả tự chấm điểm')}`;
}

/** How the round went, a paragraph for each of its steps. */
function courseOf(material: ResultMaterial): Block[] {
  const { of, bodies, sent, explained, accepts, explains, disputes, sessions, concluded } = material;
  const unranked = bodies.filter(({ result }) => !result.ranked).length;
  const held = sessions.map(
    ({ number, way, day, members, attending, there, concluded: done }) =>
      `Phiên số ${number} (${SESSION_WAY_NAMES.vi[way].toLocaleLowerCase('vi')}${day === null ? '' : `, ${inWords(day)}`}): có ${attending}/${members} thành viên có mặt hoặc cho ý kiến bằng phiếu${there.length === 0 ? '' : ` (${there.join('; ')})`}, kết luận ${done} nội dung.`,
  );
  const voted = concluded.some(({ votes }) => votes.length > 0);
  return [
    paragraph(
      `1. Tự đánh giá: có ${bodies.length} cơ quan, đơn vị tham gia${unranked === 0 ? '' : `, trong đó ${unranked} cơ quan, đơn vị không xếp hạng`}, đánh giá theo ${of.scheme.domains.length} lĩnh vực, ${itemsOfDomains(of.scheme.domains).length} tiêu chí, tiêu chí thành phần; ${sent === 0 ? 'chưa có cơ quan, đơn vị nào' : `${sent} cơ quan, đơn vị đã`} gửi báo cáo tự đánh giá.`,
    ),
    paragraph(`2. Thẩm định: ${appraisedText(material)}`),
    paragraph(
      `3. Giải trình: ${explained === 0 ? 'không có báo cáo giải trình được gửi.' : `có ${explained} cơ quan, đơn vị gửi báo cáo giải trình; thống nhất ${accepts} nội dung, giải trình ${explains} nội dung.`}${reached(material, 'second') ? ` ${movedText(material, 'second', STEP_NAMES.vi.secondAppraisal, 'kết quả thẩm định')}` : ''}${disputes === 0 ? '' : ` Có ${disputes} nội dung được đề nghị Hội đồng thẩm định xem xét.`}`,
    ),
    ...(material.hasCouncil
      ? [
          paragraph(
            `4. Hội đồng thẩm định: ${concluded.length === 0 ? 'không có nội dung phải kết luận.' : `đã kết luận ${concluded.length} nội dung${voted ? ', các kết luận đều được quá nửa số thành viên biểu quyết đồng ý' : ''} (chi tiết tại Phụ lục II).`}`,
          ),
          ...held.map(paragraph),
        ]
      : []),
  ];
}

/** Who has the highest or the lowest index: "Tỉnh Minh họa 03 (92,15%)". */
function extreme(bodies: readonly ClosedBody[], at: Index | null): string {
  const names = bodies.filter(({ result }) => result.ranked && at !== null && result.index?.exact === at.exact).map(({ result }) => result.name);
  return `${names.join(', ')} (${shown(at)}%)`;
}

function summaryText(bodies: readonly ClosedBody[], { count, mean, max, min, classes }: Summary, { of: { scheme } }: ResultMaterial): string {
  if (count === 0) return 'Không có cơ quan, đơn vị nào được xếp hạng.';
  const classed = scheme.classes.list.map(({ id, title }) => `${inLanguage(title, 'vi') ?? id}: ${classes[id] ?? 0}`);
  const unclassed = count - Object.values(classes).reduce((sum, of) => sum + of, 0);
  return [
    `Có ${count} cơ quan, đơn vị được xếp hạng; chỉ số trung bình ${shown(mean)}%; cao nhất: ${extreme(bodies, max)}; thấp nhất: ${extreme(bodies, min)}.`,
    ...(classed.length === 0
      ? []
      : [`Số cơ quan, đơn vị theo xếp loại: ${[...classed, ...(unclassed > 0 ? [`không xếp loại: ${unclassed}`] : [])].join('; ')}.`]),
  ].join(' ');
}

function resultText(material: ResultMaterial): Block[] {
  const leagues = [...leaguesOf(material)];
  return leagues.map(([block, bodies]) => {
    const classed = bodies.map(({ result: { index, ranked, class: of } }) => ({
      ...{ ranked, block: null, class: of },
      index: index === null ? null : exact.fromFraction(index.exact),
    }));
    const { all } = summarise(classed, material.edition.prepared);
    return paragraph(`${leagues.length > 1 ? `${block ?? 'Không thuộc khối nào'}: ` : ''}${summaryText(bodies, all, material)}`);
  });
}

const frozen = ({ resultHash }: ResultMaterial): OfficialDocument['footer'] => ({
  lines: [`Kết quả chốt khi đóng kỳ đánh giá. Mã kiểm tra toàn vẹn (SHA-256): ${resultHash}.`],
  link: null,
});

/** What each paper is called in its own title and in the other. */
const SUBMISSION = { name: 'Tờ trình', letters: 'TTr' } as const;
const DECISION = { name: 'Quyết định', letters: 'QĐ' } as const;

/** The submission (Tờ trình): how the round went, what it came to, what is asked of whoever decides. */
function submission(material: ResultMaterial): OfficialDocument {
  const { of, closedAt, concluded } = material;
  const deciding = decidingOver(of.owner);
  const [by, chief, index] = [submitter(material, deciding), chiefOf(deciding), indexName(material)];
  const about = `Về việc phê duyệt và công bố ${index}`;
  return issuedDocument(of.owner, {
    title: `Tờ trình phê duyệt kết quả – ${of.round.title}`,
    marks: draftMarks(of.illustrative, of.scheme.status),
    as: SUBMISSION,
    ...{ about, by, form: null },
    ...(by.symbol === COUNCIL_SYMBOL ? { signature: { authority: 'TM. Hội đồng', position: 'Chủ tịch', name: null } } : {}),
    to: [chief],
    body: [
      paragraph(`Thực hiện ${planInFull(of)}, ${by.called} kính trình ${chief} xem xét, phê duyệt và công bố ${index} như sau:`),
      heading('I. CĂN CỨ'),
      ...groundsOf(of).map(({ cited }) => paragraph(`- ${cited}.`)),
      paragraph(`- Kết quả của “${of.round.title}”, được chốt khi đóng kỳ đánh giá hồi ${momentInWords(closedAt.toISOString())}.`),
      heading('II. QUÁ TRÌNH ĐÁNH GIÁ'),
      ...courseOf(material),
      heading('III. KẾT QUẢ'),
      ...resultText(material),
      paragraph(
        `Điểm, chỉ số và thứ hạng của từng cơ quan, đơn vị nêu tại ${concluded.length === 0 ? 'Phụ lục' : 'Phụ lục I'} kèm theo; số liệu không thay đổi từ khi đóng kỳ đánh giá.`,
      ),
      heading('IV. KIẾN NGHỊ'),
      paragraph(
        `Kính trình ${chief} xem xét, ban hành Quyết định phê duyệt và công bố ${index} (gửi kèm dự thảo Quyết định${material.sessions.length > 0 ? ', biên bản họp Hội đồng thẩm định' : ''})./.`,
      ),
    ],
    annexes: [rankingAnnex(material), ...(concluded.length === 0 ? [] : [concludedAnnex(material)])],
    footer: frozen(material),
  });
}

/** What authorises the agency to decide, as far as it is the same for all of its kind; number and day are filled in. */
const authority = (agency: Agency): string =>
  ISSUERS[agency.kind].committee === null
    ? `Căn cứ ${LONG_BLANK} quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của ${called(agency)}`
    : `Căn cứ Luật Tổ chức chính quyền địa phương ${BLANK_DAY}`;

/** "07 sở, ban, ngành". */
function countedTogether(bodies: readonly ClosedBody[]): string {
  const [kind, ...others] = new Set(bodies.map(({ agency }) => agency.kind));
  return `${String(bodies.length).padStart(2, '0')} ${kind === undefined || others.length > 0 ? 'cơ quan, đơn vị' : BODIES_TOGETHER.vi[kind]}`;
}

/** The minutes by which the council concluded, among the grounds of the decision. */
const minutesGrounds = ({ sessions }: ResultMaterial): string[] =>
  sessions.map(({ day }) => `Căn cứ Biên bản họp Hội đồng thẩm định ${day === null ? BLANK_DAY : inWords(day)}`);

/** The draft of the decision (dự thảo Quyết định) by which the result is approved and published. */
function decision(material: ResultMaterial): OfficialDocument {
  const { of } = material;
  const deciding = decidingOver(of.owner);
  const [by, chief, index] = [submitter(material, deciding), chiefOf(deciding), indexName(material)];
  const { position, byOrder } = ISSUERS[deciding.kind];
  const several = of.scheme.domains.length > 1;
  const annex = several ? 'Phụ lục I' : 'Phụ lục';
  return issuedDocument(deciding, {
    title: `Dự thảo Quyết định phê duyệt kết quả – ${of.round.title}`,
    marks: draftMarks(of.illustrative, of.scheme.status),
    as: DECISION,
    about: `Về việc phê duyệt và công bố ${index}`,
    // It is the chief's decision, under the agency's heading and number.
    by: { ...issuerFor(deciding), called: chief },
    form: null,
    to: [],
    // So that it ends on its first page.
    size: 13,
    body: [
      { kind: 'paragraph', style: 'centred', text: chief.toLocaleUpperCase('vi') },
      ...groundBlocks([
        authority(deciding),
        // How the round was to be carried out is no ground of who decides on its result.
        ...groundLines({ ...of, guidance: [] }),
        ...minutesGrounds(material),
        `Theo đề nghị của ${by.called} tại ${numberedLater(SUBMISSION.name, `${SUBMISSION.letters}-${by.symbol}`)}`,
      ]),
      { kind: 'paragraph', style: 'centred', text: 'QUYẾT ĐỊNH:' },
      {
        ...{ kind: 'paragraph', lead: 'Điều 1.' },
        text: `Phê duyệt và công bố ${index} của ${countedTogether(material.bodies)} (${several ? 'thứ hạng tại Phụ lục I, chỉ số từng lĩnh vực tại Phụ lục II' : 'chi tiết tại Phụ lục'} kèm theo Quyết định này).`,
      },
      {
        ...{ kind: 'paragraph', lead: 'Điều 2.' },
        text: `Các cơ quan, đơn vị có tên tại ${annex} căn cứ kết quả được công bố, phân tích nguyên nhân những nội dung chưa đạt điểm tối đa và có giải pháp khắc phục trong năm tiếp theo.`,
      },
      {
        ...{ kind: 'paragraph', lead: 'Điều 3.' },
        text: `Quyết định này có hiệu lực thi hành kể từ ngày ký. ${byOrder} ${called(deciding)}${deciding === of.owner ? '' : `, ${chiefOf(of.owner)}`}, Thủ trưởng các cơ quan, đơn vị có tên tại ${annex} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
      },
    ],
    firstRecipient: 'Như Điều 3',
    // Whoever decides by their own authority signs without "TM.".
    signature: { authority: null, position, name: null },
    annexes: [rankingAnnex(material), ...(several ? [domainsAnnex(material)] : [])],
    footer: frozen(material),
  });
}

interface PaperKind {
  readonly make: (material: ResultMaterial) => OfficialDocument;
  /** In whose name it is made. */
  readonly author: (material: ResultMaterial) => string;
  readonly file: string;
}

/** The papers of a closed round, by name. */
export const RESULT_PAPER_DOCUMENTS: Readonly<Record<ResultPaper, PaperKind>> = {
  submission: { make: submission, author: (material) => submitter(material, decidingOver(material.of.owner)).called, file: 'to-trinh-ket-qua' },
  decision: { make: decision, author: ({ of }) => chiefOf(decidingOver(of.owner)), file: 'du-thao-quyet-dinh-ket-qua' },
};
