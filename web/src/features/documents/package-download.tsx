import type { LibraryKey } from '../../api/documents.ts';
import { checkPackage, packageAddress } from '../../api/packages.ts';
import { useTexts } from '../../texts/language.tsx';
import { packageTexts } from '../../texts/packages.ts';
import { PackageForm } from '../../ui/package-form.tsx';

interface PackageDownloadProps {
  readonly library: LibraryKey;
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
