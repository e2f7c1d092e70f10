import { Button, Code, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatBytes, formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type AnswersFile, type AnswersGroup, answersFileAddress, answersFilesQuery, freeTextsAddress } from './queries/answers.ts';
import { answersTexts } from './texts/answers.ts';

/** While a file is being made: how often its hash is asked for, and for how long. */
const ASK_EVERY_MS = 2_000;
const ASK_FOR_MS = 15 * 60_000;

/** A file that was asked for, and when it had been made before. */
interface Asked {
  readonly key: string;
  readonly before: string | undefined;
  readonly at: number;
}

const keyOf = (group: AnswersGroup, { file }: AnswersFile) => `${group.group.id} ${file}`;

/** What a closed survey was answered, as files, with what is in them and what is not; for whoever leads it. */
export function AnswersSection({ round }: { round: string }) {
  const texts = useTexts(answersTexts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const isMaking = (group: AnswersGroup, file: AnswersFile) =>
    asked.some(({ key, before, at }) => key === keyOf(group, file) && file.made?.at === before && Date.now() - at < ASK_FOR_MS);
  const query = useQuery({
    ...answersFilesQuery(round, language),
    refetchInterval: ({ state }) => (state.data?.groups.some((group) => group.files.some((file) => isMaking(group, file))) ? ASK_EVERY_MS : false),
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query}>
        {({ threshold, groups }) => (
          <Stack gap="xl">
            <Text size="sm">{texts.invalid}</Text>
            {groups.map((group) => (
              <Stack key={group.group.id} gap="sm">
                <Title order={3} size="h4">
                  {group.group.title}
                </Title>
                {group.files.length === 0 ? (
                  <Text>{texts.none}</Text>
                ) : (
                  <Text>{texts.within(formatCount(group.responses, language), formatCount(group.bodies, language))}</Text>
                )}
                <LeftOut group={group} threshold={formatCount(threshold, language)} />
                {group.files.length === 0 || group.freeTexts.length === 0 ? null : (
                  <Stack gap={4} align="flex-start">
                    <Text size="sm">{texts.written}</Text>
                    <Button component="a" href={freeTextsAddress(round, group.group.id, language)} download variant="default">
                      {texts.writtenOf(group.group.title)}
                    </Button>
                  </Stack>
                )}
                {group.files.length === 0 ? null : (
                  <Files
                    round={round}
                    group={group}
                    isMaking={(file) => isMaking(group, file)}
                    onAsk={(file) => setAsked((all) => [...all, { key: keyOf(group, file), before: file.made?.at, at: Date.now() }])}
                  />
                )}
              </Stack>
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

/** What is in no file, and why. */
function LeftOut({ group: { leftOut, freeTexts, files }, threshold }: { group: AnswersGroup; threshold: string }) {
  const texts = useTexts(answersTexts);
  const { language } = useLanguage();
  const lines = [
    ...leftOut.map(({ name, responses, reason }) =>
      [
        `${name}: ${responses === null ? texts.tooFew(threshold) : texts.responses(formatCount(responses, language))}`,
        ...(reason === 'takenOut' ? [texts.takenOut] : []),
      ].join(', '),
    ),
    ...(freeTexts.length === 0 || files.length === 0 ? [] : [texts.freeTexts(freeTexts.join('; '))]),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="sm">{texts.leftOut}</Text>
      <List size="sm" aria-label={texts.leftOut}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </>
  );
}

interface FilesProps {
  readonly round: string;
  readonly group: AnswersGroup;
  readonly isMaking: (file: AnswersFile) => boolean;
  readonly onAsk: (file: AnswersFile) => void;
}

const describes = ({ file }: AnswersFile): boolean => file === 'codebook' || file === 'syntax';

function Files({ round, group, isMaking, onAsk }: FilesProps) {
  const texts = useTexts(answersTexts);
  const { language } = useLanguage();
  const columns: Column<AnswersFile>[] = [
    {
      key: 'file',
      title: texts.file,
      names: true,
      least: '16rem',
      cell: ({ file }) => (
        <>
          <Text fw={600} size="sm">
            {texts.names[file]}
          </Text>
          <Text size="sm" fw={400}>
            {texts.about[file]}
          </Text>
        </>
      ),
    },
    {
      key: 'rows',
      title: texts.rows,
      cell: (file) => (describes(file) ? texts.variables : texts.responses)(formatCount(file.rows, language)),
    },
    {
      key: 'sha256',
      title: texts.sha256,
      least: '18rem',
      cell: (file) => <Hash file={file} isMaking={isMaking(file)} />,
    },
    {
      key: 'act',
      title: texts.act,
      cell: (file) => (
        <Button
          component="a"
          href={answersFileAddress(round, group.group.id, file.file, language)}
          download
          variant="default"
          aria-label={texts.actOf(texts.names[file.file], group.group.title)}
          onClick={() => {
            if (!describes(file)) onAsk(file);
          }}
        >
          {texts.act}
        </Button>
      ),
    },
  ];
  return <Table caption={texts.caption(group.group.title)} columns={columns} rows={group.files} keyOf={({ file }) => file} />;
}

function Hash({ file, isMaking }: { file: AnswersFile; isMaking: boolean }) {
  const texts = useTexts(answersTexts);
  const { language } = useLanguage();
  if (isMaking) return <Text size="sm">{texts.making}</Text>;
  if (file.made === null) return <Text size="sm">{texts.notMade}</Text>;
  const { at, bytes, sha256 } = file.made;
  const size = formatBytes(bytes, language);
  return (
    <Stack gap="xs" align="flex-start">
      <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{sha256}</Code>
      <Text size="sm">{describes(file) ? texts.size(size) : texts.madeAt(formatMoment(at), size)}</Text>
      <CopyButton text={sha256} label={texts.copy} />
    </Stack>
  );
}
