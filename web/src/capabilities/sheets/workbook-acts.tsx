import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { useAct } from '../../kit/use-act.ts';
import { fetchWorkbook, previewWorkbook, type WorkbookPreview } from './queries/workbooks.ts';
import { useSheet } from './sheet-at-work.tsx';
import { workbookTexts } from './texts/workbook.ts';
import { WorkbookDialog } from './workbook-dialog.tsx';

/** Downloads the sheet as a workbook, and uploads it again. */
export function WorkbookActs() {
  const texts = useTexts(workbookTexts);
  const { sheet, editable } = useSheet();
  const { round, body } = sheet;
  // Reset, so that the same file can be chosen again after a correction.
  const forgetFile = useRef<() => void>(null);
  const [loaded, setLoaded] = useState<{ readonly name: string; readonly preview: WorkbookPreview } | null>(null);
  const take = useAct(() => fetchWorkbook(round, body), { onDone: (file) => saveFile(file, `bang-diem-${body}.xlsx`) });
  const bring = useAct(async (file: File) => ({ name: file.name, preview: await previewWorkbook(round, body, file) }), {
    onDone: setLoaded,
    onEnd: () => forgetFile.current?.(),
  });
  return (
    <>
      <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
        {texts.download}
      </Button>
      {editable ? (
        <FileButton accept=".xlsx" onChange={(file) => file && bring.mutate(file)} resetRef={forgetFile}>
          {(opener) => (
            <Button variant="default" loading={bring.isPending} {...opener}>
              {texts.load}
            </Button>
          )}
        </FileButton>
      ) : null}
      <Outcome error={take.error ?? bring.error} />
      {loaded ? <WorkbookDialog name={loaded.name} preview={loaded.preview} onClose={() => setLoaded(null)} /> : null}
    </>
  );
}
