import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

/** Light or dark: the device's preference until the reader chooses; the device remembers. In the head on a desk, in the menu on a phone. */
export function ColourScheme({ inMenu = false }: { inMenu?: boolean }) {
  const { toLight, toDark } = useTexts(shellTexts);
  const dark = useComputedColorScheme('light') === 'dark';
  const { setColorScheme } = useMantineColorScheme();
  const Icon = dark ? Sun : Moon;
  const label = dark ? toLight : toDark;
  const change = () => setColorScheme(dark ? 'light' : 'dark');
  return inMenu ? (
    <button type="button" className="frame-link phone-only" onClick={change}>
      <Icon size={18} aria-hidden />
      <span>{label}</span>
    </button>
  ) : (
    <ActionIcon variant="subtle" aria-label={label} title={label} onClick={change} visibleFrom="sm">
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
