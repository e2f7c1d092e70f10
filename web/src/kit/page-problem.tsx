import { isServerReachable } from '../client/loaded-later.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** In the place of a page that could not be shown. It is loaded anew only where somebody answers: without a line nothing would come instead. */
export function PageProblem({ error }: { error: unknown }) {
  const again = async () => {
    if (await isServerReachable()) location.reload();
  };
  return <ProblemNotice error={error} retry={() => void again()} />;
}
