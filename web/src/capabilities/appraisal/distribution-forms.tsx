import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { DISTRIBUTED_BY, DISTRIBUTION_WAYS } from '@parindex/core/appraisal/distribute';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import {
  type Distributing,
  type DistributionPreview,
  distributeShares,
  giveShares,
  handSharesOver,
  type Office,
  personsChanged,
  previewQuery,
} from './queries/persons.ts';
import { DISTRIBUTED_BY_NAMES, DISTRIBUTION_WAY_NAMES, distributionTexts } from './texts/distribution.ts';

interface FormProps {
  readonly round: string;
  readonly office: Office;
  readonly onDone: (said?: string) => void;
}

const choices = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));

/** Gives an item, a body, or an item of a body to a person. */
export function GiveForm({ round, office, onDone }: FormProps) {
  const texts = useTexts(distributionTexts);
  const [person, setPerson] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [body, setBody] = useState<string | null>(null);
  const idOf = useRequestId();
  const named = office.persons.find(({ id }) => id === person);
  // Never their own cause: the server refuses it too.
  const bodies = office.bodies.filter(({ id }) => named?.causes.includes(id) !== true);
  const give = useAct(
    () =>
      giveShares(round, office.id, {
        shares: [{ id: idOf(person, item, body), person: person ?? '', ...(item === null ? {} : { item }), ...(body === null ? {} : { body }) }],
      }),
    { refresh: (client) => personsChanged(client, round), onDone: () => onDone(texts.given(named?.name ?? '')) },
  );
  return (
    <InlineForm
      title={texts.give}
      of="give"
      submit={texts.giveSubmit}
      act={give}
      disabled={person === null || (item === null && body === null)}
      onSubmit={() => give.mutate()}
      onCancel={() => onDone()}
    >
      <Select label={texts.person} required searchable data={choices(office.persons)} value={person} onChange={setPerson} />
      <Text size="sm">{texts.giveMore}</Text>
      <Select
        label={texts.item}
        placeholder={texts.any}
        searchable
        clearable
        data={office.items.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))}
        value={item}
        onChange={setItem}
      />
      <Select label={texts.body} placeholder={texts.any} searchable clearable data={choices(bodies)} value={body} onChange={setBody} />
    </InlineForm>
  );
}

/** All that one person has and nobody has decided passes to another. */
export function HandOverForm({ round, office, from, onDone }: FormProps & { from: Office['persons'][number] }) {
  const texts = useTexts(distributionTexts);
  const { language } = useLanguage();
  const [to, setTo] = useState<string | null>(null);
  const others = office.persons.filter(({ id }) => id !== from.id);
  const handOver = useAct(() => handSharesOver(round, office.id, { from: from.id, to: to ?? '' }), {
    refresh: (client) => personsChanged(client, round),
    onDone: ({ left }) => {
      const said = texts.handedOver(others.find(({ id }) => id === to)?.name ?? '');
      onDone(left.length === 0 ? said : `${said} ${texts.stays(formatCount(left.length, language))}`);
    },
  });
  return (
    <InlineForm
      title={texts.handOverTitle(from.name)}
      of={from.id}
      submit={texts.handOver}
      act={handOver}
      disabled={to === null}
      onSubmit={() => handOver.mutate()}
      onCancel={() => onDone()}
    >
      <Select label={texts.to} required searchable data={choices(others)} value={to} onChange={setTo} />
    </InlineForm>
  );
}

const newSeed = () => crypto.randomUUID().slice(0, 8);

