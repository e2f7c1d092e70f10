import { Accordion } from '@mantine/core';
import type { Item } from '@parindex/core/scheme/types';
import { lazy, Suspense } from 'react';
import { verdictTexts } from '../../capabilities/appraisal/texts/verdict.ts';
import { ItemFindings } from '../../capabilities/review/item-findings.tsx';
import { readCited } from '../../capabilities/sheets/cited.ts';
import { EvidenceDrop } from '../../capabilities/sheets/evidence-drop.tsx';
import { History } from '../../capabilities/sheets/history.tsx';
import { ItemForm } from '../../capabilities/sheets/item-form.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { loadedLater } from '../../client/loaded-later.ts';
import { Loading } from '../../kit/reading/loading.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ItemRule } from '../sheet/item-rule.tsx';

const DocumentPane = lazy(async () => ({ default: (await loadedLater(() => import('../sheet/document-pane.tsx'))).DocumentPane }));

/** Files are brought by the body, not here. */
const NO_TARGETS: readonly [] = [];

interface DeskClaimProps {
  readonly item: Item;
  /** Whether what it is held against stands below it: where a document takes the place beside. */
  readonly grounds: boolean;
}

/** What a body claims of an item: its values, what the check found, the rule, and how it came to be. */
export function DeskClaim({ item, grounds }: DeskClaimProps) {
  const texts = useTexts(verdictTexts);
  return (
    <section className="desk-claim" aria-label={texts.claim}>
      <h3>{texts.claim}</h3>
      <EvidenceDrop code={item.code} targets={NO_TARGETS}>
        <ItemForm item={item} />
      </EvidenceDrop>
      {grounds ? <Grounds item={item} /> : null}
      <Accordion order={4}>
        <Accordion.Item value="history">
          <Accordion.Control>{texts.history}</Accordion.Control>
          <Accordion.Panel>
            <History item={item} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </section>
  );
}

/** What a claim is held against: what the check found, and the rule. */
const Grounds = ({ item }: { item: Item }) => (
  <>
    <ItemFindings code={item.code} />
    <ItemRule item={item} />
  </>
);

/** A document at a page. */
interface Opened {
  readonly document: string;
  readonly version: number | undefined;
  readonly page: number;
}

interface DeskEvidenceProps {
  readonly item: Item;
  readonly opened: Opened | undefined;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
}

/** Beside the claim: the evidence of the item, at the cited page; where none is cited, what the claim is held against. */
export function DeskEvidence({ item, opened, onPage, onClose }: DeskEvidenceProps) {
  const texts = useTexts(verdictTexts);
  if (!opened)
    return (
      <section className="desk-claim" aria-label={texts.grounds}>
        <Grounds item={item} />
      </section>
    );
  return (
    <section className="desk-evidence" aria-label={texts.evidence}>
      <h3>{texts.evidence}</h3>
      <Suspense fallback={<Loading />}>
        <DocumentPane item={undefined} id={opened.document} version={opened.version} page={opened.page} onPage={onPage} onClose={onClose} />
      </Suspense>
    </section>
  );
}

/** The first document that the item cites, at the cited page. */
export function useFirstCited(code: string): Opened | undefined {
  const { shown } = useSheet();
  const [first] = (shown.cell({ kind: 'item', id: code })['citations'] as readonly string[] | undefined) ?? [];
  const citation = first === undefined ? undefined : readCited(first);
  return citation && { document: citation.document, version: citation.version, page: citation.place.pages?.[0]?.[0] ?? 1 };
}
