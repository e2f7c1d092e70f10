import { Text } from '@mantine/core';
import type { BodyRow } from '../../api/bodies.ts';
import { bodiesTexts } from '../../texts/bodies.ts';
import { controlTexts } from '../../texts/controls.ts';
import { formatDay } from '../../texts/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Link } from '../../ui/link.tsx';

/** Who took over, since when, by what decision. */
export function Became({ became: { body, changedOn, decision, partly } }: { became: BodyRow['became'][number] }) {
  const texts = useTexts(bodiesTexts);
  const { decision: decided } = useTexts(controlTexts);
  const more = [changedOn === null ? [] : texts.since(formatDay(changedOn)), decision === null ? [] : texts.by(decided(decision.number, decision.date))].flat();
  return (
    <Text size="sm">
      {partly ? texts.becamePartly : texts.became}{' '}
      <Link inherit to="/lam-viec/co-quan/$body" params={{ body: body.id }}>
        {body.name}
      </Link>
      {more.length > 0 ? `, ${more.join(', ')}` : ''}
    </Text>
  );
}
