import { lazy, Suspense, useEffect, useState } from 'react';
import { onConfirmationAsked } from '../../client/confirmation.ts';
import { loadedLater } from '../../client/loaded-later.ts';

// Asked before binding acts alone.
const ConfirmationDialog = lazy(async () => ({ default: (await loadedLater(() => import('./confirmation-dialog.tsx'))).ConfirmationDialog }));

/** The place where the person is asked to prove again who they are. */
export function Confirmation() {
  const [answer, setAnswer] = useState<(confirmed: boolean) => void>();
  useEffect(
    () =>
      onConfirmationAsked(
        () =>
          new Promise((resolve) => {
            setAnswer(() => (confirmed: boolean) => {
              setAnswer(undefined);
              resolve(confirmed);
            });
          }),
      ),
    [],
  );
  if (!answer) return null;
  return (
    <Suspense>
      <ConfirmationDialog onAnswer={answer} />
    </Suspense>
  );
}
