import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRights } from '../../client/rights.ts';
import { usePageActs } from '../../kit/acts/page-acts.ts';
import { later } from '../../kit/reading/later.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { sheetTexts } from '../sheets/texts/sheet.ts';

const FreezeDialog = later(async () => (await import('./freeze-dialog.tsx')).FreezeDialog, { fallback: null });

interface FreezingProps {
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Something must be mended first, and is told beside. */
  readonly heldBack?: boolean;
}

/** The head of the body freezes the sheet. */
export function Freezing({ size = 'sm', heldBack = false }: FreezingProps) {
  const texts = useTexts(sheetTexts);
  const { may } = useRights();
  const { shown, sheet } = useSheet();
  const [asking, { open, close }] = useDisclosure(false);
  const { state, roundClosed } = shown.answer;
  const offered = state === 'open' && !roundClosed && may('sheet.freeze', sheet);
  usePageActs(offered && !heldBack ? [{ key: 'freeze', label: texts.freeze, run: open }] : [], 'part');
  if (!offered) return null;
  return (
    <>
      <Button size={size} onClick={open} disabled={heldBack}>
        {texts.freeze}
      </Button>
      {asking ? <FreezeDialog onClose={close} /> : null}
    </>
  );
}
