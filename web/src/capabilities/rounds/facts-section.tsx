import { Button } from '@mantine/core';
import { RANKING_SHOWN_NAMES } from '@parindex/core/words/ranking-words';
import { useState } from 'react';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { EditionName } from '../editions/edition-name.tsx';
import { FactsForm } from './facts-form.tsx';
import type { PartProps } from './parts.ts';
import { RoundName } from './round-name.tsx';
import { roundTexts } from './texts/rounds.ts';

/** Title, year, edition, and when what happened. */
export function FactsSection({ round, mayChange }: PartProps) {
  const texts = useTexts(roundTexts);
  const sending = texts.deadlineAct;
  const shownNames = useTexts(RANKING_SHOWN_NAMES);
  const { language } = useLanguage();
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(0);
  const facts: [string, React.ReactNode][] = [
    [texts.name, round.title],
    [texts.year, round.year],
    [texts.owner, round.ownerBody.name],
    [
      texts.edition,
      round.edition === null ? (
        texts.facts.noEdition
      ) : (
        <Link key="edition" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: round.edition }}>
          {round.editionState === 'draft' ? texts.editionDraft(round.edition) : <EditionName id={round.edition} />}
        </Link>
      ),
    ],
    [texts.facts.participants, formatCount(round.participants.length, language)],
    [texts.state, texts.states[round.state]],
    [sending.label, sending[round.deadlineAct ?? 'none']],
    [texts.rankingShown, shownNames[round.rankingShown]],
    [texts.ownCauseMonths, String(round.ownCauseMonths)],
    ...(round.copiedFrom === null ? [] : [[texts.facts.copiedFrom, <RoundName key="copied" id={round.copiedFrom} />] as [string, React.ReactNode]]),
    [texts.facts.createdAt, formatMoment(round.createdAt)],
    ...(round.openedAt === null ? [] : [[texts.facts.openedAt, formatMoment(round.openedAt)] as [string, string]]),
    ...(round.closedAt === null ? [] : [[texts.facts.closedAt, formatMoment(round.closedAt)] as [string, string]]),
  ];
  return (
    <Section
      title={texts.facts.title}
      actions={
        mayChange && !changing ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {texts.facts.change}
          </Button>
        ) : undefined
      }
    >
      {saved > 0 && !changing ? (
        <Arrival of={saved}>
          <Notice kind="good">{texts.facts.saved}</Notice>
        </Arrival>
      ) : null}
      {changing ? (
        <FactsForm
          round={round}
          onCancel={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setSaved((count) => count + 1);
          }}
        />
      ) : (
        <Facts facts={facts} />
      )}
    </Section>
  );
}
