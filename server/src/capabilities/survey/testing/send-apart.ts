// Sends the invitations that wait, as a process of its own, at a moment that is given; ends when nothing is left.
import { connectPool, connectServing } from '../../../db/connect.ts';
import { sendInvitations } from '../send-invitations.ts';

const [jobs = '', app = '', signOn = '', port = '', moment = ''] = process.argv.slice(2);
const pools = { jobs: connectPool(jobs, 1), app: connectServing(app, 4), signOn: connectServing(signOn, 2) };
const from = { name: 'ParIndex', address: 'dieu-tra@minh-hoa.example' };
const mail = { host: '127.0.0.1', port: Number(port), secure: false, auth: undefined, from };
const serving = { pool: pools.app, signOn: pools.signOn };
while (await sendInvitations({ kind: 'real', clock: { now: () => new Date(moment) }, pool: pools.jobs, serving, mail }));
await Promise.all(Object.values(pools).map((pool) => pool.end()));
