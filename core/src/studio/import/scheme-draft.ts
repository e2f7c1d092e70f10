import { decimalOf } from '../../quantity/decimal.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import type { Raw, RawObject } from '../../reading/raw.ts';
import { readScheme } from '../../scheme/read.ts';
import { type GroupKind, SCHEME_FORMAT, type Source } from '../../scheme/types.ts';
import { searchKey } from '../../text/search-key.ts';
import type { RuleLine } from '../sentences/clauses.ts';
import { readRule } from '../sentences/read-rule.ts';
import type { RuleDraft } from '../sentences/rule-draft.ts';
import type { ImportDoubt } from './doubts.ts';
import { doubtsByPart } from './doubts-by-part.ts';
import type { OutlineNode } from './outline.ts';

export interface ImportCounts {
  readonly domains: number;
  readonly criteria: number;
  readonly items: number;
  /** Items by how their rule was read: without a doubt, with one, not at all. */
  readonly rules: { readonly read: number; readonly doubtful: number; readonly toChoose: number };
}

/** A part of the draft beside what the file says of it. */
export interface ImportedPart {
  readonly level: 'domain' | 'criterion' | 'subCriterion';
  readonly code: string;
  readonly title: string;
  readonly points: NumberText | undefined;
  /** What the parts below it add up to; undefined where it has none, or one of them has no points. */
  readonly sum: NumberText | undefined;
  /** By how much that is over its points, below 0 where it is less; undefined where both are alike, or one is not known. */
  readonly over: NumberText | undefined;
  readonly place: string;
  readonly pointsPlace: string;
  /** What the file says of its points. */
  readonly words: string;
  /** Of an item, as it stands in the document; undefined of what has parts. */
  readonly item: RawObject | undefined;
  /** Of an item, as it was read; undefined where its words were not understood. */
  readonly rule: RuleDraft | undefined;
  readonly doubts: readonly ImportDoubt[];
}

/** A draft read from tables: a document as in `schemes/`, which may have faults, and what is doubtful in it. */
export interface ImportedScheme {
  readonly document: RawObject;
  /** The document as it was written, where the file carries it. */
  readonly text?: string;
  readonly doubts: readonly ImportDoubt[];
  readonly counts: ImportCounts;
  /** All parts in reading order, as the document has them. */
  readonly parts: readonly ImportedPart[];
  /** The doubts that are about no single part. */
  readonly otherDoubts: readonly ImportDoubt[];
  /** Of all regular domains: the points of a row for it, and what they add up to. */
  readonly total: { readonly written: NumberText | undefined; readonly sum: NumberText | undefined; readonly over: NumberText | undefined };
}

