import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addPerson } from './add-person.ts';
import type { TestServer } from './test-server.ts';
import { ask, type Person } from './world.ts';

/** Another owner of a body that runs rounds, who has set a password: whoever asks and whoever decides are two. */
export async function addOwner(server: TestServer, key: string, name: string, body = 'bo-minh-hoa'): Promise<Person> {
  const added = await addPerson(server, key, name, 'owner', body);
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [added.account]);
  return added;
}

/** An owner asks for a round to be closed, told what is open; answers with the second owner's decision, to be sent. */
export async function askToClose(server: TestServer, asker: Person, round: string, ownerBody?: string) {
  const second = await addOwner(server, `thu-hai-${randomUUID().slice(0, 8)}`, 'Mai Thị Oanh', ownerBody);
  const { open } = (await ask(server, asker, 'GET', `/api/rounds/${round}/closing`)).body;
  const told = open.map(({ code }: { code: string }) => code);
  const id = randomUUID();
  const asked = await ask(server, asker, 'POST', `/api/rounds/${round}/requests`, { id, kind: 'close', reason: 'Kết thúc kỳ (minh họa)', told });
  expect(asked.body, JSON.stringify(asked.body)).toMatchObject({ id, decided: null });
  return () => ask(server, second, 'POST', `/api/rounds/${round}/requests/${id}/decision`, { decision: 'carriedOut', told });
}
