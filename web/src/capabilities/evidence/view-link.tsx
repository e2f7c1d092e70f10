import type { SheetKey } from '../../client/sheet.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { documentTexts } from './texts/documents.ts';

interface ViewLinkProps {
  readonly library: SheetKey;
  readonly document: string;
  readonly version: number;
}

/** A link to the viewer of a version. */
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
