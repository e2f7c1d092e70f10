import { Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { Empty } from '../../kit/lists/empty.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { nothingToDoTexts } from './texts/nothing-to-do.ts';

/** Of somebody who works in a round: nothing waits for them. */
export function NothingWaits() {
  const texts = useTexts(nothingToDoTexts);
  return (
    <Empty title={texts.nothingWaits} icon={CircleCheck}>
      <Text className="page-lead">{texts.nothingWaitsMore}</Text>
    </Empty>
  );
}
