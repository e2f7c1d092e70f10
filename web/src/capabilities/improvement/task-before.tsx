import { useQuery } from '@tanstack/react-query';
import type { SheetKey } from '../../client/sheet.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { improvementQuery } from './queries/tasks.ts';
import { TaskState } from './task-said.tsx';
import { improvementTexts } from './texts/improvement.ts';

/** What the body set after the round before to mend the same item; nothing where it set nothing. */
export function TaskBefore({ sheet, item }: { sheet: SheetKey; item: string }) {
  const texts = useTexts(improvementTexts);
  const { data } = useQuery(improvementQuery(sheet));
  const task = data?.before?.tasks.find((one) => one.item === item);
  if (!data?.before || !task) return null;
  return (
    <section aria-label={texts.before(data.before.title)}>
      <h3>{texts.before(data.before.title)}</h3>
      <p>{task.measure}</p>
      <p>
        {task.lead}, {formatDay(task.due)}. <TaskState task={task} />
      </p>
    </section>
  );
}
