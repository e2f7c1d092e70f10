import { Drawer, Text } from '@mantine/core';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { Outline } from './outline.tsx';

interface OutlineDrawerProps {
  readonly open: string | undefined;
  readonly onOpen: (code: string) => void;
  readonly onClose: () => void;
}

/** The list of items over the one that is open, where there is no room beside it. */
export function OutlineDrawer({ open, onOpen, onClose }: OutlineDrawerProps) {
  const controls = useTexts(controlTexts);
  const texts = useTexts(sheetTexts);
  useReturnToOpener();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={<Text fw={600}>{texts.outline}</Text>}
      size="min(100%, 26rem)"
      classNames={{ body: 'outline-drawer' }}
      closeButtonProps={{ 'aria-label': controls.close }}
    >
      <Outline
        open={open}
        onOpen={(code) => {
          onClose();
          onOpen(code);
        }}
      />
    </Drawer>
  );
}
