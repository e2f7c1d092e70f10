import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { operationQuery } from '../capabilities/operation/queries/operation.ts';
import { scannerTexts } from '../capabilities/operation/texts/scanner.ts';
import { Notice } from '../kit/reading/notice.tsx';
import { useTexts } from '../kit/words/language.tsx';

const KNOWN_FOR_MS = 300_000;

/** For administrators, on every page: files are not scanned. */
export function ScannerNotice() {
  const texts = useTexts(scannerTexts);
  const { data } = useQuery({ ...operationQuery, staleTime: KNOWN_FOR_MS });
  if (data?.scanner !== 'none') return null;
  return (
    <Box mb="md" className="screen-only">
      <Notice kind="fault" title={texts.none}>
        {texts.noneMore}
      </Notice>
    </Box>
  );
}
