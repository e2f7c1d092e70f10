import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { seriesOf } from '@parindex/core/published/index';
import type { SiteData } from '@parindex/site';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parindex } from '../cli/tests/testing/commands.ts';
import { type Product, ROOT, startProduct } from './product.ts';
import { SOAK } from './soak.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product.app.close());

/** A page as text without tags, and as it was sent. */
async function open(address: string) {
  const response = await fetch(product.address + address);
  const html = await response.text();
  const text = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
  return { status: response.status, html, text, response };
}

describe('the front page', () => {
  it('[F99] leads to what is known of its accessibility, and to no workspace where there is none', async () => {
    const { html } = await open('/');
    expect(html).toContain('href="/kha-nang-tiep-can"');
    expect(html.includes('href="/dang-nhap"')).toBe(false);
    expect((await open('/en/kha-nang-tiep-can')).text).toContain('not yet by people with disabilities');
  });

  it('[F80] shows the newest whole year first, ministries beside provinces, each with how much of it is known', async () => {
    const { text, html } = await open('/');
    expect(text).toContain('Chỉ số cải cách hành chính năm 2023');
    expect(text).toContain('Đủ số liệu công bố của 17/17 cơ quan được xếp hạng');
    expect(text).toContain('Mới có số liệu của 15/63 cơ quan');
    // Rank, index, change from the year before; and the table as files.
    expect(text).toMatch(/1 Bộ Tư pháp 89,95 −0,68 tăng 1 bậc/);
    expect(text).toMatch(/1 Quảng Ninh 92,18 \+2,08 giữ hạng/);
    for (const file of ['bo-2023.csv', 'bo-2023.xlsx', 'tinh-2023.json']) expect(html).toContain(`href="/tai-ve/${file}"`);
    for (const href of ['/ket-qua/bo-2023', '/lich-su/tinh/2023', '/lich-su/tinh/2025']) expect(html).toContain(`href="${href}"`);
    // The last of a partly known year is told only where its rank says that nobody stands behind it.
    expect(text).toContain('Thấp nhất 81,32 An Giang');
    expect((await open('/lich-su/tinh/2024')).text).not.toContain('Thấp nhất');
  });

  it('tells how many provinces stood in each group, where that is published of all', async () => {
    expect((await open('/lich-su/tinh/2024')).text).toMatch(
      /Nhóm A 13 từ 90 Nhóm B 50 80 đến dưới 90 Phân nhóm đã công bố của đủ 63 tỉnh, thành phố\. Nguồn: /,
    );
    expect((await open('/lich-su/tinh/2023')).text).not.toContain('Phân nhóm đã công bố');
  });

  it('[F81] maps the provinces of a year as tiles, with the number in each, both archipelagos, and what is not known said', async () => {
    const tilesOf = (html: string) =>
      [...html.matchAll(/class="map-tile[^"]*"(?: data-heat="(\d)")? href="[^"]+" aria-label="([^"]+)"/g)].map(([, step = 'none', about]) => [about, step]);
    const { html } = await open('/lich-su/tinh/2023');
    const tiles = tilesOf(html);
    expect(tiles).toHaveLength(63);
    expect(tiles).toContainEqual(['Quảng Ninh 92,18, hạng 1/63', '6']);
    expect(tiles).toContainEqual(['Sóc Trăng 81,70, hạng 62/63', '3']);
    expect(tiles.filter(([, step]) => step === 'none')).toHaveLength(48);
    expect(tiles).toContainEqual(['Bắc Kạn chưa có số liệu', 'none']);
    expect(html).toContain('Quần đảo Hoàng Sa (Đà Nẵng)');
    expect(html).toContain('Quần đảo Trường Sa (Khánh Hòa)');
    const heirs = tilesOf((await open('/lich-su/tinh/2025')).html);
    expect(heirs).toHaveLength(34);
    expect(heirs.every(([about = '', step]) => step === 'none' && about.endsWith('chưa có số liệu'))).toBe(true);
  });

  it('[F98] shows the ministries of 2023 as published, Vietnamese first and English at a switch', async () => {
    const { html, text } = await open('/ket-qua/bo-2023');
    expect(html).toContain('<html lang="vi">');
    expect(text).toContain('Chỉ số cải cách hành chính năm 2023 của các bộ, cơ quan ngang bộ');
    expect(text).toMatch(/1 Bộ Tư pháp 89,95 −0,68 tăng 1 bậc 61,86 28,10 89,96/);
    expect(text).toMatch(/17 Bộ Công Thương 78,03/);
    expect(text).toContain('84,38');
    const english = await open('/en/ket-qua/bo-2023');
    expect(english.html).toContain('<html lang="en">');
    expect(english.text).toContain('Public administration reform index 2023');
    expect(english.text).toMatch(/Bộ Tư pháp 89\.95/);
  });

  it('[F71] ranks bodies in a table that reads without script', async () => {
    const { html } = await open('/ket-qua/bo-2023');
    const rows = [...html.matchAll(/<tr data-search="([^"]+)"/g)].map(([, key]) => key);
    expect(rows).toHaveLength(17);
    expect(rows[0]).toBe('bo tu phap');
    expect(rows.at(-1)).toBe('bo cong thuong');
  });

  it('[F70] shows appraised and surveyed parts joined, in table and chart', async () => {
    const { html, text } = await open('/ket-qua/bo-2023');
    expect(text).toContain('Điểm thẩm định tối đa 68,5');
    expect(text).toContain('Điều tra xã hội học tối đa 31,5');
    expect(html).toContain('aria-label="Điểm thẩm định: 61,86; Điều tra xã hội học: 28,10"');
  });
});

