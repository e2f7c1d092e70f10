import { randomUUID } from 'node:crypto';
import type { TestServer } from '../../../testing/test-server.ts';
import { ask, type Person } from '../../../testing/world.ts';

/** One figure of one body, each by a name that the form takes. */
export interface Statistic {
  readonly body: string;
  readonly figure: string;
  readonly value: string;
}

/** Official statistics arrive as a file and are agreed to, by whoever runs the round. */
export async function sendStatistics(server: TestServer, owner: Person, round: string, statistics: readonly Statistic[]): Promise<void> {
  const lines = statistics.map(({ body, figure, value }) => `${body};${figure};;${value};;Cục Thống kê Minh họa;31/12/2022;Công bố`);
  const sent = await server.app.inject({
    method: 'POST',
    url: `${round}/deliveries/files?${new URLSearchParams({ name: 'so lieu.csv', by: 'page' })}`,
    headers: { cookie: `parindex_session=${owner.token}`, 'content-type': 'text/csv; charset=utf-8' },
    payload: ['Cơ quan;Số liệu;Nhóm trả lời;Giá trị;Số phiếu;Nguồn;Ngày của số liệu;Kỳ số liệu', ...lines].join('\r\n'),
  });
  const { id } = sent.json();
  const { preview } = (await ask(server, owner, 'GET', `${round}/deliveries/${id}`)).body;
  const agreed = await ask(server, owner, 'POST', `${round}/deliveries/${id}/agreement`, { id: randomUUID(), digest: preview.digest });
  if (agreed.status >= 300) throw new Error(`the statistics were not taken: ${JSON.stringify(agreed.body)}`);
}
