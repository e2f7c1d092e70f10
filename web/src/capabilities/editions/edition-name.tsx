import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/words/language.tsx';
import { editionsQuery } from './queries/editions.ts';

/** An edition's title; its id while that is unknown, or if it has none yet. */
export function EditionName({ id }: { id: string }) {
  const { language } = useLanguage();
  const title = useQuery(editionsQuery).data?.find((edition) => edition.id === id)?.title;
  return (language === 'en' ? title?.en : undefined) ?? title?.vi ?? id;
}
