import type { Body } from './queries/bodies.ts';

export interface ChangeDialogProps {
  readonly body: Body;
  readonly onDone: () => void;
  readonly onClose: () => void;
}
