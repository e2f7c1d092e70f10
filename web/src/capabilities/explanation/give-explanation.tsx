import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { GiveDialog } from '../assignments/give-dialog.tsx';
import { assignmentsQuery } from '../assignments/queries/assignments.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { explanationActed } from './queries/explanation.ts';

/** Gives an item to a department for the explanation alone; what was given for the sheet stays as it was. */
export function GiveExplanation({ code, onClose }: { code: string; onClose: () => void }) {
  const { sheet } = useSheet();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(assignmentsQuery(sheet));
  if (!data) return error ? <NotLoaded error={error} retry={refetch} /> : null;
  const done = () => {
    void explanationActed(client, sheet);
    onClose();
  };
  return <GiveDialog departments={data.departments} selected={[`item ${code}`]} matter="explanation" onDone={done} onClose={onClose} />;
}