/** Makes a draft of what tables hold. */
export function schemeDraft(
  outline: readonly OutlineNode[],
  total: { readonly points: NumberText; readonly place: string } | undefined,
  name: { readonly id: string; readonly title: string },
  found: readonly ImportDoubt[],
): ImportedScheme {
  const doubts = [...found];
  const domains = domainsOf(outline.map(withoutAlternatives), doubts);
  const codes = codesOf(domains);
  doubledCodes(domains, codes, doubts);
  const rules = { read: 0, doubtful: 0, toChoose: 0 };
  const figures: RawObject[] = [];
  const kinds = new Map(domains.map((node) => [node, groupOf(node)]));
  const ofGroup = (kind: GroupKind) => domains.filter((node) => kinds.get(node) === kind);
  const parts: Omit<ImportedPart, 'doubts'>[] = [];
  const tell = (level: ImportedPart['level'], node: OutlineNode, words: string): number =>
    parts.push({
      ...{
        level,
        code: codes.get(node) as string,
        title: node.title,
        points: node.points,
        sum: pointsOf(node.parts),
        over: overOf(pointsOf(node.parts), node.points),
      },
      ...{ place: node.place, pointsPlace: node.pointsPlace, words, item: undefined, rule: undefined },
    }) - 1;

  const item = (node: OutlineNode, kind: GroupKind, within: readonly OutlineNode[]): RawObject => {
    const code = codes.get(node) as string;
    const most = (node.points ?? '0').replace('-', '');
    const lines: RuleLine[] = [...node.lines, ...node.parts.flatMap(linesOf)];
    const draft = node.points === undefined ? undefined : readRule(lines, { code, title: node.title, maximum: most, penalty: kind === 'penalty' });
    const source = sourceFor(node, within, draft !== undefined, code, doubts);
    const at = tell(within.length > 1 ? 'subCriterion' : 'criterion', node, textOf(lines));
    if (node.points === undefined) doubts.push({ code: 'pointsMissing', place: node.pointsPlace, part: code, details: {} });
    if (kind !== 'penalty' && node.points?.startsWith('-'))
      doubts.push({ code: 'signAgainstGroup', place: node.pointsPlace, part: code, details: { found: node.points } });
    if (!draft) doubts.push({ code: 'ruleToChoose', place: node.place, part: code, details: { words: textOf(lines).slice(0, 200) } });
    for (const { code: doubt, details } of draft?.doubts ?? []) doubts.push({ code: `rule.${doubt}`, place: node.place, part: code, details });
    if (draft && isRatio(draft) && !lines.some(({ text }) => /mẫu số/iu.test(text)))
      doubts.push({ code: 'nothingUnsaid', place: node.place, part: code, details: {} });
    if (draft?.figures.some(({ named }) => !named)) doubts.push({ code: 'figuresToName', place: node.place, part: code, details: {} });
    rules[draft ? (draft.doubts.length > 0 ? 'doubtful' : 'read') : 'toChoose'] += 1;
    figures.push(...(draft?.figures ?? []).map(({ id, type, title }) => ({ id, type, title: { vi: title } })));
    const written: RawObject = {
      code,
      title: { vi: node.title },
      ...(node.points === undefined ? {} : pointsAs(kind, most)),
      source,
      ...guidanceOf(node, lines),
      ...(draft && { rule: draft.rule as unknown as Raw }),
    };
    parts[at] = { ...(parts[at] as ImportedPart), sum: undefined, over: undefined, item: written, rule: draft };
    return written;
  };
  const criterion = (node: OutlineNode, kind: GroupKind, domain: OutlineNode): RawObject => {
    if (node.parts.length === 0) return item(node, kind, [domain]);
    addUp(node, codes.get(node), doubts);
    tell('criterion', node, textOf(node.lines));
    return {
      code: codes.get(node) as string,
      title: { vi: node.title },
      ...(node.points === undefined || kind === 'penalty' ? {} : { maximum: node.points }),
      ...guidanceOf(node, node.lines),
      subCriteria: node.parts.map((part) => item(part, kind, [node, domain])),
    };
  };
  const written = domains.map((node): RawObject => {
    const kind = kinds.get(node) as GroupKind;
    if (kind === 'regular' && speaksOfBoth(node)) doubts.push({ code: 'groupUnclear', place: node.place, part: codes.get(node) as string, details: {} });
    if (kind === 'penalty' && !takesAway(node)) doubts.push({ code: 'penaltyByName', place: node.place, part: codes.get(node) as string, details: {} });
    addUp(node, codes.get(node), doubts);
    tell('domain', node, textOf(node.lines));
    return {
      code: codes.get(node) as string,
      title: { vi: node.title },
      group: kind,
      ...(node.points === undefined || kind === 'penalty' ? {} : { maximum: node.points }),
      ...guidanceOf(node, node.lines),
      criteria: node.parts.map((part) => criterion(part, kind, node)),
    };
  });
  totalOf(ofGroup('regular'), total, doubts);
  const bonus = ofGroup('bonus');
  const cap = pointsOf(bonus);
  const groups: RawObject[] = [
    { id: 'regular', kind: 'regular' },
    ...(bonus.length > 0 ? [{ id: 'bonus', kind: 'bonus', ...(cap === undefined ? {} : { cap }) }] : []),
    ...(ofGroup('penalty').length > 0 ? [{ id: 'penalty', kind: 'penalty' }] : []),
  ];
  const document: RawObject = {
    format: SCHEME_FORMAT,
    id: name.id,
    title: { vi: name.title },
    status: 'official',
    groups,
    figures,
    domains: written,
  };
  const { own, others } = doubtsByPart(parts, doubts);
  // What stands below each domain, where that is known: else a domain whose parts do not add up would hide in the total.
  const below = ofGroup('regular').map((node) => fromParts(node.parts) ?? (node.points === undefined ? undefined : exact.fromText(node.points)));
  const sum = below.length === 0 || below.includes(undefined) ? undefined : decimalOf(exact.sum(below as exact.Rational[]));
  return {
    document,
    doubts,
    parts: parts.map((part, at) => ({ ...part, doubts: own[at] ?? [] })),
    otherDoubts: others,
    total: { written: total?.points, sum, over: overOf(sum, total?.points) },
    counts: {
      domains: domains.length,
      criteria: domains.reduce((sum, { parts }) => sum + parts.length, 0),
      items: rules.read + rules.doubtful + rules.toChoose,
      rules,
    },
  };
}

