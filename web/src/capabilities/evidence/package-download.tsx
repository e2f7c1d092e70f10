import type { SheetKey } from '../../client/sheet.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { PackageForm } from './package-form.tsx';
import { checkPackage, packageAddress } from './queries/packages.ts';
import { packageTexts } from './texts/packages.ts';

interface PackageDownloadProps {
  readonly library: SheetKey;
  readonly onStarted: () => void;
  readonly onCancel: () => void;
}

/** All evidence of a sheet as one file. */
export function PackageDownload({ library, ...ends }: PackageDownloadProps) {
  const { title, holds, lacks } = useTexts(packageTexts).evidence;
  return (
    <PackageForm
      {...ends}
      title={title}
      holds={holds}
      lacks={lacks}
      check={() => checkPackage(library)}
      address={(personal) => packageAddress(library, personal)}
    />
  );
}