/** Distributes what is given to nobody: how, what would come of it, and then so. */
export function DistributeForm({ round, office, onDone }: FormProps) {
  const texts = useTexts(distributionTexts);
  const byNames = useTexts(DISTRIBUTED_BY_NAMES);
  const wayNames = useTexts(DISTRIBUTION_WAY_NAMES);
  const [wanted, setWanted] = useState<Distributing>({ by: 'body', way: 'balanced', seed: newSeed() });
  const [previewed, setPreviewed] = useState<Distributing>();
  const preview = useQuery({ ...previewQuery(round, office.id, previewed ?? wanted), enabled: previewed !== undefined });
  const put = (change: Partial<Distributing>) => {
    setPreviewed(undefined);
    setWanted((before) => ({ ...before, ...change }));
  };
  const distribute = useAct((digest: string) => distributeShares(round, office.id, { ...wanted, digest }), {
    refresh: (client) => personsChanged(client, round),
    onDone: () => onDone(texts.distributed),
    // What stands has changed meanwhile: the preview is another.
    onRefused: (_, client) => personsChanged(client, round),
  });
  const agreed = previewed === undefined ? undefined : preview.data;
  const given = agreed?.persons.some(({ shares }) => shares > 0) === true;
  return (
    <InlineForm
      title={texts.distribute}
      of="distribute"
      submit={texts.agree}
      act={distribute}
      disabled={!given}
      onSubmit={() => agreed && distribute.mutate(agreed.digest)}
      onCancel={() => onDone()}
    >
      <Select
        label={texts.by}
        allowDeselect={false}
        data={DISTRIBUTED_BY.map((value) => ({ value, label: byNames[value] }))}
        value={wanted.by}
        onChange={(chosen) => put({ by: DISTRIBUTED_BY.find((one) => one === chosen) ?? 'body' })}
      />
      <Select
        label={texts.way}
        allowDeselect={false}
        data={DISTRIBUTION_WAYS.map((value) => ({ value, label: wayNames[value] }))}
        value={wanted.way}
        onChange={(chosen) => put({ way: DISTRIBUTION_WAYS.find((one) => one === chosen) ?? 'balanced' })}
      />
      {wanted.way === 'random' ? (
        <TextInput
          label={texts.seed}
          description={texts.seedMore}
          required
          maxLength={100}
          value={wanted.seed}
          onChange={({ currentTarget }) => put({ seed: currentTarget.value })}
        />
      ) : null}
      <Group>
        <Button variant="default" loading={preview.isFetching} disabled={wanted.seed.trim() === ''} onClick={() => setPreviewed(wanted)}>
          {texts.preview}
        </Button>
      </Group>
      {previewed === undefined ? null : agreed ? (
        <Preview office={office} preview={agreed} given={given} />
      ) : (
        <NotLoaded error={preview.error} retry={() => void preview.refetch()} />
      )}
    </InlineForm>
  );
}

/** How many pieces are named that nobody can take. */
const NAMED = 10;

interface PreviewProps {
  readonly office: Office;
  readonly preview: DistributionPreview;
  readonly given: boolean;
}

function Preview({ office, preview: { persons, nobody }, given }: PreviewProps) {
  const texts = useTexts(distributionTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const names = new Map(office.bodies.map(({ id, name }) => [id, name]));
  return (
    <Stack>
      {given ? (
        <Table
          caption={texts.previewTitle}
          keyOf={({ id }) => id}
          rows={persons}
          dense
          columns={[
            { key: 'person', title: texts.person, names: true, cell: ({ name }) => name },
            { key: 'before', title: texts.before, align: 'right', cell: ({ before }) => count(before) },
            { key: 'after', title: texts.after, align: 'right', cell: ({ after }) => count(after) },
          ]}
        />
      ) : (
        <Text size="sm">{texts.nothingToGive}</Text>
      )}
      {nobody.length > 0 ? (
        <Notice kind="warning">
          {texts.untaken(count(nobody.length))}{' '}
          {nobody
            .slice(0, NAMED)
            .map(({ item, body }) => texts.pair(item, names.get(body) ?? body))
            .join('; ')}
          {nobody.length > NAMED ? `; ${texts.andMore(count(nobody.length - NAMED))}` : ''}
        </Notice>
      ) : null}
    </Stack>
  );
}
