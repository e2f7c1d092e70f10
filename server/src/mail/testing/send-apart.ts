// Sends what waits, as a process of its own, at a moment that is given; ends when nothing is left.
import { connectPool } from '../../db/connect.ts';
import { sendNext } from '../send-mails.ts';

const [url = '', port = '', moment = ''] = process.argv.slice(2);
const pool = connectPool(url, 1);
const mail = { host: '127.0.0.1', port: Number(port), secure: false, auth: undefined, from: { name: 'ParIndex', address: 'nhac-viec@minh-hoa.example' } };
while (await sendNext({ kind: 'real', origin: undefined, clock: { now: () => new Date(moment) }, pool, mail }));
await pool.end();
