import { Stack } from '@mantine/core';
import { useState } from 'react';
import { DecisionFields, type DecisionValues, decisionOf, NO_DECISION } from '../../../kit/fields/decision-fields.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { FilesInput } from '../../rounds/files-input.tsx';
import type { RoundFile } from '../../rounds/queries/documents.ts';
import { publishNotice } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { WordsForm } from './words-form.tsx';

/** An announcement for the whole round: its words, and number, date and attachments where it has any. */
export function AnnouncementForm({ round }: { readonly round: string }) {
  const texts = useTexts(noticeTexts);
  const [paper, setPaper] = useState<DecisionValues>(NO_DECISION);
  const [files, setFiles] = useState<readonly RoundFile[]>([]);
  const said = { document: decisionOf(paper) ?? null, files: files.map(({ id }) => id) };
  return (
    <WordsForm
      title={texts.publishAnnouncement}
      more={texts.ofRoundLead}
      submit={texts.publish}
      beside={said}
      send={async (id, text) => {
        await publishNotice(round, { id, kind: 'announcement', item: null, text, ...said });
        setPaper(NO_DECISION);
        setFiles([]);
      }}
    >
      <Stack gap="sm">
        <DecisionFields labels={{ number: texts.paperNumber, date: texts.paperDate }} value={paper} onChange={setPaper} />
        <FilesInput round={round} files={files} onChange={setFiles} />
      </Stack>
    </WordsForm>
  );
}
