import './item.css';
import { Accordion, Text } from '@mantine/core';
import { isItemMine } from '@parindex/core/assignments/assigned-targets';
import { standingAt } from '@parindex/core/assignments/standing-at';
import type { Target } from '@parindex/core/ledger/entry';
import type { Item } from '@parindex/core/scheme/types';
import { figuresOf } from '@parindex/core/scoring/affected-items';
import { guidanceText, sourceNotes } from '@parindex/core/words/describe-scheme';
import { inLanguage } from '@parindex/core/words/index';
import { itemStateName } from '@parindex/core/words/item-state';
import { legalBasisInFull } from '@parindex/core/words/legal-basis';
import { pointsOver } from '@parindex/core/words/points-text';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isApproved } from '../../capabilities/assignments/queries/assignments.ts';
import { EvidenceDrop } from '../../capabilities/sheets/evidence-drop.tsx';
import { ItemForm } from '../../capabilities/sheets/item-form.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import type { ShownSheet } from '../../capabilities/sheets/shown-sheet.ts';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import { StateBadge, type Tone } from '../../kit/page/state-badge.tsx';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ItemElsewhere } from './item-elsewhere.tsx';
import { ItemRule } from './item-rule.tsx';
import { ItemThreads } from './item-threads.tsx';

const PartPanel = later(async () => (await import('../../capabilities/assignments/part-panel.tsx')).PartPanel);
const History = later(async () => (await import('../../capabilities/sheets/history.tsx')).History);

interface ItemPageProps {
  readonly item: Item;
  /** Whether it takes the focus when it comes, even from where it is now. */
  readonly arriving: RefObject<boolean>;
}

/** The heading of an item that comes takes the focus where nothing else has it, so that its first field is near. */
function useArrival(code: string, arriving: RefObject<boolean>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const chosen = arriving.current;
    arriving.current = false;
    if (heading.current?.dataset['item'] === code && (chosen || document.activeElement === document.body)) heading.current.focus({ preventScroll: true });
  }, [code, arriving]);
  return heading;
}

/** One item: its points, its questions beside the rule that holds for them, and what else is known of it. */
export function ItemPage({ item, arriving }: ItemPageProps) {
  const heading = useArrival(item.code, arriving);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const parts = shown.partsAt(item.code);
  return (
    <article className="item">
      <header className="item-head">
        <h2 ref={heading} data-item={item.code} data-begins tabIndex={-1}>
          {item.code}. {inLanguage(item.title, language)}
        </h2>
        <ItemPoints code={item.code} />
      </header>
      <ItemNotices code={item.code} />
      {parts.length === 0 ? null : <PartPanel key={item.code} item={item.code} parts={parts} />}
      <div className="item-body">
        <EvidenceDrop key={item.code} code={item.code} targets={targetsOf(shown, item.code)}>
          <ItemForm item={item} />
          <Reading code={item.code} />
        </EvidenceDrop>
        <ItemRule item={item} />
      </div>
      <div className="item-more">
        <Guidance item={item} />
        <SetBefore item={item.code} />
        <ItemElsewhere key={`elsewhere ${item.code}`} item={item} />
        <ItemThreads item={item.code} />
      </div>
    </article>
  );
}

const TaskBefore = later(async () => (await import('../../capabilities/improvement/task-before.tsx')).TaskBefore, { fallback: null });

/** What the body set after the round before, beside an item that has points of it; not for departments, which answer for their part alone. */
function SetBefore({ item }: { item: string }) {
  const { shown } = useSheet();
  if (shown.previous({ kind: 'item', id: item }) === null || shown.answer.enters === 'propose') return null;
  return <TaskBefore sheet={{ round: shown.answer.round, body: shown.answer.body.id }} item={item} />;
}

/** The item and its figures: whoever has only some of them in hand cites there. */
const targetsOf = ({ rules }: ShownSheet, code: string): readonly Target[] => [
  { kind: 'item', id: code },
  ...[...figuresOf(rules.prepared, code)].map((id): Target => ({ kind: 'figure', id })),
];

