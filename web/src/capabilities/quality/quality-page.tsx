import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { newSecondMarking } from '@parindex/core/contracts/schemas/quality';
import { LEAST_PAIRS } from '@parindex/core/quality/measures';
import { displayDate } from '@parindex/core/quantity/display';
import { pointsOver } from '@parindex/core/words/points-text';
import { RELIANCE_NAMES } from '@parindex/core/words/quality-words';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { Means } from './means.tsx';
import { drawSecondMarking, fetchQualityWorkbook, giveSecondMarksAnew, type Quality, qualityChanged, qualityQuery } from './queries/quality.ts';
import { coefficientText, differenceText } from './share-text.ts';
import { qualityTexts } from './texts/quality.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh/chat-luong');

/** How well the items of a round are appraised: agreement, severity, drift, what was changed; and the samples that are marked a second time. */
export function QualityPage() {
  const texts = useTexts(qualityTexts);
  const { round } = route.useParams();
  const { data, error, refetch } = useQuery(qualityQuery(round));
  const take = useAct(() => fetchQualityWorkbook(round), { onDone: (file) => saveFile(file, `chat-luong-tham-dinh-${round}.xlsx`) });
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {texts.workbook}
        </Button>
      }
    >
      <Outcome error={take.error} />
      {data ? <Measures quality={data} /> : <NotLoaded error={error} retry={refetch} />}
    </PageOfRound>
  );
}

function Measures({ quality }: { quality: Quality }) {
  const texts = useTexts(qualityTexts);
  if (quality.list.pieces === 0 && quality.draws.length === 0) return <Text size="sm">{texts.nothing}</Text>;
  const { persons, weeks } = quality;
  return (
    <>
      <Draws quality={quality} />
      <AgreementOf quality={quality} />
      <Section title={texts.persons.title}>
        <Stack>
          <Means
            title={texts.persons.paired}
            note={texts.persons.pairedNote}
            head={texts.persons.person}
            rows={persons.map(({ person, paired }) => ({ label: person.name, mean: paired }))}
          />
          <Means
            title={texts.persons.moved}
            note={texts.persons.movedNote}
            head={texts.persons.person}
            rows={persons.map(({ person, moved }) => ({ label: person.name, mean: moved }))}
          />
        </Stack>
      </Section>
      <Section title={texts.weeks.title}>
        <Stack>
          <Means
            title={texts.weeks.paired}
            note={texts.weeks.pairedNote}
            head={texts.weeks.week}
            rows={weeks.map(({ week, paired }) => ({ label: texts.weeks.weekOf(displayDate(week)), mean: paired }))}
          />
          <Means
            title={texts.weeks.moved}
            note={texts.weeks.movedNote}
            head={texts.weeks.week}
            rows={weeks.map(({ week, moved }) => ({ label: texts.weeks.weekOf(displayDate(week)), mean: moved }))}
          />
        </Stack>
      </Section>
      <Apart quality={quality} />
      <Changed quality={quality} />
    </>
  );
}

/** Below this many pairs an interval is too wide to go by. */
const ENOUGH_PAIRS = 30;

function AgreementOf({ quality: { agreement } }: { quality: Quality }) {
  const texts = useTexts(qualityTexts).agreement;
  const reliances = useTexts(RELIANCE_NAMES);
  const { language } = useLanguage();
  const { pairs, same, apart, alpha, intraclass } = agreement;
  const count = (value: number) => formatCount(value, language);
  const told = (of: { readonly value: number; readonly interval: { readonly low: number; readonly high: number } | null }) =>
    `${coefficientText(of.value, language)} (${of.interval ? texts.interval(coefficientText(of.interval.low, language), coefficientText(of.interval.high, language)) : texts.noInterval})`;
  return (
    <Section title={texts.title}>
      <Stack gap="xs">
        <Text size="sm">{apart === null ? texts.none : texts.same(count(same), count(pairs), differenceText(apart, language).replace('+', ''))}</Text>
        {pairs > 0 && pairs < LEAST_PAIRS ? <Notice kind="note">{texts.few(count(LEAST_PAIRS))}</Notice> : null}
        {pairs >= LEAST_PAIRS && !alpha ? <Notice kind="note">{texts.alike}</Notice> : null}
        {alpha && pairs < ENOUGH_PAIRS ? <Notice kind="note">{texts.wide}</Notice> : null}
        {alpha ? (
          <div>
            <Text size="sm" component="div">
              {texts.alpha}: <strong>{told(alpha)}</strong> <StateBadge tone={TONES[alpha.reliance]}>{reliances[alpha.reliance]}</StateBadge>
            </Text>
            <Text size="sm" c="dimmed">
              {texts.alphaMeans}
            </Text>
          </div>
        ) : null}
        {intraclass ? (
          <div>
            <Text size="sm">
              {texts.intraclass}: <strong>{told(intraclass)}</strong>
            </Text>
            <Text size="sm" c="dimmed">
              {texts.intraclassMeans}
            </Text>
          </div>
        ) : null}
      </Stack>
    </Section>
  );
}