/**
 * The draft with those rules alone that a person has confirmed, by the places of their items in `parts`. The words of the
 * others stay in the guidance of their items, whose rule is still to be chosen.
 */
export function withRulesOf({ document, parts }: ImportedScheme, confirmed: ReadonlySet<number>): RawObject {
  const left = new Set(parts.flatMap(({ item, rule }, at) => (item && rule && !confirmed.has(at) ? [item] : [])));
  const list = (raw: Raw | undefined) => (raw ?? []) as RawObject[];
  const kept = (part: RawObject): RawObject => {
    if (!left.has(part)) return part;
    const { rule: _, ...rest } = part;
    return rest;
  };
  const domains = list(document['domains']).map((domain) => ({
    ...domain,
    criteria: list(domain['criteria']).map((criterion) => {
      const { subCriteria } = criterion;
      return subCriteria === undefined ? kept(criterion) : { ...criterion, subCriteria: list(subCriteria).map(kept) };
    }),
  }));
  const proposed = new Set(parts.flatMap(({ rule }) => rule?.figures.map(({ id }) => id) ?? []));
  const words = new Set(JSON.stringify(domains).match(/[A-Za-z]\w*/g));
  return { ...document, figures: list(document['figures']).filter(({ id }) => !proposed.has(id as string) || words.has(id as string)), domains };
}

const isRatio = ({ rule }: RuleDraft): boolean => 'of' in rule && typeof rule.of === 'object' && 'ratio' in rule.of;

/** The points of an item in a group: the most that it gives, or takes away. */
const pointsAs = (kind: GroupKind, most: NumberText): RawObject => (kind === 'penalty' ? { minimum: `-${most}`, maximum: '0' } : { maximum: most });

/** What is wrong with a draft, as with any scheme. */
export function faultsOfDraft({ document }: Pick<ImportedScheme, 'document'>): Faults {
  const faults = new Faults();
  readScheme(document, faults);
  return faults;
}

const fromParts = (parts: readonly OutlineNode[]) => {
  const points = parts.map((part) => part.points ?? pointsOf(part.parts));
  return points.length === 0 || points.includes(undefined) ? undefined : exact.sum(points.map((text) => exact.fromText(text as string)));
};
const pointsOf = (parts: readonly OutlineNode[]): NumberText | undefined => {
  const sum = fromParts(parts);
  return sum && decimalOf(sum);
};

/** By how much a sum is over the points that are written; undefined where it is not, or one is not known. */
export function overOf(sum: NumberText | undefined, points: NumberText | undefined): NumberText | undefined {
  if (sum === undefined || points === undefined) return undefined;
  const over = exact.subtract(exact.fromText(sum), exact.fromText(points));
  return exact.compare(over, exact.zero) === 0 ? undefined : decimalOf(over);
}

function addUp(node: OutlineNode, part: string | undefined, doubts: ImportDoubt[]): void {
  const sum = fromParts(node.parts);
  if (!sum || node.points === undefined || exact.compare(sum, exact.fromText(node.points)) === 0) return;
  doubts.push({
    code: 'doesNotAddUp',
    place: node.pointsPlace,
    ...(part !== undefined && { part }),
    details: { written: node.points, sum: decimalOf(sum) ?? '' },
  });
}

