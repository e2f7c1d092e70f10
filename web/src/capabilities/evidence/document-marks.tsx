import { Group } from '@mantine/core';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { LibraryDocument } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** A document's state in a few words; those that need action are emphasised. */
export function DocumentMarks({ document }: { document: LibraryDocument }) {
  const texts = useTexts(documentTexts);
  const { form, access, personalData, carriedFrom, compared, withdrawn, versions, held, gone } = document;
  const newest = versions[0];
  const state = newest?.file?.state;
  const secret = form === 'secretMail';
  const marks: readonly (readonly [told: string, strong: boolean] | false)[] = [
    held && [texts.held, true],
    gone !== null && [texts.gone[gone.why], true],
    withdrawn !== null && [texts.withdrawn, true],
    state !== undefined && gone === null && [texts.fileState[state], state === 'infected'],
    !secret && !held && gone === null && [access === 'released' ? texts.released : texts.restricted, false],
    personalData && [texts.personalData, true],
    versions.some(({ late }) => late !== null) && [texts.late, true],
    secret && [compared ? texts.compared : texts.notCompared, false],
    !secret && newest?.confirmed === null && newest.file !== null && state !== 'withheld' && gone === null && [texts.unconfirmed, false],
    carriedFrom !== null && [texts.carried, false],
    versions.length > 1 && [texts.versions(versions.length), false],
  ];
  return (
    <Group gap={6}>
      {marks.flatMap((mark) =>
        mark ? (
          <StateBadge key={mark[0]} tone={mark[1] ? 'act' : 'quiet'}>
            {mark[0]}
          </StateBadge>
        ) : (
          []
        ),
      )}
    </Group>
  );
}
