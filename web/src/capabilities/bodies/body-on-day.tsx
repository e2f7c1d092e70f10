import { BODY_KIND_NAMES, BODY_TYPE_NAMES } from '@parindex/core/words/kinds';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { Body } from './queries/bodies.ts';
import { Successors } from './successors.tsx';
import { bodyTexts } from './texts/body.ts';

/** The body on the requested day; a closed one shows its successors. */
export function BodyOnDay({ body }: { body: Body }) {
  const texts = useTexts(bodyTexts);
  const { decision } = useTexts(controlTexts);
  const kinds = useTexts(BODY_KIND_NAMES);
  const types = useTexts(BODY_TYPE_NAMES);
  const { onDay, opened, openedBy, closed, closedBy, ranked, note, names, successors } = body;
  const dated = (day: string | null, by: Body['openedBy'], say: (day: string) => string, none: string) =>
    [day === null ? [] : say(formatDay(day)), by === null ? [] : texts.by(decision(by.number, by.date))].flat().join(', ') || none;
  const there = [
    [texts.name, onDay.name ?? texts.none],
    [texts.type, onDay.type === null ? kinds[body.kind] : (types[onDay.type as keyof typeof types] ?? onDay.type)],
    [texts.code, onDay.code ?? texts.none],
    [texts.region, onDay.region ?? texts.none],
    [texts.block, onDay.block ?? texts.none],
    [texts.above, <Above key="above" above={onDay.above} />],
  ] as const;
  const gone = [texts.lastName, names.at(-1)?.full ?? body.id] as const;
  const always = [
    [texts.opened, dated(opened, openedBy, texts.firstDay, texts.notTold)],
    [texts.closed, dated(closed, closedBy, texts.lastDay, texts.notClosed)],
    [texts.ranked, ranked === null ? texts.unknown : ranked ? texts.isRanked : texts.isNotRanked],
    [texts.note, note ?? texts.noNote],
  ] as const;
  return (
    <Section title={texts.onDay(formatDay(onDay.day))}>
      {onDay.exists ? null : (
        <Notice kind="warning" title={texts.notThere(formatDay(onDay.day))}>
          {closed !== null && closed < onDay.day ? successors.map((one) => <Successors key={`${one.body.id} ${one.changedOn}`} became={one} />) : null}
        </Notice>
      )}
      <Facts facts={[...(onDay.exists ? there : [gone]), ...always]} />
    </Section>
  );
}

function Above({ above }: { above: Body['onDay']['above'] }) {
  const texts = useTexts(bodyTexts);
  if (above.length === 0) return texts.none;
  return above.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <Link to="/lam-viec/co-quan/$body" params={{ body: id }}>
        {name}
      </Link>
    </span>
  ));
}
