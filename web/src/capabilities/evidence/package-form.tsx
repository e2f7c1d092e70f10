import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { startDownload } from '../../kit/acts/start-download.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { packageTexts } from './texts/packages.ts';

interface PackageFormProps {
  readonly title: string;
  /** What it contains, and what not. */
  readonly holds: string;
  readonly lacks: string;
  /** Throws if the download would be refused, so that an error is not saved as a file. */
  readonly check: () => Promise<unknown>;
  readonly address: (personal: boolean) => string;
  readonly onStarted: () => void;
  readonly onCancel: () => void;
}

/** Many files as one download, with a statement of what it contains before it starts. */
export function PackageForm({ title, holds, lacks, check, address, onStarted, onCancel }: PackageFormProps) {
  const texts = useTexts(packageTexts);
  const [personal, setPersonal] = useState(false);
  const start = useAct(check, {
    onDone: () => {
      startDownload(address(personal));
      onStarted();
    },
  });
  return (
    <InlineForm title={title} of="package" submit={texts.start} act={start} onSubmit={() => start.mutate()} onCancel={onCancel}>
      <Text size="sm" maw="75ch">
        {holds}
      </Text>
      <Text size="sm" maw="75ch">
        {lacks}
      </Text>
      <Checkbox
        label={texts.personal}
        description={texts.personalMore}
        checked={personal}
        onChange={({ currentTarget }) => setPersonal(currentTarget.checked)}
      />
    </InlineForm>
  );
}
