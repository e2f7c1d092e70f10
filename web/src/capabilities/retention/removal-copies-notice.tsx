import { useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { erasureTexts } from './texts/erasures.ts';

/** On the start page: that others ask to remove files which the reader's bodies hold too, with the way to them. */
export function RemovalCopiesNotice({ copies }: { copies: number }) {
  const texts = useTexts(erasureTexts).copies;
  return (
    <Notice kind="warning">
      {texts.waiting(copies)} <Link to="/lam-viec/go-bo-tai-lieu">{texts.see}</Link>
    </Notice>
  );
}