const TONES = { reliable: 'good', tentative: 'warn', unreliable: 'bad' } as const;

function Apart({ quality }: { quality: Quality }) {
  const texts = useTexts(qualityTexts);
  const { language } = useLanguage();
  const { apart, round } = quality;
  if (quality.agreement.pairs === 0) return null;
  const marked = (of: Quality['apart'][number]['first']) => texts.apart.by(pointsOver(of, quality, language), of.person.name);
  return (
    <Section title={texts.apart.title}>
      {apart.length === 0 ? (
        <Text size="sm">{texts.apart.none}</Text>
      ) : (
        <Table
          caption={texts.apart.title}
          keyOf={({ body, item, first, second }) => [body.id, item.code, first.person.id, second.person.id].join(' ')}
          rows={apart.slice(0, MOST_APART)}
          dense
          columns={[
            {
              key: 'item',
              title: texts.changed.item,
              names: true,
              cell: ({ body, item }) => (
                <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round, body: body.id }} search={{ item: item.code }}>
                  {texts.changed.named(item.code, item.title)}
                </Link>
              ),
            },
            { key: 'body', title: texts.changed.body, cell: ({ body }) => body.name },
            { key: 'first', title: texts.apart.first, cell: ({ first }) => marked(first) },
            { key: 'second', title: texts.apart.second, cell: ({ second }) => marked(second) },
            { key: 'apart', title: texts.apart.difference, align: 'right', cell: ({ apart: by }) => differenceText(by, language) },
          ]}
        />
      )}
    </Section>
  );
}

/** The workbook has all. */
const MOST_APART = 20;

function Changed({ quality: { bodies, items } }: { quality: Quality }) {
  const texts = useTexts(qualityTexts).changed;
  const { language } = useLanguage();
  const columns = [
    { key: 'decided', title: texts.decided, align: 'right', cell: ({ decided }: { decided: number }) => formatCount(decided, language) },
    { key: 'changed', title: texts.changed, align: 'right', cell: ({ changed }: { changed: number }) => formatCount(changed, language) },
    {
      key: 'share',
      title: texts.share,
      align: 'right',
      cell: ({ decided, changed }: { decided: number; changed: number }) => formatPercent(changed, decided, language),
    },
  ] as const;
  return (
    <Section title={texts.title}>
      <Stack>
        <div>
          <Text fw={600}>{texts.byBody}</Text>
          <Table
            caption={texts.byBody}
            keyOf={({ body }) => body.id}
            rows={bodies}
            dense
            columns={[{ key: 'body', title: texts.body, names: true, cell: ({ body }) => body.name }, ...columns]}
          />
        </div>
        <div>
          <Text fw={600}>{texts.byItem}</Text>
          <Table
            caption={texts.byItem}
            keyOf={({ item }) => item.code}
            rows={items}
            dense
            columns={[{ key: 'item', title: texts.item, names: true, cell: ({ item }) => texts.named(item.code, item.title) }, ...columns]}
          />
        </div>
      </Stack>
    </Section>
  );
}

