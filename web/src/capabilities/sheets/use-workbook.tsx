import { type ReactNode, useState } from 'react';
import { askForFile } from '../../kit/acts/ask-for-file.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { later } from '../../kit/reading/later.tsx';
import { fetchWorkbook, previewWorkbook, type WorkbookPreview } from './queries/workbooks.ts';
import { useSheet } from './sheet-at-work.tsx';

const WorkbookDialog = later(async () => (await import('./workbook-dialog.tsx')).WorkbookDialog, { fallback: null });

interface Workbook {
  readonly download: () => void;
  readonly isDownloading: boolean;
  /** Asks for a file, and shows what it would change. */
  readonly load: () => void;
  readonly isLoading: boolean;
  /** What belongs on the page whatever opened it: what went wrong, and what the file would change. */
  readonly outcome: ReactNode;
}

/** Downloads the sheet as a workbook, and uploads it again. */
export function useWorkbook(): Workbook {
  const { sheet } = useSheet();
  const { round, body } = sheet;
  const [loaded, setLoaded] = useState<{ readonly name: string; readonly preview: WorkbookPreview } | null>(null);
  const take = useAct(() => fetchWorkbook(round, body), { onDone: (file) => saveFile(file, `bang-diem-${body}.xlsx`) });
  const bring = useAct(async (file: File) => ({ name: file.name, preview: await previewWorkbook(round, body, file) }), { onDone: setLoaded });
  return {
    download: () => take.mutate(),
    isDownloading: take.isPending,
    load: () => askForFile('.xlsx', (file) => bring.mutate(file)),
    isLoading: bring.isPending,
    outcome: (
      <>
        <Outcome error={take.error ?? bring.error} />
        {loaded ? <WorkbookDialog name={loaded.name} preview={loaded.preview} onClose={() => setLoaded(null)} /> : null}
      </>
    ),
  };
}
