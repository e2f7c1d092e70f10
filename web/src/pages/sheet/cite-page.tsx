import { Button } from '@mantine/core';
import { citationText } from '@parindex/core/evidence/citation';
import { mergedRanges } from '@parindex/core/evidence/pages';
import type { Target } from '@parindex/core/ledger/entry';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { figuresOf } from '@parindex/core/scoring/affected-items';
import { readCited } from '../../capabilities/sheets/cited.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { evidenceDropTexts } from '../../capabilities/sheets/texts/evidence-drop.ts';
import { ended } from '../../kit/acts/ended.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

interface CitePageProps {
  readonly item: string;
  readonly document: string;
  readonly version: number;
  readonly page: number;
}

/** Cites the page that is read, where the item or one of its figures cites the document; nothing where it does not. */
export function CitePage({ item, document, version, page }: CitePageProps) {
  const texts = useTexts(evidenceDropTexts);
  const { language } = useLanguage();
  const { shown, record, mayEnter } = useSheet();
  const targets: Target[] = [{ kind: 'item', id: item }, ...[...figuresOf(shown.rules.prepared, item)].map((id): Target => ({ kind: 'figure', id }))];
  const found = targets
    .filter(mayEnter)
    .flatMap((target) => citationsIn(shown.cell(target)[CITATIONS]).map((text) => ({ target, text, citation: readCited(text) })))
    .find(({ citation }) => citation?.document === document && citation.version === version);
  if (!found?.citation) return null;
  const { target, text, citation } = found;
  const pages = citation.place.pages ?? [];
  const isCited = pages.some(([from, to]) => from <= page && page <= to);
  const cite = () => {
    const wanted = citationText({ ...citation, place: { ...citation.place, pages: mergedRanges([...pages, [page, page]]) } });
    const cited = citationsIn(shown.cell(target)[CITATIONS]);
    record(target, CITATIONS, { [CITATIONS]: [...new Set(cited.map((one) => (one === text ? wanted : one)))] });
  };
  const shownPage = formatCount(page, language);
  return (
    <Button size="compact-sm" {...ended(isCited)} onClick={() => isCited || cite()}>
      {isCited ? texts.citedPage(shownPage) : texts.citePage(shownPage)}
    </Button>
  );
}
