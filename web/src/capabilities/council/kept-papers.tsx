import { Anchor, List, Text } from '@mantine/core';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { fileAddress } from '../rounds/queries/documents.ts';
import type { Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

/** The papers as the members got them, and what changed since. */
export function KeptPapers({ round, papers: { convenedAt, files, changes } }: { round: string; papers: NonNullable<Session['papers']> }) {
  const texts = useTexts(councilTexts);
  return (
    <>
      <Text size="sm">
        {texts.keptPapers(formatMoment(convenedAt))}
        {files.map(({ id, kind }) => (
          <Anchor underline="always" key={id} href={fileAddress(round, id)} download inherit ms={4}>
            {kind.toUpperCase()}
          </Anchor>
        ))}
      </Text>
      {changes.length > 0 ? (
        <Notice kind="warning" title={texts.keptChanged}>
          <List size="sm">
            {changes.map((change) => (
              <List.Item key={change}>{change}</List.Item>
            ))}
          </List>
        </Notice>
      ) : null}
    </>
  );
}
