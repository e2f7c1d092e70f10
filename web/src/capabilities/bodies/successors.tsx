import { Text } from '@mantine/core';
import { Link } from '../../kit/page/link.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { BodyRow } from './queries/bodies.ts';
import { bodiesTexts } from './texts/bodies.ts';

/** The successors of a body, since when, by which decision. */
export function Successors({ became: { body, changedOn, decision, partly } }: { became: BodyRow['became'][number] }) {
  const texts = useTexts(bodiesTexts);
  const { decision: decided } = useTexts(controlTexts);
  const more = [changedOn === null ? [] : texts.since(formatDay(changedOn)), decision === null ? [] : texts.by(decided(decision.number, decision.date))].flat();
  return (
    <Text size="sm">
      {partly ? texts.becamePartly : texts.became}{' '}
      <Link to="/lam-viec/co-quan/$body" params={{ body: body.id }}>
        {body.name}
      </Link>
      {more.length > 0 ? `, ${more.join(', ')}` : ''}
    </Text>
  );
}
