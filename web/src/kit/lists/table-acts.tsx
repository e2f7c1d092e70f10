import { Button } from '@mantine/core';
import { texts } from '@parindex/core/words/texts';
import { useTexts } from '../words/language.tsx';

const tableActTexts = texts({
  print: { vi: 'In', en: 'Print' },
  download: { vi: 'Tải bảng tính (XLSX)', en: 'Download as XLSX' },
});

interface TableActsProps {
  readonly taking: boolean;
  readonly onTake: () => void;
}

/** What is done with a whole table: taken as XLSX, and printed. */
export function TableActs({ taking, onTake }: TableActsProps) {
  const texts = useTexts(tableActTexts);
  return (
    <>
      <Button loading={taking} onClick={onTake}>
        {texts.download}
      </Button>
      <Button variant="default" onClick={() => print()}>
        {texts.print}
      </Button>
    </>
  );
}
