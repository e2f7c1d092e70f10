import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { loadedLater } from '../client/loaded-later.ts';
import { KEYS } from '../kit/acts/keys.ts';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

const HelpDialog = lazy(async () => ({ default: (await loadedLater(() => import('./help-dialog.tsx'))).HelpDialog }));

interface ShortcutsProps {
  readonly helps: boolean;
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

/** The global shortcuts, and the one that says what the page is for and which keys work there; on a phone the menu has it. */
export function Shortcuts({ helps, onHelp, onClose }: ShortcutsProps) {
  const texts = useTexts(shellTexts);
  const navigate = useNavigate();
  useHotkeys([
    [KEYS.help.bound, onHelp],
    [KEYS.home.bound, () => void navigate({ to: '/lam-viec' })],
    [KEYS.rounds.bound, () => void navigate({ to: '/lam-viec/ky-danh-gia' })],
  ]);
  return (
    <>
      <ActionIcon variant="subtle" onClick={onHelp} aria-label={texts.shortcuts} title={texts.shortcuts} aria-haspopup="dialog" visibleFrom="sm">
        <CircleQuestionMark size={18} aria-hidden />
      </ActionIcon>
      {helps ? (
        <Suspense>
          <HelpDialog onClose={onClose} />
        </Suspense>
      ) : null}
    </>
  );
}