function totalOf(regular: readonly OutlineNode[], total: { readonly points: NumberText; readonly place: string } | undefined, doubts: ImportDoubt[]): void {
  const sum = fromParts(regular);
  if (!total || !sum || exact.compare(sum, exact.fromText(total.points)) === 0) return;
  doubts.push({ code: 'totalDiffers', place: total.place, details: { written: total.points, sum: decimalOf(sum) ?? '' } });
}

const linesOf = (node: OutlineNode): RuleLine[] => [
  node.points === undefined ? { text: node.title } : { text: node.title, points: node.points.replace('-', '') },
  ...node.lines,
  ...node.parts.flatMap(linesOf),
];

const textOf = (lines: readonly RuleLine[]): string =>
  lines.map(({ text, points }) => (points === undefined ? text : `${text}: ${points.replace('.', ',')}`)).join('\n');

/** "a) … 2; b) … 1" under an item of 2 points: they are not its parts, one of them holds. */
function withoutAlternatives(node: OutlineNode): OutlineNode {
  const parts = node.parts.map(withoutAlternatives);
  const points = parts.flatMap((part) => part.points ?? []);
  const most = points.map((text) => exact.fromText(text)).reduce(exact.greatest, exact.zero);
  const small = parts.length > 1 && parts.every((part) => part.parts.length === 0 && (part.code === undefined || /^[a-zđ]$/.test(part.code)));
  const isOneOf =
    small && node.points !== undefined && (points.length === 0 || (points.length === parts.length && exact.compare(most, exact.fromText(node.points)) === 0));
  return isOneOf ? { ...node, lines: [...node.lines, ...parts.flatMap(linesOf)], parts: [] } : { ...node, parts };
}

const depthOf = (node: OutlineNode): number => 1 + Math.max(0, ...node.parts.map(depthOf));

/** The domains of an outline: one level is left out where there are four, one is added where there is one. */
function domainsOf(parts: readonly OutlineNode[], doubts: ImportDoubt[]): OutlineNode[] {
  const depth = Math.max(0, ...parts.map(depthOf));
  if (depth > 3 && parts.every(({ code }) => code === undefined || /^[A-Z]+$/.test(code))) {
    for (const part of parts) if (part.parts.length > 0) doubts.push({ code: 'levelLeftOut', place: part.place, details: { title: part.title } });
    const inside = parts.flatMap(({ parts: own }) => own.map(({ code }) => code));
    const isAmbiguous = new Set(inside).size < inside.length;
    return domainsOf(
      parts.flatMap((part) => (part.parts.length > 0 ? part.parts.map((each) => under(part, each, isAmbiguous)) : [part])),
      doubts,
    );
  }
  if (depth === 1 && parts.length > 1) {
    const [first] = parts as [OutlineNode];
    doubts.push({ code: 'levelLeftOut', place: first.place, details: { title: '' } });
    return [{ ...first, code: '1', title: 'Tiêu chí', points: undefined, lines: [], said: {}, parts: [...parts] }];
  }
  // A domain without criteria has one, which is all of it.
  return parts.map((part) => (part.parts.length > 0 ? part : { ...part, lines: [], parts: [{ ...part, code: undefined }] }));
}

/** What a level that is left out says of its parts: where their points come from, and before their codes where these begin anew in each. */
const under = (above: OutlineNode, node: OutlineNode, withCode: boolean): OutlineNode => ({
  ...node,
  code: withCode && above.code !== undefined && node.code !== undefined ? `${above.code}.${node.code}` : node.code,
  said: { ...node.said, source: [above.title, node.said.source].filter(Boolean).join('\n') },
});

/** The code of each part: as printed where those of all criteria differ, else behind that of the part above. */
function codesOf(domains: readonly OutlineNode[]): ReadonlyMap<OutlineNode, string> {
  const codes = new Map<OutlineNode, string>();
  const inside = domains.flatMap(({ parts }) => parts.flatMap((part) => [part, ...part.parts]));
  const printed = inside.map(({ code }) => code);
  const asPrinted = !printed.includes(undefined) && new Set(printed).size === printed.length && inside.every(({ code }) => !/^[a-zđ]$/.test(code as string));
  domains.forEach((domain, d) => {
    const own = domain.code ?? String(d + 1);
    codes.set(domain, own);
    domain.parts.forEach((part, c) => {
      const code = asPrinted ? (part.code as string) : behind(own, part.code ?? String(c + 1));
      codes.set(part, code);
      part.parts.forEach((sub, s) => codes.set(sub, asPrinted ? (sub.code as string) : behind(code, withoutStart(sub.code ?? String(s + 1), part.code))));
    });
  });
  return codes;
}

