import { Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { VERDICT_NAMES } from '@parindex/core/words/conclusions';
import { declaredText } from '@parindex/core/words/scheme-names';
import { useQuery } from '@tanstack/react-query';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStanding } from '../explanation/standing-text.ts';
import { AcceptOfficial } from './accept-official.tsx';
import { ItemWorkbook } from './item-workbook.tsx';
import { type Appraised, type ItemAppraisal, itemAppraisalQuery } from './queries/appraisal.ts';
import { appraisalTexts } from './texts/appraisal.ts';
import { officialTexts } from './texts/official.ts';
import { VERDICT_TONES } from './verdict-tones.ts';

/** One item over all bodies: how it was decided for each, which is how like things are decided alike. */
export function ItemOverBodies({ round, item }: { round: string; item: string }) {
  const texts = useTexts(appraisalTexts);
  const { data, error, refetch } = useQuery(itemAppraisalQuery(round, item));
  return (
    <Stack gap="sm">
      <div>
        <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh" params={{ round }} search={{ by: 'item' }}>
          {texts.allItems}
        </Link>
      </div>
      {data ? <Rows appraisal={data} /> : <NotLoaded error={error} retry={refetch} />}
    </Stack>
  );
}

function Rows({ appraisal }: { appraisal: ItemAppraisal }) {
  const texts = useTexts(appraisalTexts);
  const words = useTexts(officialTexts);
  const { language } = useLanguage();
  const standing = useStanding(appraisal.rounding);
  const { round, item } = appraisal;
  return (
    <section className="card" aria-label={texts.overBodies(item.code, item.title)}>
      <h2>{texts.overBodies(item.code, item.title)}</h2>
      <AcceptOfficial appraisal={appraisal} />
      {appraisal.mine ? <ItemWorkbook appraisal={appraisal} /> : null}
      <Table
        caption={texts.rows}
        keyOf={({ body }) => body.id}
        rows={appraisal.rows}
        dense
        columns={[
          {
            key: 'body',
            title: texts.body,
            names: true,
            cell: ({ body }) => (
              <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round, body: body.id }} search={{ item: item.code, way: 'item' }}>
                {body.name}
              </Link>
            ),
          },
          { key: 'before', title: texts.before, align: 'right', cell: ({ before }) => (before === null ? '–' : displayDecimal(before, language)) },
          { key: 'claimed', title: texts.claimed, align: 'right', cell: ({ claimed }) => standing(claimed) },
          ...(appraisal.rows.some(({ figures }) => figures.some((one) => one.official !== null))
            ? [{ key: 'official', title: words.column, least: '12rem', cell: (row: Row) => <OfficialCell appraisal={appraisal} row={row} /> }]
            : []),
          { key: 'now', title: texts.now, align: 'right', cell: ({ now, verdict }) => (verdict === 'waiting' ? '–' : standing(now)) },
          { key: 'verdict', title: texts.verdict, cell: (row) => <VerdictBadge appraised={row} /> },
          { key: 'who', title: texts.who, least: '14rem', cell: (row) => <LastVerdict appraised={row} /> },
        ]}
      />
    </section>
  );
}

type Row = ItemAppraisal['rows'][number];

/** The official figures of a body, with what it claims where that is otherwise. */
function OfficialCell({ appraisal: { figures: named }, row: { figures } }: { appraisal: ItemAppraisal; row: Row }) {
  const words = useTexts(officialTexts);
  const { language } = useLanguage();
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  const said = (value: string | boolean | null) => (value === null ? words.none : declaredText(value, language));
  const known = figures.flatMap(({ figure, claimed, official }) => (official ? [{ figure, claimed, value: official.value }] : []));
  if (known.length === 0) return <Text size="sm">–</Text>;
  return (
    <>
      {known.map(({ figure, claimed, value }) => {
        const text = claimed === value ? said(value) : words.differs(said(claimed), said(value));
        return (
          <Text size="sm" key={figure}>
            {named.length > 1 ? words.named(titles.get(figure) ?? figure, text) : text}
          </Text>
        );
      })}
    </>
  );
}

export function VerdictBadge({ appraised: { verdict, proposed } }: { appraised: Pick<Appraised, 'verdict'> & { readonly proposed?: Appraised['proposed'] } }) {
  const names = useTexts(VERDICT_NAMES);
  const texts = useTexts(appraisalTexts);
  if (proposed) return <StateBadge tone="act">{texts.proposed}</StateBadge>;
  return <StateBadge tone={VERDICT_TONES[verdict]}>{names[verdict]}</StateBadge>;
}

/** A reason of the list with what was said beside it. */
export const whyText = ({ name, text }: NonNullable<Appraised['last']>['reason']): string =>
  [name, text].filter((part): part is string => typeof part === 'string').join(': ');

/** Who decided last, and why. */
export function LastVerdict({ appraised: { last } }: { appraised: Pick<Appraised, 'last'> }) {
  if (!last) return <Text size="sm">–</Text>;
  const why = whyText(last.reason);
  return (
    <Text size="sm">
      {last.by.name}
      {why === '' ? '' : `. ${why}`}
    </Text>
  );
}
