import { describe, expect, it } from 'vitest';
import { lastName, readBodies, readBodyTable, settledBodies } from './index.ts';
import type { BodyRegistry, RegisteredBody } from './types.ts';

const HEAD = 'id,kind,type,name,short,code,parent,region,block,opened,closed,predecessors,decisionNumber,decisionDate';
const table = (...lines: string[]) => [HEAD, ...lines].join('\r\n');
const province = 'tinh-minh-hoa-01,province,tỉnh,Tỉnh Minh họa 01,Minh họa 01,01,,Vùng minh họa,,,,,,';
const faultsOf = (text: string, stored: readonly RegisteredBody[] = []) =>
  readBodyTable(text, stored).faults?.list.map(({ code, path, details }) => `${code} ${path} line ${details['line']}`);
const stored = (text: string): RegisteredBody[] => settledBodies(readBodyTable(text).registry as BodyRegistry);

describe('[F49] a table of bodies', () => {
  const communes = [
    'xa-a,commune,xã,Xã Minh họa A,,00001,tinh-minh-hoa-01,,,,30/06/2025,,,',
    'xa-b,commune,xã,Xã Minh họa B,,00002,tinh-minh-hoa-01,,,,2025-06-30,,,',
    'xa-ab,commune,phường,Phường Minh họa AB,,00003,tinh-minh-hoa-01,,,2025-07-01,,xa-a xa-b,12/NQ-MH,2025-06-12',
  ];

  it('reads into the same registry as a document, with lineage told at both ends', () => {
    const { registry } = readBodyTable(`\uFEFF${table(province, ...communes)}`);
    const [, a, , ab] = settledBodies(registry as BodyRegistry);
    expect(lastName(registry?.byId.get('tinh-minh-hoa-01') as RegisteredBody)).toMatchObject({ short: 'Minh họa 01', sort: 'Minh họa 01', type: 'province' });
    expect(a?.successors).toEqual([{ id: 'xa-ab', partly: false, changedOn: '2025-07-01', decision: { number: '12/NQ-MH', date: '2025-06-12' } }]);
    expect(ab).toMatchObject({
      opened: '2025-07-01',
      openedBy: { number: '12/NQ-MH' },
      names: [{ sort: 'Minh họa AB', type: 'ward' }],
      parents: [{ id: 'tinh-minh-hoa-01' }],
    });
    const document = { format: 'parindex-bodies/1', bodies: settledBodies(registry as BodyRegistry) };
    expect(settledBodies(readBodies(JSON.parse(JSON.stringify(document))).registry as BodyRegistry)).toEqual(settledBodies(registry as BodyRegistry));
  });

  it('is read alike with semicolons', () => {
    const semicolons = table(province, ...communes).replaceAll(',', ';');
    expect(settledBodies(readBodyTable(semicolons).registry as BodyRegistry)).toEqual(stored(table(province, ...communes)));
  });

  it('is read alike with heads as people write them, and a column under both of its names is there twice', () => {
    const titles =
      'Mã trong hệ thống,Cấp, loại cơ quan,Loại hình,Tên cơ quan,Tên ngắn,Mã số,Cơ quan cấp trên,Vùng,Khối,Ngày thành lập,Ngày chấm dứt,Cơ quan tiền thân,Số quyết định,Ngày quyết định';
    const named = [titles.replace('Cấp, loại cơ quan', '"Cấp, loại cơ quan"'), province, ...communes].join('\r\n');
    expect(settledBodies(readBodyTable(named).registry as BodyRegistry)).toEqual(stored(table(province, ...communes)));
    expect(faultsOf(['id,Mã trong hệ thống,kind,name', 'a,b,province,Tỉnh A'].join('\r\n'))).toEqual(['doubledKey /head/Mã trong hệ thống line 1']);
  });

  it('tells all faults with row, column and line', () => {
    expect(
      faultsOf(
        table(
          'Tinh 1,province,tỉnh,Tỉnh Minh họa 01,,01,,,,,,,,',
          'xa-a,village,xã,"Xã Minh họa\nA",,00001,khong-co,,,2025-02-30,,,,',
          'xa-b,commune,bộ,,,00001,,,,2025-07-01,2025-06-30,xa-x,12/NQ-MH,',
          'xa-b,commune,xã,Xã Minh họa C,,00002,,,,,,,,',
        ),
      ),
    ).toEqual([
      'wrongType /0/id line 2',
      'unknownValue /1/kind line 4',
      'wrongType /1/opened line 4',
      'missingKey /2/decisionDate line 5',
      'missingKey /2/name line 5',
      'duplicateId /3/id line 6',
      'outOfRange /2/closed line 5',
      'unknownValue /2/type line 5',
      'unknownId /2/predecessors line 5',
      'unknownId /1/parent line 4',
    ]);
  });

  it('tells of a head that lacks columns or has others, once', () => {
    expect(faultsOf('id,name,colour\nxa-a,Xã Minh họa A,red\nxa-b,Xã Minh họa B,red')).toEqual([
      'missingKey /head/kind line 1',
      'unknownKey /head/colour line 1',
    ]);
    expect(faultsOf('id,kind,name')).toBeUndefined();
  });

  it('corrects what holds last of a stored body and leaves alone what it leaves empty', () => {
    const before = stored(table(province, 'xa-c,commune,xã,Xã Minh họa C,,00009,tinh-minh-hoa-01,,,,,,,'));
    const { registry } = readBodyTable(table('xa-c,commune,,Xã Minh họa Xê,,,,,Khối 1,,,,,'), before);
    expect(registry?.byId.get('xa-c')).toMatchObject({
      names: [{ full: 'Xã Minh họa Xê', sort: 'Minh họa Xê', type: 'commune' }],
      codes: [{ code: '00009' }],
      parents: [{ id: 'tinh-minh-hoa-01' }],
      blocks: [{ name: 'Khối 1' }],
    });
  });

  it('never gives the id of one body to another', () => {
    const before = stored(table(province, ...communes));
    expect(faultsOf(table('xa-a,department,sở,Sở Minh họa,,,,,,,,,,'), before)).toEqual(['duplicateId /0/id line 2']);
    expect(faultsOf(table('xa-a,commune,,Xã Minh họa A,,,,,,2025-08-01,2026-01-01,,,'), before)).toContain('duplicateId /0/id line 2');
  });

  it('holds 3,321 communes', () => {
    const rows = Array.from({ length: 3_321 }, (_, n) => `xa-${n},commune,xã,Xã Minh họa ${n},,${n},tinh-minh-hoa-01,,,,,,,`);
    expect(readBodyTable(table(province, ...rows)).registry?.bodies).toHaveLength(3_322);
  });
});
