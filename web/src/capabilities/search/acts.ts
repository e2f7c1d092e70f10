import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { searchKey } from '@parindex/core/text/search-key';
import { type PageAct, pageActs } from '../../kit/acts/page-acts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { shellTexts } from '../../kit/words/shell-texts.ts';
import { searchTexts } from './texts/search.ts';

/** What can be done from where one is: the acts of the page, then those of every page. */
export function useActs(): readonly PageAct[] {
  const shell = useTexts(shellTexts);
  const { also } = useTexts(searchTexts);
  const { language, speak } = useLanguage();
  const dark = useComputedColorScheme('light') === 'dark';
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...pageActs(),
    { key: 'language', label: shell.otherLanguage, also: also.language, run: () => speak(language === 'vi' ? 'en' : 'vi') },
    { key: 'scheme', label: dark ? shell.toLight : shell.toDark, also: also.scheme, run: () => setColorScheme(dark ? 'light' : 'dark') },
  ];
}

/** Most acts that are shown once something is typed. */
const MOST_ACTS = 10;

const likelihood = (name: string, key: string): number => (name === key ? 2 : Number(name.startsWith(key)));

/** Acts by their names as somebody types them, first what is called so, then what begins so; all of them before anything is typed. */
export function findActs(acts: readonly PageAct[], wanted: string): readonly PageAct[] {
  const key = searchKey(wanted);
  if (key === '') return acts.filter(({ isOneOfMany = false }) => !isOneOfMany);
  const words = key.split(' ');
  return acts
    .map((act) => ({ act, name: searchKey(`${act.label} ${act.also ?? ''}`), likely: likelihood(searchKey(act.label), key) }))
    .filter(({ name }) => words.every((word) => ` ${name}`.includes(` ${word}`)))
    .toSorted((a, b) => b.likely - a.likely)
    .slice(0, MOST_ACTS)
    .map(({ act }) => act);
}
