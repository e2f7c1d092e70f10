import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';
import { Empty } from '../../ui/empty.tsx';
import { Link } from '../../ui/link.tsx';

export function NotFound() {
  const texts = useTexts(shellTexts);
  return (
    <Empty title={texts.notFound}>
      <p>{texts.notFoundMore}</p>
      <Link to="/lam-viec">{texts.toHome}</Link>
    </Empty>
  );
}