describe('the pages of bodies', () => {
  it('[F76] lead from a published number to its inputs, rule and arithmetic, and to files that compute the same', async () => {
    const { text } = await open('/ket-qua/minh-hoa-2022/minh-hoa-01');
    expect(text).toContain('Dữ liệu minh họa');
    expect(text).toContain('Số liệu đã dùng');
    expect(text).toMatch(/\d+ \/ \d+ (=|≈) [\d,]+%/);
    expect(text).toMatch(/Kết quả: [\d,]+ điểm trên tối đa [\d,]+ điểm/);
    for (const { view } of product.library.rounds) {
      const [snapshot, result] = await Promise.all(
        ['snapshot.json', 'result.json'].map(async (ending) => (await fetch(`${product.address}/tai-ve/${view.id}.${ending}`)).text()),
      );
      expect((await parindex(['compute', '-'], { input: snapshot as string })).out).toBe(result);
    }
  });

  it('go out as a table that says what it is, with the published index first', async () => {
    const csv = await (await fetch(`${product.address}/tai-ve/bo-2023.csv`)).text();
    const [head, first] = csv.split('\r\n');
    expect(head).toContain('index_published,index_recomputed_from_printed_parts');
    expect(first).toMatch(/^1,bo-tu-phap,,Bộ Tư pháp,89\.95,89\.96,/);
    const invented = await (await fetch(`${product.address}/tai-ve/minh-hoa-2022.csv`)).text();
    for (const line of invented.trim().split('\r\n').slice(1)) expect(line).toMatch(/province-2022,Bản tham khảo,Dữ liệu minh họa$/);
  });

  it('[F88] begin with the newest index, rank and change, a sentence to cite and files under addresses that last', async () => {
    const { text, html } = await open('/co-quan/hai-phong');
    expect(text).toMatch(/Thứ hạng 1\/63 So với 2023 \+4,30 tăng 1 bậc/);
    expect(text).toContain('Thành phố Hải Phòng: Chỉ số cải cách hành chính năm 2024 đạt 96,17%, xếp hạng 1/63 (nguồn: Sở Văn hóa');
    expect(html).toContain('href="/so-sanh?co-quan=hai-phong&amp;co-quan=ba-ria-vung-tau"');
    const csv = await (await fetch(`${product.address}/tai-ve/co-quan/hai-phong.csv`)).text();
    expect(csv).toContain('2023,hai-phong,Hải Phòng,91.87,91.81,2,found,found,');
    expect((await fetch(`${product.address}/tai-ve/co-quan/khong-co.csv`)).status).toBe(404);
    // Under the name of that year, and with what is not sure said.
    expect((await open('/co-quan/hue')).text).toContain('Tỉnh Thừa Thiên Huế: Chỉ số cải cách hành chính năm 2023 đạt 88,38%');
    expect((await open('/co-quan/ha-noi')).text).toContain('92,75%, xếp hạng 3/63 (thứ hạng suy ra)');
  });

  it('say where the years go over to another edition of the scheme, and nowhere else', async () => {
    const said = 'Từ năm 2022 tính theo Quyết định số 876/QĐ-BNV ngày 10/11/2022';
    for (const address of ['/lich-su/tinh', '/lich-su/bo', '/lich-su/tinh/2022', '/co-quan/hai-phong', '/so-sanh?co-quan=bo-tu-phap&co-quan=bo-y-te'])
      expect([address, (await open(address)).text.includes(said)]).toEqual([address, true]);
    expect((await open('/lich-su/tinh')).text).toContain('Trước năm 2022, bộ tiêu chí cũng đã được thay thế nhiều lần');
    // Between the two years in the table of a body.
    expect((await open('/co-quan/hai-phong')).text).toMatch(/2022 .* Từ năm 2022 tính theo Quyết định .* 2021 /);
    for (const address of ['/lich-su/tinh/2023', '/lich-su/bo/2023']) expect((await open(address)).text).not.toContain('bộ tiêu chí khác các năm trước');
  });

  it('say of every missing year that there is no figure, never zero', async () => {
    const { text, html } = await open('/co-quan/bac-kan');
    expect(text).toContain('2012 chưa có số liệu');
    expect(html).not.toContain('>0,00<');
    const series = seriesOf(product.library.data.history, product.library.data.registry.byId.get('bac-kan') as never);
    expect(series.every((entry) => entry.state === 'noFigure')).toBe(true);
  });

  it('join only years in a row by a line', async () => {
    const { html } = await open('/co-quan/ngan-hang-nha-nuoc-viet-nam');
    const runs = [...html.matchAll(/<polyline class="chart-line"[^>]* points="([^"]+)"/g)].map(([, points]) => points?.split(' ').length);
    const series = seriesOf(product.library.data.history, product.library.data.registry.byId.get('ngan-hang-nha-nuoc-viet-nam') as never);
    const lengths = series
      .map((entry) => ('figures' in entry ? 'x' : ' '))
      .join('')
      .split(/ +/)
      .filter((run) => run.length > 1)
      .map((run) => run.length);
    expect(runs).toEqual(lengths);
    expect(lengths.length).toBeGreaterThan(0);
  });

  it('[F49] [F50] say what a former province became, and when, and carry none of its figures over', async () => {
    expect((await open('/co-quan/binh-duong')).text).toMatch(
      /Hoạt động đến hết ngày 30\/06\/2025.*Hợp nhất vào, chuyển nhiệm vụ sang: Thành phố Hồ Chí Minh từ ngày 01\/07\/2025 theo Nghị quyết số/,
    );
    const heir = await open('/co-quan/ho-chi-minh-2025');
    expect(heir.text).toContain('Hình thành từ');
    expect(heir.text).toContain('Chưa có số liệu công bố nào');
  });

  it('mark derived ranks and conflicting sources, and link only to hosts on the list', async () => {
    const history = await open('/lich-su/tinh');
    expect(history.text).toContain('Có 92 trên 819 số liệu');
    expect(history.text).toMatch(/87,61 hạng 16 † thứ hạng suy ra/);
    expect((await open('/co-quan/da-nang')).text).toContain('87,14 ≠ các nguồn ghi khác nhau: 87,12');
    const { hosts } = product.library.data;
    for (const address of ['/', '/ket-qua/bo-2023', '/lich-su/tinh/2023', '/co-quan/da-nang', '/co-quan/ha-noi', '/gioi-thieu', '/co-quan/bo-tu-phap']) {
      const { html } = await open(address);
      for (const [, href = ''] of html.matchAll(/href="(https?:[^"]+)"/g)) expect(hosts.has(new URL(href).host)).toBe(true);
    }
  });
});