/** Codes stay as they are: which of two is wrong, a person says. */
function doubledCodes(domains: readonly OutlineNode[], codes: ReadonlyMap<OutlineNode, string>, doubts: ImportDoubt[]): void {
  for (const level of [domains, domains.flatMap(({ parts }) => parts.flatMap((part) => [part, ...part.parts]))]) {
    const there = new Set<string>();
    for (const node of level) {
      const code = codes.get(node) as string;
      if (there.has(code)) doubts.push({ code: 'codeDoubled', place: node.place, part: code, details: { found: code } });
      there.add(code);
    }
  }
}

const behind = (above: string, own: string): string => (own.startsWith(`${above}.`) ? own : `${above}.${own}`);
const withoutStart = (code: string, above: string | undefined): string =>
  above !== undefined && code.startsWith(`${above}.`) ? code.slice(above.length + 1) : code;

const KEYS = { bonus: /diem (?:thuong|cong)|(?:cong|thuong)(?: them)? diem/, penalty: /diem tru|tru(?: bot)? diem/ };
const speaksOfBoth = ({ title }: OutlineNode): boolean => KEYS.penalty.test(searchKey(title)) && KEYS.bonus.test(searchKey(title));
const leavesOf = (node: OutlineNode): OutlineNode[] => (node.parts.length === 0 ? [node] : node.parts.flatMap(leavesOf));

/** Whether anything but the name of a domain says that its points are taken away. */
const takesAway = (node: OutlineNode): boolean =>
  [node, ...leavesOf(node)].some(({ points }) => points?.startsWith('-')) ||
  leavesOf(node).some(({ title, lines }) => /\btru\b/.test(searchKey([title, ...lines.map(({ text }) => text)].join(' '))));

/** The group of points of a domain: by its name, or as all of it takes points away. */
function groupOf(node: OutlineNode): GroupKind {
  if (leavesOf(node).every(({ points }) => points?.startsWith('-'))) return 'penalty';
  if (speaksOfBoth(node)) return 'regular';
  const key = searchKey(node.title);
  return KEYS.penalty.test(key) ? 'penalty' : KEYS.bonus.test(key) ? 'bonus' : 'regular';
}

/** Where an item's points come from; what only its title says while its rule is one that units answer is a doubt. */
function sourceFor(node: OutlineNode, within: readonly OutlineNode[], isRead: boolean, code: string, doubts: ImportDoubt[]): Source {
  const source = sourceOf([node, ...within]);
  if (source === 'appraised' || !isRead || sourceOf([node, ...within].map((each) => ({ ...each, title: '', lines: [] }))) === source) return source;
  doubts.push({ code: 'sourceUnsure', place: node.place, part: code, details: { title: node.title } });
  return 'appraised';
}

/** Where an item's points come from, by the nearest that says so. */
function sourceOf(nodes: readonly OutlineNode[]): Source {
  for (const { title, said, lines } of nodes) {
    const key = searchKey([title, said.source, said.appraisedBy, said.note, ...lines.map(({ text }) => text)].filter(Boolean).join(' '));
    if (/(?:muc do|chi so) hai long|sipas/.test(key)) return 'satisfaction';
    if (/dieu tra xa hoi hoc|dieu tra xhh|khao sat/.test(key)) return 'survey';
  }
  return 'appraised';
}

function guidanceOf({ said }: OutlineNode, lines: readonly RuleLine[]): RawObject {
  const words = [textOf(lines), said.note].filter(Boolean).join('\n');
  const guidance: RawObject = {
    ...(words !== '' && { vi: words }),
    ...(said.evidence !== undefined && { evidence: { vi: said.evidence } }),
    ...(said.appraisedBy !== undefined && { appraisedBy: { vi: said.appraisedBy } }),
    ...(said.legalBasis !== undefined && { article: { vi: said.legalBasis } }),
  };
  return Object.keys(guidance).length === 0 ? {} : { guidance };
}
