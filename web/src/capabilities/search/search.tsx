import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Search as SearchIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { loadedLater } from '../../client/loaded-later.ts';
import { KEYS } from '../../kit/acts/keys.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { searchTexts } from './texts/search.ts';

const SearchDialog = lazy(async () => ({ default: (await loadedLater(() => import('./search-dialog.tsx'))).SearchDialog }));

/** Opens the search from every page: by button, Ctrl+K, or / outside of inputs. */
export function Search() {
  const texts = useTexts(searchTexts);
  const [open, { open: show, close }] = useDisclosure(false);
  useHotkeys([[KEYS.search.bound, show]]);
  useHotkeys([[KEYS.searchAlways.bound, show]], []);
  return (
    <>
      <button type="button" className="frame-search" onClick={show} aria-haspopup="dialog" aria-keyshortcuts="Control+K">
        <SearchIcon size={16} aria-hidden />
        <span>{texts.invitation}</span>
        <kbd aria-hidden>{KEYS.searchAlways.shown.replace('+', ' ')}</kbd>
      </button>
      {open ? (
        <Suspense>
          <SearchDialog onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
