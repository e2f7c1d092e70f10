import type { LibraryKey } from '../../api/documents.ts';
import { documentTexts } from '../../texts/documents.ts';
import { useTexts } from '../../texts/language.tsx';
import { LinkButton } from '../../ui/link.tsx';

interface ViewLinkProps {
  readonly library: LibraryKey;
  readonly document: string;
  readonly version: number;
}

/** The way to where a version is read page by page. */
export function ViewLink({ library: { round, body }, document, version }: ViewLinkProps) {
  const texts = useTexts(documentTexts);
  return (
    <LinkButton
      to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem"
      params={{ round, body, document }}
      search={{ version, page: 1 }}
      variant="default"
      size="compact-sm"
    >
      {texts.view}
    </LinkButton>
  );
}
