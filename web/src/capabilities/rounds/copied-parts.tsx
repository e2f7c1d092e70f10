import { Button, Group, List, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';

import { EditionName } from '../editions/edition-name.tsx';

import type { PagePart, PartProps } from './parts.ts';
import { confirmPart, type Round, roundAnswered } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

type RoundPart = Round['unconfirmed'][number];

/** Where a copied part is shown; title and edition are on this page. */
const SEEN_IN: Readonly<Record<RoundPart, PagePart | undefined>> = {
  title: undefined,
  edition: undefined,
  participants: 'participants',
  exclusions: 'exclusions',
  domainOwners: 'domainOwners',
  steps: 'calendar',
};

/** Parts copied from an earlier round, each until somebody confirms it. */
export function CopiedParts({ round, goTo }: PartProps) {
  const texts = useTexts(roundTexts);
  const [confirmed, setConfirmed] = useState<RoundPart>();
  const confirm = useAct(
    (part: RoundPart) => {
      setConfirmed(part);
      return confirmPart(round.id, part, round.version);
    },
    { refresh: roundAnswered },
  );
  const told: Readonly<Partial<Record<RoundPart, ReactNode>>> = {
    title: round.title,
    edition: round.edition === null ? texts.facts.noEdition : <EditionName id={round.edition} />,
  };
  return (
    <Section title={texts.copied.title} lead={texts.copied.lead}>
      <Outcome error={confirm.error} load={confirm.load} />
      {confirm.isSuccess && confirmed ? (
        <Arrival of={confirm.data}>
          <Notice kind="good">{texts.copied.confirmed(texts.copied.parts[confirmed])}</Notice>
        </Arrival>
      ) : null}
      <List listStyleType="none" spacing="xs">
        {round.unconfirmed.map((part) => {
          const name = texts.copied.parts[part];
          const seen = SEEN_IN[part];
          return (
            <List.Item key={part}>
              <Group gap="sm">
                <Text miw="14rem">
                  {name}
                  {told[part] === undefined ? null : <>: {told[part]}</>}
                </Text>
                {seen ? (
                  <Button size="xs" variant="default" onClick={() => goTo(seen)} aria-label={`${texts.copied.look}: ${name}`}>
                    {texts.copied.look}
                  </Button>
                ) : null}
                <Button
                  size="xs"
                  loading={confirm.isPending && confirmed === part}
                  onClick={() => confirm.mutate(part)}
                  aria-label={texts.copied.confirmPart(name)}
                >
                  {texts.copied.confirm}
                </Button>
              </Group>
            </List.Item>
          );
        })}
      </List>
    </Section>
  );
}
