import { isServerReachable } from '../client/loaded-later.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** Shown instead of a page that failed. It reloads only if the server answers: offline, nothing would come instead. */
export function PageProblem({ error }: { error: unknown }) {
  const again = async () => {
    if (await isServerReachable()) location.reload();
  };
  return <ProblemNotice error={error} retry={() => void again()} />;
}