function Draws({ quality }: { quality: Quality }) {
  const texts = useTexts(qualityTexts).draws;
  const { language } = useLanguage();
  const [drawing, setDrawing] = useState(false);
  const [done, setDone] = useState<string>();
  const { draws, mayDraw, list } = quality;
  const count = (value: number) => formatCount(value, language);
  return (
    <Section
      title={texts.title}
      actions={
        mayDraw && !drawing && list.pieces > 0 ? (
          <Button
            onClick={() => {
              setDone(undefined);
              setDrawing(true);
            }}
          >
            {texts.open}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <Outcome done={done} />
        {drawing ? (
          <DrawForm
            quality={quality}
            onDone={(said) => {
              setDrawing(false);
              setDone(said);
            }}
          />
        ) : null}
        {draws.length === 0 ? (
          <Text size="sm">{texts.none}</Text>
        ) : (
          <Table
            caption={texts.title}
            keyOf={({ id }) => id}
            rows={draws}
            dense
            columns={[
              { key: 'at', title: texts.at, names: true, cell: ({ at }) => formatMoment(at) },
              { key: 'by', title: texts.by, cell: ({ by }) => by.name },
              { key: 'seed', title: texts.seed, cell: ({ seed }) => seed },
              {
                key: 'drawn',
                title: texts.drawn,
                cell: ({ drawn, listed, nobody }) => `${texts.of(count(drawn), count(listed))}${nobody > 0 ? `; ${texts.nobody(count(nobody))}` : ''}`,
              },
              { key: 'marked', title: texts.marked, align: 'right', cell: ({ marked }) => count(marked) },
            ]}
          />
        )}
        {draws.map((draw) => (draw.nobody > 0 ? <Unmarked key={draw.id} quality={quality} draw={draw} onDone={setDone} /> : null))}
      </Stack>
    </Section>
  );
}

interface UnmarkedProps {
  readonly quality: Quality;
  readonly draw: Quality['draws'][number];
  readonly onDone: (said: string) => void;
}

/** What nobody marks of a draw, why it was handed back, and that others are drawn for it. */
function Unmarked({ quality: { round, mayDraw, items }, draw, onDone }: UnmarkedProps) {
  const texts = useTexts(qualityTexts);
  // What is drawn was appraised, so that it stands there with its title.
  const titleOf = (code: string) => items.find(({ item }) => item.code === code)?.item.title ?? '';
  const { language } = useLanguage();
  const act = useAct(() => giveSecondMarksAnew(round, draw.id), {
    refresh: (client) => qualityChanged(client, round),
    onDone: () => onDone(texts.draws.givenAnew),
  });
  return (
    <Stack gap="xs">
      {draw.returned.length > 0 ? (
        <Table
          caption={texts.draws.returned}
          keyOf={({ body, item, by }) => `${body.id} ${item} ${by.id}`}
          rows={draw.returned}
          dense
          columns={[
            { key: 'item', title: texts.changed.item, names: true, cell: ({ item }) => texts.changed.named(item, titleOf(item)) },
            { key: 'body', title: texts.changed.body, cell: ({ body }) => body.name },
            { key: 'by', title: texts.draws.returnedBy, cell: ({ by, at }) => `${by.name}, ${formatMoment(at)}` },
            { key: 'reason', title: texts.draws.why, least: '14rem', cell: ({ reason }) => reason },
          ]}
        />
      ) : null}
      <Outcome error={act.error} />
      {mayDraw ? (
        <Button variant="default" w="fit-content" loading={act.isPending} onClick={() => act.mutate()}>
          {texts.draws.giveAnew(formatCount(draw.nobody, language))}
        </Button>
      ) : null}
    </Stack>
  );
}

/** Of the list, as much as is offered first: one in ten. */
const FIRST_SHARE = 0.1;

function DrawForm({ quality: { round, list }, onDone }: { quality: Quality; onDone: (said?: string) => void }) {
  const texts = useTexts(qualityTexts).draws;
  const { language } = useLanguage();
  const idOf = useRequestId();
  const [count, setCount] = useState<number | string>(Math.max(1, Math.ceil(list.pieces * FIRST_SHARE)));
  const [seed, setSeed] = useState('');
  const draw = useAct(
    () => drawSecondMarking(round, { id: idOf(seed.trim(), count, list.hash), seed: seed.trim(), count: Number(count), listHash: list.hash }),
    {
      refresh: (client) => qualityChanged(client, round),
      onDone: () => onDone(texts.done),
      // Others may be decided by now: the list is another.
      onRefused: (_, client) => qualityChanged(client, round),
    },
  );
  const complete = seed.trim() !== '' && Number.isInteger(Number(count)) && Number(count) >= 1 && Number(count) <= list.pieces;
  return (
    <InlineForm title={texts.open} of="draw" submit={texts.submit} act={draw} disabled={!complete} onSubmit={() => draw.mutate()} onCancel={() => onDone()}>
      <Text size="sm">{texts.lead(formatCount(list.pieces, language), formatCount(list.markers, language))}</Text>
      <Group align="start" grow>
        <NumberInput label={texts.count} required min={1} max={list.pieces} allowDecimal={false} value={count} onChange={setCount} />
        <TextInput
          label={texts.seed}
          description={texts.seedMore}
          required
          maxLength={limitsOf(newSecondMarking).seed.maxLength}
          value={seed}
          onChange={({ currentTarget }) => setSeed(currentTarget.value)}
        />
      </Group>
    </InlineForm>
  );
}
