import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

/** Light or dark: the device's preference until the reader chooses; the device remembers. */
export function ColourScheme() {
  const { toLight, toDark } = useTexts(shellTexts);
  const dark = useComputedColorScheme('light') === 'dark';
  const { setColorScheme } = useMantineColorScheme();
  const Icon = dark ? Sun : Moon;
  return (
    <ActionIcon
      variant="subtle"
      aria-label={dark ? toLight : toDark}
      title={dark ? toLight : toDark}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      visibleFrom="sm"
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
