import { Faults, inLanguage, itemsOfDomains, itemsUsing, ROOT } from '@parindex/core';
import { packageNames, readCitation } from '@parindex/core/evidence/index';
import { placeText } from '@parindex/core/words/cited-document';
import type { ReadyEdition } from '../editions/ready.ts';
import type { ShownDocument } from './version-standing.ts';

type Cited = ShownDocument['cited'][number];

/** The place of a citation among the items of an edition. */
export interface ItemPlace {
  /** By the edition's order. */
  readonly order: number;
  readonly folder: string;
  readonly title: string;
}

/** Sorts last what no item cites, or only a figure that no item uses. */
const NOT_CITED: ItemPlace = { order: Number.MAX_SAFE_INTEGER, folder: 'Chưa được dẫn', title: 'Chưa được dẫn' };
const FIGURES = 'Số liệu';

const named = (codes: readonly string[]): Map<string, string> => {
  const names = packageNames(codes.map((code) => ({ parts: [code], extension: '' })));
  return new Map(codes.map((code, index) => [code, names[index] as string]));
};

/** The folders and titles of an edition's items and figures: "Lĩnh vực 1/1.1.1". undefined stands for uncited documents. */
export function placesOf({ scheme, prepared }: ReadyEdition): (cited: Pick<Cited, 'kind' | 'target'> | undefined) => ItemPlace {
  const domains = named(scheme.domains.map(({ code }) => `Lĩnh vực ${code}`));
  const items = scheme.domains.flatMap((domain) => itemsOfDomains([domain]).map(({ code, title }) => ({ domain: domain.code, code, title })));
  const folders = named(items.map(({ code }) => code));
  const byCode = new Map<string, ItemPlace>(
    items.map(({ domain, code, title }, order) => [
      code,
      { order, folder: `${domains.get(`Lĩnh vực ${domain}`)}/${folders.get(code)}`, title: `${code}. ${inLanguage(title, 'vi') ?? ''}`.trim() },
    ]),
  );
  const figures = new Map(scheme.figures.map(({ id, title }) => [id, (title && inLanguage(title, 'vi')) ?? id]));
  return (cited) => {
    if (!cited) return NOT_CITED;
    if (cited.kind === 'item') return byCode.get(cited.target) ?? { ...NOT_CITED, folder: FIGURES, title: cited.target };
    const users = itemsUsing(prepared, cited.target);
    const title = `Số liệu: ${figures.get(cited.target) ?? cited.target}${users.length === 0 ? '' : ` (dùng cho ${users.join(', ')})`}`;
    const first = byCode.get(users[0] ?? '');
    return { order: first?.order ?? NOT_CITED.order - 1, folder: first?.folder ?? FIGURES, title };
  };
}

/** Where in the document a citation points, in Vietnamese: "trang 3-5, mục II.2". */
export function citedPlace(citation: string): string {
  const read = readCitation(citation, ROOT, new Faults());
  return read ? placeText(read.place, 'vi') || 'toàn văn bản' : citation;
}