describe('two to five bodies side by side', () => {
  it('[F80] are told apart by points, rank, part and year, under a title of their own', async () => {
    const { text, html } = await open('/so-sanh?co-quan=bo-tu-phap&co-quan=bo-tai-chinh&co-quan=bo-y-te');
    expect(html).toContain('<title>So sánh: Bộ Tư pháp, Bộ Tài chính, Bộ Y tế – ParIndex</title>');
    expect(text).toContain('Năm 2023, so với Bộ Tư pháp');
    expect(text).toMatch(/Bộ Y tế 79,80 −10,15 15 thấp hơn 14 bậc/);
    expect(text).toMatch(/Điểm thẩm định tối đa 68,5 61,86 61,52 55,81 6,05/);
    expect(text).toMatch(/2021 91,90 \[3\] hạng 1 chưa có số liệu 80,67/);
    expect(html).toContain('href="/en/so-sanh?co-quan=bo-tu-phap&amp;co-quan=bo-tai-chinh&amp;co-quan=bo-y-te"');
  });

  it('[F80] keep what is doubtful of a figure, and where it was read, as the table of the year has them', async () => {
    const { text, html } = await open('/so-sanh?co-quan=ha-noi&co-quan=hai-phong');
    expect(text).toMatch(
      /Hà Nội 92,75 ≠ các nguồn ghi khác nhau: 92,57 ≈ số suy ra từ số liệu khác gốc so sánh 3 † thứ hạng suy ra, không in trong nguồn \[\d+\]/,
    );
    expect(text).toMatch(/2024 92,75 ≠ [^≈]+ ≈ số suy ra từ số liệu khác \[\d+\] hạng 3 † thứ hạng suy ra, không in trong nguồn 96,17/);
    const listed = new Set([...html.matchAll(/<li id="(nguon-\d+)"/g)].map(([, id]) => id));
    const named = new Set([...html.matchAll(/href="#(nguon-\d+)"/g)].map(([, id]) => id));
    expect([...named].toSorted()).toEqual([...listed].toSorted());
    expect(listed.size).toBeGreaterThan(1);
  });

  it('have their domains beside each other where a round has a whole tree', async () => {
    const { text } = await open('/so-sanh?ky=minh-hoa-2022&co-quan=minh-hoa-01&co-quan=minh-hoa-02');
    expect(text).toContain('Dữ liệu minh họa');
    expect(text).toContain('Theo lĩnh vực');
    expect(text.match(/Tỉnh Minh họa 02/g)?.length).toBeGreaterThan(8);
  });

  it.each([
    ['co-quan=bo-tu-phap&co-quan=ha-noi', 'Chỉ so sánh được các cơ quan cùng loại'],
    ['loai=province', 'Chưa chọn cơ quan nào'],
    ['co-quan=ha-noi', 'Cần chọn ít nhất 2 cơ quan'],
    ['co-quan=ha-noi&co-quan=ha-noi', 'Cần chọn ít nhất 2 cơ quan'],
    ['co-quan=ha-noi&co-quan=khong-co', 'Không có cơ quan nào mang mã: khong-co'],
    ['ky=minh-hoa-2022&co-quan=minh-hoa-01&co-quan=ha-noi', 'Không có cơ quan nào mang mã: ha-noi'],
    ['ky=khong-co&co-quan=ha-noi&co-quan=hue', 'Không có kỳ đánh giá này'],
    ['hue ha-noi da-nang hai-phong son-la can-tho'.replaceAll(/(\S+) ?/g, 'co-quan=$1&'), 'Đã chọn 6 cơ quan; chỉ so sánh được tối đa 5'],
  ])('are refused in words: %s', async (query, words) => {
    const { status, text } = await open(`/so-sanh?${query}`);
    expect([status, text.includes(words)]).toEqual([200, true]);
    expect(text).toContain('Chọn tỉnh, thành phố');
  });
});

