import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../client/session.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { giveUpUpload, type Upload, uploadsQuery } from '../../device/uploads/queries.ts';
import { useSendings } from '../../device/uploads/use-uploads.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { uploadTexts } from './texts/uploads.ts';

/** Shown instead of the name of a file that was refused as secret. */
const NAMELESS = '—';

/** Uploads that this window is not sending: earlier unfinished ones, those of colleagues, and recently refused ones. */
export function EarlierUploads({ library }: { library: SheetKey }) {
  const texts = useTexts(uploadTexts);
  const { language } = useLanguage();
  const account = useQuery(sessionQuery).data?.person.id;
  const here = useSendings(library);
  const { data = [] } = useQuery(uploadsQuery(library));
  const giveUp = useAct(giveUpUpload, { onEnd: (client) => client.invalidateQueries({ queryKey: uploadsQuery(library).queryKey }) });
  const mayGiveUp = ({ state, by }: Upload) => state === 'receiving' && by.id === account;
  const uploads = data.filter(({ id }) => !here.some(({ upload }) => upload === id));
  if (uploads.length === 0) return null;
  const told = ({ state, received, bytes, by, refusal }: Upload): string => {
    const sizes = [formatBytes(received, language), formatBytes(bytes, language)] as const;
    if (state === 'receiving') return by.id === account ? texts.unfinished(...sizes) : texts.unfinishedOther(...sizes);
    return state === 'received' ? texts.state.checking : `${texts.state.refused}. ${refusal?.message ?? ''}`;
  };
  return (
    <Section title={texts.earlier} lead={texts.earlierLead}>
      <Outcome error={giveUp.error} />
      <Table
        caption={texts.earlier}
        rows={uploads}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'file',
            title: texts.fileBy,
            names: true,
            least: '7rem',
            cell: ({ name, by }) => (
              <>
                <span style={{ overflowWrap: 'anywhere' }}>{name === NAMELESS ? texts.nameNotKept : name}</span>
                <Text size="sm" c="dimmed">
                  {by.name}
                </Text>
              </>
            ),
          },
          { key: 'about', title: texts.about, least: '9rem', cell: told },
          ...(uploads.some(mayGiveUp)
            ? [
                {
                  key: 'actions',
                  title: texts.actions,
                  cell: (upload: Upload) =>
                    mayGiveUp(upload) ? (
                      <Button size="compact-xs" variant="subtle" onClick={() => giveUp.mutate(upload.id)} aria-label={`${texts.cancel}: ${upload.name}`}>
                        {texts.cancel}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
