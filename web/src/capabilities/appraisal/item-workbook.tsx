import { Button, Group, List } from '@mantine/core';
import { useState } from 'react';
import { askForFile } from '../../kit/acts/ask-for-file.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { WrittenLines } from './item-workbook-dialog.tsx';
import type { ItemAppraisal } from './queries/appraisal.ts';
import { fetchItemWorkbook, type ItemWorkbookPreview, previewItemWorkbook } from './queries/item-workbook.ts';
import { itemWorkbookTexts } from './texts/item-workbook.ts';

const ItemWorkbookDialog = later(async () => (await import('./item-workbook-dialog.tsx')).ItemWorkbookDialog, { fallback: null });

/** Downloads one item over all bodies as a workbook, and loads it again. */
export function ItemWorkbook({ appraisal: { round, item } }: { appraisal: ItemAppraisal }) {
  const texts = useTexts(itemWorkbookTexts);
  const { language } = useLanguage();
  const [loaded, setLoaded] = useState<{ readonly name: string; readonly preview: ItemWorkbookPreview } | null>(null);
  const [written, setWritten] = useState<WrittenLines>();
  const take = useAct(() => fetchItemWorkbook(round, item.code), { onDone: (file) => saveFile(file, `tham-dinh-tieu-chi-${item.code}.xlsx`) });
  const bring = useAct(async (file: File) => ({ name: file.name, preview: await previewItemWorkbook(round, item.code, file) }), { onDone: setLoaded });
  return (
    <>
      <Group gap="xs" className="screen-only">
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {texts.download}
        </Button>
        <Button variant="default" loading={bring.isPending} onClick={() => askForFile('.xlsx', (file) => bring.mutate(file))}>
          {texts.load}
        </Button>
      </Group>
      <Outcome error={take.error ?? bring.error} done={written && written.count > 0 ? texts.done(formatCount(written.count, language)) : undefined} />
      {written && written.failed.length > 0 ? (
        <Notice kind="fault" title={texts.failed}>
          <List size="sm">
            {written.failed.map(({ body, why }) => (
              <List.Item key={body}>{texts.line(body, why)}</List.Item>
            ))}
          </List>
        </Notice>
      ) : null}
      {loaded ? (
        <ItemWorkbookDialog
          round={round}
          item={item.code}
          name={loaded.name}
          preview={loaded.preview}
          onDone={(how) => {
            setWritten(how);
            setLoaded(null);
          }}
          onClose={() => setLoaded(null)}
        />
      ) : null}
    </>
  );
}