describe('what is not known', () => {
  it('is counted, and folded away in every table that would be full of it', async () => {
    expect((await open('/lich-su/tinh')).text).toContain('Chưa có số liệu 727 ô; 31 cơ quan chưa có năm nào: hiện');
    expect((await open('/lich-su/tinh/2023')).text).toContain('Chưa có số liệu của 48 cơ quan: hiện');
    expect((await open('/co-quan/hai-phong')).text).toContain('Chưa có số liệu 5 năm: hiện');
    const { html } = await open('/lich-su/tinh/2023');
    expect(html.match(/<tr class="is-empty"/g)).toHaveLength(48);
  });
});

describe('the files', () => {
  it('give a year and a history with their sources, a line for each body that is missing, and numbers in a workbook', async () => {
    const csv = await (await fetch(`${product.address}/tai-ve/tinh-2023.csv`)).text();
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(64);
    expect(lines[1]).toMatch(/^2023,quang-ninh,Quảng Ninh,92\.18,,1,found,found,https?:/);
    expect(lines.at(-1)).toMatch(/^2023,[^,]+,Tỉnh [^,]+,,,,,none,$/);
    const history = (await (await fetch(`${product.address}/tai-ve/lich-su-tinh.json`)).json()) as { rows: { index: string }[] };
    expect(history.rows.length).toBe(product.library.data.history.figures.filter(({ level }) => level === 'province').length);
    const book = await fetch(`${product.address}/tai-ve/tinh-2023.xlsx`);
    const { sheets } = await readXlsx(new Uint8Array(await book.arrayBuffer()));
    expect(sheets[0]?.rows.some((row) => row.includes(92.18) && row.includes('Quảng Ninh'))).toBe(true);
  });
});

