import type { FastifyInstance } from 'fastify';
import { escapedHtml } from '../documents/escaped-html.ts';
import { keptAnswer } from './compression.ts';
import { PROBLEMS } from './problems.ts';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}

const TAGS: Readonly<Record<string, string>> = {
  session: 'Đăng nhập (signing on)',
  me: 'Dữ liệu của chính mình (one’s own data)',
  people: 'Con người và vai trò (people and roles)',
  handovers: 'Bàn giao (handovers)',
  bodies: 'Cơ quan, đơn vị (bodies)',
  daysOff: 'Ngày nghỉ (days off)',
  editions: 'Bộ tiêu chí (editions)',
  rounds: 'Kỳ đánh giá (rounds)',
  sheets: 'Bảng chấm điểm (sheets)',
  audit: 'Nhật ký (audit)',
};

const schemaOf = (schema: object): string => `<pre tabindex="0">${escapedHtml(JSON.stringify(schema, null, 2))}</pre>`;
const contentOf = (content: Readonly<Record<string, { readonly schema: object }>> | undefined): string =>
  Object.entries(content ?? {})
    .map(([type, { schema }]) => `<p><code>${escapedHtml(type)}</code></p>${schemaOf(schema)}`)
    .join('');

function operationPart(method: string, path: string, { summary = '', description = '', security, parameters = [], requestBody, responses }: Operation): string {
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><th scope="row"><code>${escapedHtml(name)}</code></th><td>${escapedHtml(where)}${required ? ', bắt buộc (required)' : ''}</td><td><code>${escapedHtml(JSON.stringify(schema))}</code></td></tr>`,
  );
  return `<details id="${escapedHtml(`${method}-${path.replaceAll(/\W+/g, '-')}`)}"><summary><code class="${method}">${method.toUpperCase()}</code> <code>${escapedHtml(path)}</code> <span>${escapedHtml(summary)}</span></summary>
<p lang="en">${escapedHtml(description)}</p>${security?.length === 0 ? '<p>Không cần đăng nhập. (No sign-in is needed.)</p>' : ''}
${rows.length > 0 ? `<h4>Tham số (parameters)</h4><table><tbody>${rows.join('')}</tbody></table>` : ''}
${requestBody ? `<h4>Nội dung gửi lên (request body)</h4>${contentOf(requestBody.content)}` : ''}
<h4>Trả lời (answers)</h4>${Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content }]) => `<p><strong>${escapedHtml(status)}</strong></p>${contentOf(content)}`)
    .join('')}</details>`;
}

function page(paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })));
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '');
  const parts = [...byTag].map(
    ([tag, list]) =>
      `<section><h2>${escapedHtml(TAGS[tag] ?? tag)}</h2>${list.map(({ method, path, operation }) => operationPart(method, path, operation)).join('\n')}</section>`,
  );
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr><th scope="row"><code>${code}</code></th><td>${status}</td><td>${escapedHtml(title.vi)}</td><td lang="en">${escapedHtml(title.en)}</td></tr>`,
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API của ParIndex</title>
<link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>API của ParIndex</h1>
<p>Đăng nhập bằng <code>POST /api/session</code> rồi gửi lại cookie, hoặc gửi mã truy cập cá nhân: <code>Authorization: Bearer pix_…</code>. Nội dung gửi lên là JSON; số thập phân viết dưới dạng chuỗi (<code>"1.25"</code>). Tài liệu cho máy đọc: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<p lang="en">Sign in by <code>POST /api/session</code> and send the cookie back, or send a personal token. Bodies are JSON; decimals are written as texts. For machines: OpenAPI 3.1 at the link above.</p>
${parts.join('\n')}
<section><h2>Lỗi (problems)</h2><p>Theo RFC 9457, mã không đổi (<code>code</code>); lỗi nội dung kèm <code>faults</code>, mỗi lỗi có mã, đường dẫn JSON Pointer và một câu giải thích theo ngôn ngữ của người đọc (<code>Accept-Language</code>).</p>
<table><thead><tr><th scope="col">code</th><th scope="col">HTTP</th><th scope="col">Tiếng Việt</th><th scope="col">English</th></tr></thead><tbody>${problems.join('')}</tbody></table></section></main></body></html>`;
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}main{max-width:64rem;margin:0 auto;padding:1rem}
h1,h2{color:#12386b}details{border-top:1px solid #d0d7de;padding:.4rem 0}summary{cursor:pointer;overflow-wrap:anywhere}pre{overflow:auto;background:#f3f5f8;padding:.75rem;max-height:24rem}
table{border-collapse:collapse;display:block;overflow-x:auto}th,td{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top;border-top:1px solid #d0d7de}
.get{color:#0b5c2e}.post{color:#12386b}.put,.patch{color:#7a4100}.delete{color:#9b1c1c}
@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#14171c}h1,h2{color:#9dc1f5}a{color:#9dc1f5}pre{background:#1e232b}.get{color:#7fd6a2}.post{color:#9dc1f5}.put,.patch{color:#f0b26b}.delete{color:#f19a9a}}`;

/** The API's document as a page that people read: made from the same text that machines get, without a script. */
export function serveDocs(app: FastifyInstance): void {
  let made: Buffer | undefined;
  let document: Buffer | undefined;
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    document ??= keptAnswer(JSON.stringify(app.swagger()));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  app.get('/api/docs', { schema: { hide: true } }, (_request, reply) => {
    made ??= keptAnswer(page((app.swagger() as unknown as { paths: Parameters<typeof page>[0] }).paths));
    return reply.type('text/html; charset=utf-8').send(made);
  });
  app.get('/api/docs.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STYLE),
  );
}
