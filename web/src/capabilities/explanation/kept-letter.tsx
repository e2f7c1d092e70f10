import { Anchor } from '@mantine/core';
import { fileAddress } from '../rounds/queries/documents.ts';
import type { Explanation } from './queries/explanation.ts';

/** A notice as it was kept when it was recorded, in each of its forms. */
export function KeptLetter({ round, files }: { round: string; files: NonNullable<Explanation['notices']['appraised']>['files'] }) {
  return files.map(({ id, kind }) => (
    <Anchor underline="always" key={id} href={fileAddress(round, id)} download inherit ms={4}>
      {kind.toUpperCase()}
    </Anchor>
  ));
}
