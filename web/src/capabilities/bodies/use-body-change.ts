import { useAct } from '../../kit/acts/use-act.ts';
import { type Body, type BodyChange, bodiesChanged, changeBody } from './queries/bodies.ts';

/** Sends a change of the version shown, and reloads everything about bodies. */
export function useBodyChange({ id, version }: Body, onDone: () => void) {
  return useAct((change: Omit<BodyChange, 'version'>) => changeBody(id, { ...change, version }), {
    refresh: bodiesChanged,
    onDone,
  });
}
