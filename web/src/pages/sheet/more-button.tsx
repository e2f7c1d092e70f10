import { Button } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { frameTexts } from '../../capabilities/sheets/texts/sheet-frame.ts';
import type { useWorkbook } from '../../capabilities/sheets/use-workbook.tsx';
import { useTexts } from '../../kit/words/language.tsx';

export interface MoreMenuProps {
  readonly item: string | undefined;
  readonly workbook: ReturnType<typeof useWorkbook>;
}

type MoreButtonProps = Pick<MoreMenuProps, 'workbook'> & Pick<ComponentPropsWithRef<'button'>, 'ref' | 'onClick' | 'aria-haspopup' | 'aria-expanded'>;

/** The button of what else can be done with the sheet, whether its menu has come or not. */
export function MoreButton({ workbook, ...rest }: MoreButtonProps) {
  const { more } = useTexts(frameTexts);
  return (
    <Button
      variant="default"
      size="compact-sm"
      className="sheet-more"
      aria-label={more}
      rightSection={<Ellipsis size={18} aria-hidden />}
      loading={workbook.isDownloading || workbook.isLoading}
      {...rest}
    >
      {more}
    </Button>
  );
}
