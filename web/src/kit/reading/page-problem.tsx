import { reloadIfReachable } from '../../client/loaded-later.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** Shown instead of a page that failed. */
export const PageProblem = ({ error }: { error: unknown }) => <ProblemNotice error={error} retry={() => void reloadIfReachable()} />;
