import { Button } from '@mantine/core';
import { useState } from 'react';
import { PackageForm } from '../../capabilities/evidence/package-form.tsx';
import { packageTexts } from '../../capabilities/evidence/texts/packages.ts';
import { archiveAddress, checkArchive } from '../../capabilities/retention/queries/archive.ts';
import type { PartProps } from '../../capabilities/rounds/parts.ts';
import { useRights } from '../../client/rights.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';

/** All of a closed round as one file, for its owners and auditors. */
export function ArchiveSection({ round }: Pick<PartProps, 'round'>) {
  const { started, archive } = useTexts(packageTexts);
  const { may } = useRights();
  const [state, setState] = useState<'choosing' | 'started'>();
  if (!may('round.archive', { roundOwner: round.ownerBody.id })) return null;
  return (
    <Section title={archive.section} lead={archive.lead}>
      <Outcome done={state === 'started' ? started : undefined} />
      {state === 'choosing' ? (
        <PackageForm
          title={archive.title}
          holds={archive.holds}
          lacks={archive.lacks}
          check={() => checkArchive(round.id)}
          address={(personal) => archiveAddress(round.id, personal)}
          onStarted={() => setState('started')}
          onCancel={() => setState(undefined)}
        />
      ) : (
        <Button w="fit-content" variant="default" onClick={() => setState('choosing')}>
          {archive.open}
        </Button>
      )}
    </Section>
  );
}
