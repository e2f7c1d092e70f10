import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/language.tsx';
import { editionsQuery } from './queries/editions.ts';

/** What an edition is called; its id until that is known, and where it has no title yet. */
export function EditionName({ id }: { id: string }) {
  const { language } = useLanguage();
  const title = useQuery(editionsQuery).data?.find((edition) => edition.id === id)?.title;
  return (language === 'en' ? title?.en : undefined) ?? title?.vi ?? id;
}