describe('the search', () => {
  it.each([
    ['thua thien', 'Thành phố Huế'],
    ['Hoà', 'Hòa Bình'],
    ['BINH DUONG', 'Thành phố Hồ Chí Minh'],
  ])('finds %s', async (query, name) => {
    expect((await open(`/tim?q=${encodeURIComponent(query)}`)).text).toContain(name);
  });

  it('shows a query as text, whatever it holds', async () => {
    const { html } = await open(`/tim?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script>alert');
  });
});

describe('the pages of schemes', () => {
  it('[F5] show the editions of provinces, ministries and communes side by side, each with its status', async () => {
    const { text } = await open('/bo-tieu-chi');
    expect(text).toContain('8 lĩnh vực, 37 tiêu chí, 88 tiêu chí thành phần, 94 nội dung chấm điểm');
    for (const { id } of product.library.data.schemes) {
      const page = await open(`/bo-tieu-chi/${id}`);
      expect(page.status).toBe(200);
      expect(page.text).toMatch(/Bản tham khảo|Bản minh họa/);
    }
  });

  it('[F10] tell rules in words beside guidance and legal basis, and mark thresholds that are assumed', async () => {
    const { text } = await open('/bo-tieu-chi/province-2022');
    expect(text).toContain('876/QĐ-BNV');
    expect(text).toContain('ngưỡng giả định');
    expect(text).toContain('Điểm thẩm định 61,5');
    expect(text).toMatch(/đạt 100% được 1,5 điểm/);
  });

  it('[F3] compare two editions', async () => {
    const { text } = await open('/bo-tieu-chi/province-2022/so-voi/illustrative-before-2022');
    expect(text).toContain('7.1.5 Công bố, chia sẻ dữ liệu mở');
    expect(text).toMatch(/Ảnh hưởng đến điểm tối đa.*Tổng cộng 100 100 0/s);
  });
});

describe('the server', () => {
  it('answers every page there is with 200, whole, in both languages', async () => {
    interface SiteRoute {
      readonly page: string;
      readonly round?: string;
    }
    const { allRoutes, hrefOf } = (await import(pathToFileURL(path.join(ROOT, '.build/site/server/entry.js')).href)) as {
      allRoutes: (data: SiteData) => readonly SiteRoute[];
      hrefOf: (route: SiteRoute, language: string) => string;
    };
    const routes = allRoutes(product.library.data);
    expect(routes.length).toBeGreaterThan(200);
    const addresses = routes.map((route, index) => hrefOf(route, index % 2 === 0 ? 'vi' : 'en'));
    expect(new Set(addresses).size).toBe(routes.length);
    // Of the pages of bodies, of which there are hundreds, `npm test` reads the first of each round, and every seventh; a soak all.
    const kindOf = ({ page, round }: SiteRoute) => `${page} ${round}`;
    const isMany = ({ page }: SiteRoute) => page === 'body' || page === 'roundBody';
    const asked = routes.flatMap((route, index) =>
      SOAK || !isMany(route) || index % 7 === 0 || routes.findIndex((one) => kindOf(one) === kindOf(route)) === index ? [addresses[index] as string] : [],
    );
    for (const address of asked) {
      const response = await product.app.inject({ url: address });
      expect([address, response.statusCode]).toEqual([address, 200]);
      expect(response.body.endsWith('</html>')).toBe(true);
      expect(response.body).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('answers 404 with a page for an address that is none', async () => {
    for (const address of [
      '/khong-co',
      '/ket-qua/bo-2023/minh-hoa-01',
      '/ket-qua/bo-2023/ha-noi',
      '//minh-hoa.example',
      '/co-quan/__proto__',
      '/en/lich-su/xa',
    ]) {
      const { status, text } = await open(address);
      expect([address, status]).toEqual([address, 404]);
      expect(text).toMatch(/Không tìm thấy trang|Page not found/);
    }
    // An address that is not even well written is told so, without a word of the server's inside.
    const malformed = await open('/%E0%A4%A');
    expect(malformed.status).toBe(400);
    expect(malformed.html).not.toContain('node_modules');
  });

  it('never joins a real body with invented figures', async () => {
    expect((await open('/ket-qua/minh-hoa-2022/ha-noi')).status).toBe(404);
    const invented = product.library.rounds.filter(({ view }) => view.kind === 'illustrative').flatMap(({ view }) => view.result.bodies);
    for (const body of invented) expect(body.name).toMatch(/^(Tỉnh|Xã) Minh họa \d+$/);
  });

  it('[F19] sends the browser finished points: its script knows no rule', () => {
    const folder = path.join(ROOT, '.build/site/client/assets');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(scripts).toHaveLength(1);
    const script = readFileSync(path.join(folder, scripts[0] ?? ''), 'utf8');
    expect(script.length).toBeLessThan(6000);
    expect(script).not.toMatch(/proportional|whenNothing|fetch\(|eval\(/);
  });

  it('lets no page load from elsewhere', async () => {
    const { response, html } = await open('/ket-qua/bo-2023');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect([...html.matchAll(/(?:src|href)="(https?:)?\/\//g)].length).toBe([...html.matchAll(/<a href="https:\/\/xaydungchinhsach/g)].length);
  });
});
