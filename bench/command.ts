// Runs one command line of parindex in this process and tells, on standard error, its time and memory.
import { main } from '../cli/src/main.ts';

const start = performance.now();
const exit = await main(process.argv.slice(2));
process.stderr.write(`${JSON.stringify({ exit, seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
