import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Tile, Tiles } from '../../kit/page/tile.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { DistributeForm, GiveForm, HandOverForm } from './distribution-forms.tsx';
import { type Distribution, distributionQuery, type Office, personsChanged, takeSharesBack } from './queries/persons.ts';
import { distributionTexts } from './texts/distribution.ts';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tham-dinh/phan-cong');

/** What the people of an appraising body have been given, for whoever distributes there. */
export function DistributionPage() {
  const texts = useTexts(distributionTexts);
  const { round } = route.useParams();
  const { office } = route.useSearch();
  const { data, error, refetch } = useQuery(distributionQuery(round, office));
  return (
    <PageOfRound round={round} title={texts.title} lead={texts.lead}>
      {data ? <Work key={data.office.id} round={round} distribution={data} /> : <NotLoaded error={error} retry={refetch} />}
    </PageOfRound>
  );
}

/** Which form is open: to give, to distribute, or to hand over what a person has. */
type Doing = 'give' | 'distribute' | { readonly from: string } | undefined;

function Work({ round, distribution: { offices, office } }: { round: string; distribution: Distribution }) {
  const texts = useTexts(distributionTexts);
  const navigate = route.useNavigate();
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  const form = {
    ...{ round, office },
    onDone: (said?: string) => {
      setDoing(undefined);
      setDone(said);
    },
  };
  const begin = (what: Doing) => {
    setDone(undefined);
    setDoing(what);
  };
  const from = typeof doing === 'object' ? office.persons.find(({ id }) => id === doing.from) : undefined;
  return (
    <>
      {offices.length > 1 ? (
        <Select
          label={texts.office}
          maw="30rem"
          searchable
          allowDeselect={false}
          data={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={office.id}
          onChange={(chosen) => void navigate({ search: chosen === null ? {} : { office: chosen }, replace: true })}
        />
      ) : null}
      {office.alone ? <Notice kind="warning">{texts.alone}</Notice> : null}
      <WorkTiles office={office} />
      <Section
        title={texts.persons}
        actions={
          doing === undefined && office.persons.length > 0 ? (
            <>
              <Button onClick={() => begin('distribute')}>{texts.distribute}</Button>
              <Button variant="default" onClick={() => begin('give')}>
                {texts.give}
              </Button>
            </>
          ) : undefined
        }
      >
        <Stack>
          <Outcome done={done} />
          {doing === 'give' ? <GiveForm {...form} /> : null}
          {doing === 'distribute' ? <DistributeForm {...form} /> : null}
          {from ? <HandOverForm {...form} from={from} /> : null}
          <Persons office={office} idle={doing === undefined} onHandOver={(id) => begin({ from: id })} />
        </Stack>
      </Section>
      <Shares round={round} office={office} onDone={setDone} />
    </>
  );
}

function WorkTiles({ office }: { office: Office }) {
  const texts = useTexts(distributionTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const ungiven = office.ungiven.pieces - office.ungiven.decided;
  return (
    <Tiles label={texts.tiles}>
      <Tile label={texts.all} value={count(office.pieces)} more={texts.allMore(count(office.items.length), count(office.bodies.length))} tone="quiet" />
      <Tile label={texts.decided} value={count(office.decided)} more={texts.of(count(office.pieces))} tone="good" />
      <Tile label={texts.ungiven} value={count(ungiven)} more={texts.of(count(office.pieces - office.decided))} tone={ungiven > 0 ? 'act' : 'good'} />
    </Tiles>
  );
}

interface PersonsProps {
  readonly office: Office;
  readonly idle: boolean;
  readonly onHandOver: (person: string) => void;
}

function Persons({ office, idle, onHandOver }: PersonsProps) {
  const texts = useTexts(distributionTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const names = new Map(office.bodies.map(({ id, name }) => [id, name]));
  if (office.persons.length === 0) return <Text size="sm">{texts.nobody}</Text>;
  return (
    <Table
      caption={texts.persons}
      keyOf={({ id }) => id}
      rows={office.persons}
      dense
      columns={[
        { key: 'person', title: texts.person, names: true, cell: ({ name }) => name },
        { key: 'has', title: texts.has, align: 'right', cell: ({ pieces }) => count(pieces) },
        {
          key: 'decided',
          title: texts.decided,
          align: 'right',
          least: '8rem',
          cell: ({ pieces, decided }) => (
            <>
              {texts.overTotal(count(decided), count(pieces))}
              <Bar share={pieces === 0 ? 1 : decided / pieces} as={decided === pieces ? 'good' : 'act'} />
            </>
          ),
        },
        { key: 'left', title: texts.left, align: 'right', cell: ({ pieces, decided }) => count(pieces - decided) },
        {
          key: 'causes',
          title: texts.causes,
          least: '12rem',
          cell: ({ causes }) => (causes.length === 0 ? '–' : causes.map((id) => names.get(id) ?? id).join(', ')),
        },
        {
          key: 'acts',
          title: texts.acts,
          cell: ({ id, name, pieces, decided }) =>
            idle && pieces > decided && office.persons.length > 1 ? (
              <Button size="compact-sm" variant="default" aria-label={texts.handOverTitle(name)} onClick={() => onHandOver(id)}>
                {texts.handOver}
              </Button>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

/** How many shares are shown at first: a distribution piece by piece makes thousands. */
const SHOWN_AT_FIRST = 50;

interface SharesProps {
  readonly round: string;
  readonly office: Office;
  readonly onDone: (said: string | undefined) => void;
}

function Shares({ round, office, onDone }: SharesProps) {
  const texts = useTexts(distributionTexts);
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const names = new Map(office.bodies.map(({ id, name }) => [id, name]));
  const takeBack = useAct((id: string) => takeSharesBack(round, office.id, [id]), {
    refresh: (client) => personsChanged(client, round),
    onDone: () => onDone(texts.takenBack),
  });
  const called = ({ item, body }: Office['shares'][number]) => {
    const name = body === null ? '' : (names.get(body) ?? body);
    if (item === null) return texts.everyItem(name);
    return body === null ? texts.everyBody(item) : texts.pair(item, name);
  };
  const count = (value: number) => formatCount(value, language);
  const shown = all ? office.shares : office.shares.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={texts.shares}>
      <Outcome error={takeBack.error} />
      {office.shares.length === 0 ? (
        <Text size="sm">{texts.noShares}</Text>
      ) : (
        <Stack>
          <Table
            caption={texts.shares}
            keyOf={({ id }) => id}
            rows={shown}
            dense
            columns={[
              { key: 'share', title: texts.share, names: true, least: '14rem', cell: called },
              { key: 'person', title: texts.person, cell: ({ person }) => person.name },
              { key: 'progress', title: texts.progress, align: 'right', cell: ({ decided, pieces }) => texts.overTotal(count(decided), count(pieces)) },
              { key: 'by', title: texts.givenBy, cell: ({ assignedBy }) => assignedBy.name },
              {
                key: 'acts',
                title: texts.acts,
                cell: (share) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={texts.takeBackOf(called(share), share.person.name)}
                    loading={takeBack.isPending && takeBack.variables === share.id}
                    onClick={() => takeBack.mutate(share.id)}
                  >
                    {texts.takeBack}
                  </Button>
                ),
              },
            ]}
          />
          {shown.length < office.shares.length ? (
            <Group>
              <Button variant="default" onClick={() => setAll(true)}>
                {texts.andMore(count(office.shares.length - shown.length))}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Section>
  );
}
