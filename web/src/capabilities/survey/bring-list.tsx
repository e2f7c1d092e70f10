import { Button, FileInput, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { fetchRespondentForm, type RespondentsRead, type Survey, sendRespondents, surveyChanged } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

interface BringListProps {
  readonly round: string;
  readonly body: string;
  readonly groups: Survey['groups'];
}

const peopleIn = ({ groups }: RespondentsRead): number => groups.reduce((all, { count }) => all + count, 0);

/** Brings a list from a file: it is checked first, every fault by its line, and taken once there is none. */
export function BringList({ round, body, groups }: BringListProps) {
  const texts = useTexts(surveyTexts).bring;
  const { language } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const form = useAct(() => fetchRespondentForm(round), { onDone: (blob) => saveFile(blob, `danh-sach-lay-y-kien-${round}.xlsx`) });
  const check = useAct((chosen: File) => sendRespondents(round, body, chosen, group ?? undefined, true));
  const take = useAct((chosen: File) => sendRespondents(round, body, chosen, group ?? undefined, false), {
    refresh: (client) => surveyChanged(client, round),
    onDone: () => {
      setFile(null);
      check.reset();
    },
  });
  const begin = () => {
    check.reset();
    take.reset();
  };
  const read = check.data;
  return (
    <CheckedForm
      onSubmit={() => {
        take.reset();
        if (file) check.mutate(file);
      }}
    >
      <Stack>
        <Group justify="space-between" align="flex-start">
          <Stack gap={4} maw="60ch">
            <Text fw={600}>{texts.title}</Text>
            <Text size="sm">{texts.lead}</Text>
          </Stack>
          <Button variant="default" loading={form.isPending} onClick={() => form.mutate()}>
            {texts.form}
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <FileInput
            label={texts.file}
            placeholder={texts.choose}
            accept=".csv,.xlsx"
            required
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              begin();
            }}
          />
          <Select
            label={texts.group}
            description={texts.groupMore}
            clearable
            data={groups.map(({ id, title }) => ({ value: id, label: title }))}
            value={group}
            onChange={(chosen) => {
              setGroup(chosen);
              begin();
            }}
          />
        </SimpleGrid>
        <Outcome error={form.error ?? check.error ?? take.error} done={take.data ? texts.taken(formatCount(peopleIn(take.data), language)) : undefined} />
        {read ? <Read read={read} /> : null}
        <Group>
          <Button type="submit" variant={read?.faultCount === 0 ? 'default' : 'filled'} loading={check.isPending} disabled={!file}>
            {texts.check}
          </Button>
          {file && read?.faultCount === 0 ? (
            <Button loading={take.isPending} onClick={() => take.mutate(file)}>
              {texts.take(formatCount(peopleIn(read), language))}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </CheckedForm>
  );
}

/** What a file came to: its faults by line, and what is to be compared with the original. */
function Read({ read }: { read: RespondentsRead }) {
  const texts = useTexts(surveyTexts).bring;
  const { language } = useLanguage();
  return (
    <Stack>
      <Arrival of={read}>
        {read.faultCount === 0 ? (
          <Notice kind="good">{texts.good(formatCount(peopleIn(read), language))}</Notice>
        ) : (
          <Notice kind="fault">{texts.faults(formatCount(read.faultCount, language))}</Notice>
        )}
      </Arrival>
      {read.faults.length > 0 ? <Lines caption={texts.faultsTable} lines={read.faults} /> : null}
      {read.notices.length > 0 ? <Lines caption={texts.notices} lines={read.notices} titled /> : null}
    </Stack>
  );
}

function Lines({ caption, lines, titled = false }: { caption: string; lines: RespondentsRead['faults']; titled?: boolean }) {
  const texts = useTexts(surveyTexts).bring;
  const numbered = lines.map((line, index) => ({ ...line, index }));
  return (
    <Stack gap="xs">
      {titled ? <Text fw={600}>{caption}</Text> : null}
      <Table
        caption={caption}
        rows={numbered}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: 'place', title: texts.place, names: true, least: '12rem', cell: ({ place }) => place ?? texts.wholeFile },
          { key: 'message', title: texts.message, cell: ({ message }) => message },
        ]}
      />
    </Stack>
  );
}
