import { connectPool } from '../../db/connect.ts';
import { runNext } from '../run-job.ts';

// node work-and-die.ts JOBS_URL KIND: takes a job and is killed at it, as by a power cut.
const [jobsUrl = '', kind = ''] = process.argv.slice(2);
await runNext(connectPool(jobsUrl, 1), [
  {
    kind,
    run: async () => {
      process.kill(process.pid, 'SIGKILL');
    },
  },
]);
