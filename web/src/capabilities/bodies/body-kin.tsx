import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { Body } from './queries/bodies.ts';
import { bodyTexts } from './texts/body.ts';

/** Predecessors and successors, since when, by which decision. */
export function BodyKin({ body: { predecessors, successors } }: { body: Body }) {
  const texts = useTexts(bodyTexts);
  return (
    <Section title={texts.kin}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Passings title={texts.predecessors} none={texts.noPredecessors} passings={predecessors} />
        <Passings title={texts.successors} none={texts.noSuccessors} passings={successors} />
      </SimpleGrid>
    </Section>
  );
}

function Passings({ title, none, passings }: { title: string; none: string; passings: Body['successors'] }) {
  const texts = useTexts(bodyTexts);
  const { decision: decided } = useTexts(controlTexts);
  const more = ({ changedOn, decision, partly, status }: Body['successors'][number]) =>
    [
      changedOn === null ? [] : texts.since(formatDay(changedOn)),
      partly ? texts.partly : [],
      decision === null ? [] : texts.by(decided(decision.number, decision.date)),
      status === null ? [] : status,
    ]
      .flat()
      .map((part) => `, ${part}`)
      .join('');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      {passings.length === 0 ? <Text size="sm">{none}</Text> : null}
      <List size="sm">
        {passings.map((one) => (
          <List.Item key={`${one.body.id} ${one.changedOn}`}>
            <Link to="/lam-viec/co-quan/$body" params={{ body: one.body.id }}>
              {one.body.name}
            </Link>
            {more(one)}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
