// A process that opens the cluster and holds it: node hold-open.ts <data folder>. It prints what it got, and leaves when its input ends.
import { openEmbedded } from '../open.ts';

const opened = await openEmbedded({ root: process.cwd(), folder: process.argv[2], real: false, say: () => undefined });
console.log(JSON.stringify({ port: opened.port, joined: opened.joined, url: opened.url('postgres') }));
process.stdin.resume().on('end', () => void opened.stop().then(() => process.exit(0)));
