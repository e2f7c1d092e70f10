import { Box, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { documentName, versionOf } from '../../capabilities/evidence/document-name.ts';
import { documentQuery } from '../../capabilities/evidence/queries/documents.ts';
import { viewerTexts } from '../../capabilities/evidence/texts/viewer.ts';
import { DocumentViewer } from '../../capabilities/evidence/viewer/document-viewer.tsx';
import { pressInViewer } from '../../capabilities/evidence/viewer/viewer-keys.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { CitePage } from './cite-page.tsx';

interface DocumentPaneProps {
  /** The item beside which it is read. */
  readonly item: string | undefined;
  readonly id: string;
  readonly version: number | undefined;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
}

/** A cited document beside the item that it proves. */
export function DocumentPane({ item, id, version: wanted, page, onPage, onClose }: DocumentPaneProps) {
  const texts = useTexts(viewerTexts);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const { data: document, error, refetch } = useQuery(documentQuery({ round: sheet.round, body: sheet.body }, id));
  const version = document && versionOf(document, wanted);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    // What is read has keys of its own, and in a field arrows move within the text.
    else if (!(event.target as Element).closest('.viewer, input')) pressInViewer(event, { page, pages: version?.file?.pages ?? 1, onPage, zooming: undefined });
  };
  return (
    // Around what takes the focus, so that its keys hold at once.
    <Box onKeyDown={press}>
      <Arrival of={id}>
        <Paper withBorder p="sm">
          <Stack gap="sm">
            <Group justify="space-between" align="flex-start" gap="xs">
              <Title order={2} size="h5" flex="1 1 14rem" style={{ overflowWrap: 'anywhere' }}>
                {document ? documentName(document, version, language) : texts.title}
              </Title>
              <Group gap={4}>
                {item !== undefined && version?.file ? <CitePage item={item} document={id} version={version.number} page={page} /> : null}
                <LinkButton
                  size="compact-sm"
                  variant="default"
                  to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem"
                  params={{ ...sheet, document: id }}
                  search={{ ...(wanted === undefined ? {} : { version: wanted }), page, ...(item === undefined ? {} : { item }) }}
                  preload={false}
                >
                  {texts.ownPage}
                </LinkButton>
                <Button size="compact-sm" variant="default" onClick={onClose}>
                  {texts.close}
                </Button>
              </Group>
            </Group>
            {document ? (
              version ? (
                <DocumentViewer
                  key={`${id} ${version.number}`}
                  round={sheet.round}
                  body={sheet.body}
                  document={document}
                  version={version}
                  page={page}
                  onPage={onPage}
                />
              ) : (
                <Notice kind="warning">{texts.noVersion(wanted ?? 1)}</Notice>
              )
            ) : (
              <NotLoaded error={error} retry={refetch} />
            )}
          </Stack>
        </Paper>
      </Arrival>
    </Box>
  );
}
