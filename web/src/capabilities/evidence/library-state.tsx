import { Text } from '@mantine/core';
import { stepsOf } from '@parindex/core/rights/index';
import { useQuery } from '@tanstack/react-query';
import type { SheetKey } from '../../client/sheet.ts';
import { type SheetAnswer, sheetQuery } from '../../client/sheet.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDistance } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import type { DocumentList } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

const DECLARING: readonly string[] = stepsOf('evidence.write');

/** A warning if files are not scanned. */
export function ScannerState({ scanner }: Pick<DocumentList, 'scanner'>) {
  const texts = useTexts(documentTexts).scanner;
  if (scanner === 'ready') return null;
  return (
    <Notice kind="warning" title={scanner === 'none' ? texts.none : texts.down}>
      {scanner === 'none' ? texts.noneMore : texts.downMore}
    </Notice>
  );
}

/** Until when documents can be uploaded, or why not. */
export function OpenState({ library, open, mayUpload }: { library: SheetKey; open: DocumentList['open']; mayUpload: boolean }) {
  const texts = useTexts(documentTexts).open;
  const { language } = useLanguage();
  const { deadline, opening } = useStepTimes();
  const now = useNow();
  const sheet = useQuery({ ...sheetQuery(library.round, library.body), refetchInterval: false, enabled: mayUpload && !open }).data;
  if (!mayUpload) return <Text size="sm">{open?.until ? texts.appraiser(deadline(open.until)) : texts.others}</Text>;
  if (!open) return <Notice kind="note">{sheet ? whyClosed(sheet) : texts.none}</Notice>;
  if (open.until === null) return null;
  const told = [deadline(open.until), formatDistance(open.until, now, language)] as const;
  return open.late ? <Notice kind="warning">{texts.late(...told)}</Notice> : <Text size="sm">{texts.until(...told)}</Text>;

  function whyClosed({ state, steps }: SheetAnswer): string {
    if (state !== 'open') return texts.frozen;
    const declaring = steps.filter(({ step }) => DECLARING.includes(step));
    const next = declaring.find(({ opens }) => new Date(opens) > now);
    if (next) return texts.notYet(opening(next.opens), formatDistance(next.opens, now, language));
    const last = declaring.filter(({ closes }) => new Date(closes) <= now).at(-1);
    return last ? texts.closed(deadline(last.closes)) : texts.none;
  }
}