const TONES: Readonly<Record<string, Tone>> = { scored: 'good', notAnswered: 'quiet', notApplicable: 'quiet', notAccepted: 'bad' };

/** The points of an item over what it can have, and its state in a word. */
function ItemPoints({ code }: { code: string }) {
  const texts = useTexts(sheetTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const parts = shown.partsAt(code);
  // What a department proposes is reckoned for it, before it counts in the sheet.
  const isProposed = shown.answer.enters === 'propose' && isItemMine(parts) && !isApproved(standingAt(parts));
  const score = shown.score(code);
  const sealed = shown.isSealed(code);
  const [points, most] = pointsOver(
    { ...score.result, ...(sealed || score.result.state !== 'scored' ? { points: null } : {}) },
    shown.rules.scheme,
    language,
  ).split('/');
  return (
    <div className="item-points" aria-live="polite">
      <span className="figures">
        <strong>{points}</strong>
        <span>{texts.points(`/${most}`)}</span>
      </span>
      <StateBadge tone={sealed ? 'quiet' : score.fault ? 'bad' : (TONES[score.result.state] ?? 'quiet')}>
        {sealed ? texts.sealed : score.fault ? texts.fault : itemStateName(score.result, language)}
      </StateBadge>
      {isProposed && score.result.state === 'scored' ? <small>{frame.byProposals}</small> : null}
      {score.provisional ? <small className="item-provisional">{texts.provisional}</small> : null}
    </div>
  );
}

/** What stands in the way of points. */
function ItemNotices({ code }: { code: string }) {
  const texts = useTexts(sheetTexts);
  const { shown } = useSheet();
  const { fault } = shown.score(code);
  const excluded = shown.excluded(code);
  return (
    <>
      {fault ? (
        <Notice kind="warning">
          {fault.message} {texts.faultMore}
        </Notice>
      ) : null}
      {excluded === null ? null : <Notice kind="note">{texts.excluded(excluded)}</Notice>}
    </>
  );
}

/** Whoever only reads is told so. */
function Reading({ code }: { code: string }) {
  const texts = useTexts(sheetTexts);
  const { shown } = useSheet();
  const { enters, state } = shown.answer;
  if (enters === 'declare' || (enters === 'propose' && (state !== 'open' || shown.partsAt(code).some(({ mine }) => mine)))) return null;
  return (
    <Text size="sm" c="dimmed">
      {enters === null ? texts.readOnly : texts.notMine}
    </Text>
  );
}

const HISTORY = 'history';

/** Guidance and legal basis, and the history; opened by whoever looks for them. */
function Guidance({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { scheme } = useSheet().shown.rules;
  const [opened, setOpened] = useState<string[]>([]);
  const { guidance, evidence } = guidanceText(item.guidance, language);
  const basis = scheme.legalBasis.map((one) => legalBasisInFull(one, language)).join('; ');
  const lines = [
    ...(guidance ? [guidance] : []),
    ...(basis ? [`${texts.basis}: ${basis}`] : []),
    ...sourceNotes(scheme, item, language),
    ...(evidence ? [`${texts.evidence}: ${evidence}`] : []),
  ];
  return (
    <Accordion multiple order={3} value={opened} onChange={setOpened}>
      {lines.length > 0 ? (
        <Accordion.Item value="guidance">
          <Accordion.Control>{texts.guidance}</Accordion.Control>
          <Accordion.Panel>
            {lines.map((line) => (
              <Text size="sm" key={line} mb="xs">
                {line}
              </Text>
            ))}
          </Accordion.Panel>
        </Accordion.Item>
      ) : null}
      <Accordion.Item value={HISTORY}>
        <Accordion.Control>{texts.history}</Accordion.Control>
        <Accordion.Panel>{opened.includes(HISTORY) ? <History item={item} /> : null}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
