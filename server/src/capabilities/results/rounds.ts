import { canonicalText, computeIndex, illustrativeRound, PHRASES, prepareScheme, type Raw, rankDomains, type Scheme } from '@parindex/core';
import { ministriesSnapshot } from '@parindex/core/published/index';
import type { RoundView } from '@parindex/site';
import { FaultyData } from '../../data-files.ts';
import type { PublishedData } from './published.ts';

/** A round with what it was computed from, so that anybody can recompute it. */
export interface LoadedRound {
  readonly view: RoundView;
  readonly snapshot: Raw;
}

function compute(id: string, snapshot: Raw): RoundView['result'] {
  const computed = computeIndex(snapshot);
  if (computed.result) return computed.result;
  throw new FaultyData(computed.faults.list.map((fault) => `${id}  ${fault.path}  ${PHRASES.vi.fault[fault.code](fault.details)}`).join('\n'));
}

/** The ministries of 2023, computed from the printed components, beside the printed results. */
function ministryRound(scheme: Scheme, { ministries, history }: PublishedData): LoadedRound {
  const snapshot = ministriesSnapshot(ministries, scheme as unknown as Raw) as Raw;
  const source = history.figures.find(({ year, level }) => year === ministries.year && level === 'ministry')?.source;
  return {
    snapshot,
    view: {
      id: 'bo-2023',
      title: {
        vi: `Chỉ số cải cách hành chính năm ${ministries.year} của các bộ, cơ quan ngang bộ`,
        en: `Public administration reform index ${ministries.year}: ministries and ministerial-level agencies`,
      },
      kind: 'published',
      level: 'ministry',
      scheme,
      result: compute('bo-2023', snapshot),
      domainRanks: new Map(),
      source,
      printed: new Map(ministries.ministries.map(({ body, index, rank }) => [body, { index, rank }])),
    },
  };
}

interface Illustration {
  readonly id: string;
  readonly scheme: string;
  readonly title: RoundView['title'];
  readonly name: string;
  readonly type: string;
  readonly bodies: number;
  readonly year: number;
}

const ILLUSTRATIONS: readonly Illustration[] = [
  {
    id: 'minh-hoa-2022',
    scheme: 'province-2022',
    title: { vi: 'Kỳ minh họa: 63 tỉnh minh họa, năm 2022', en: 'Illustration: 63 invented provinces, 2022' },
    name: 'Tỉnh Minh họa',
    type: 'province',
    bodies: 63,
    year: 2022,
  },
  {
    id: 'minh-hoa-xa-2026',
    scheme: 'commune-nq57-2026',
    title: { vi: 'Kỳ minh họa: 20 xã minh họa, năm 2026', en: 'Illustration: 20 invented communes, 2026' },
    name: 'Xã Minh họa',
    type: 'commune',
    bodies: 20,
    year: 2026,
  },
];

function illustration(entry: Illustration, scheme: Scheme): LoadedRound {
  const { id, title, name, type, bodies, year } = entry;
  // Read from text, like every other snapshot.
  const snapshot = JSON.parse(canonicalText(illustrativeRound(scheme, { bodies, year, seed: year, name, type }))) as Raw;
  const result = compute(id, snapshot);
  return {
    snapshot,
    view: {
      id,
      title,
      kind: 'illustrative',
      level: undefined,
      scheme,
      result,
      domainRanks: rankDomains(result, prepareScheme(scheme)),
      source: undefined,
      printed: new Map(),
    },
  };
}

/** Every round on show: the published year, and illustrations of editions with full trees. */
export function loadRounds(schemes: readonly Scheme[], published: PublishedData): LoadedRound[] {
  const schemeOf = (id: string): Scheme => {
    const scheme = schemes.find((candidate) => candidate.id === id);
    if (!scheme) throw new FaultyData(`schemes/${id}: không có (missing)`);
    return scheme;
  };
  return [ministryRound(schemeOf('ministry-2023'), published), ...ILLUSTRATIONS.map((entry) => illustration(entry, schemeOf(entry.scheme)))];
}
