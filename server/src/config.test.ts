import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { warnOfPlainCookies } from './serve.ts';
import { WrongSetting } from './wrong-setting.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'minh-hoa', AWS_SECRET_ACCESS_KEY: 'bi-mat' };
const storageOf = (written: string, keys = KEYS) => readConfig({ PARINDEX_STORE: written, ...keys }).storage;

test.each(['abc', '99999', '80.5'])('%s is no port', (written) => {
  expect(() => readConfig({ PORT: written })).toThrow(WrongSetting);
  expect(() => readConfig({ PORT: written })).toThrow(/PORT phải là số.*PORT must be a number/);
});

test('the store is a folder or a bucket with its address', () => {
  expect(readConfig({}).storage).toBeUndefined();
  expect(storageOf('/srv/kho')).toEqual({ kind: 'folder', folder: '/srv/kho' });
  expect(storageOf('s3://kho-minh-hoa/nam/2026?endpoint=http://10.0.0.5:9000&region=vn-1')).toEqual({
    kind: 's3',
    bucket: 'kho-minh-hoa',
    prefix: 'nam/2026/',
    endpoint: 'http://10.0.0.5:9000',
    region: 'vn-1',
    accessKeyId: 'minh-hoa',
    secretAccessKey: 'bi-mat',
  });
  expect(storageOf('s3://kho')).toMatchObject({ prefix: '', endpoint: undefined, region: 'us-east-1' });
});

test.each([
  's3://',
  's3:///prefix',
  's3://KHO',
  's3://key:secret@kho',
  's3://kho/a//b',
  's3://kho/a b',
  's3://kho/../b?endpoint=minio',
  's3://kho?endpoint=ftp://x',
  's3://kho?endpont=http://x',
  'gs://kho',
  'https://kho',
])('%s is no store, and says so in both languages', (written) => {
  expect(() => storageOf(written)).toThrow(WrongSetting);
  expect(() => storageOf(written)).toThrow(/phải là thư mục.*\(PARINDEX_STORE must be/);
});

test('a bucket without keys is refused, and the setting is not repeated in the message', () => {
  expect(() => storageOf('s3://kho', { ...KEYS, AWS_SECRET_ACCESS_KEY: '' })).toThrow(/AWS_SECRET_ACCESS_KEY are needed/);
  expect(() => storageOf('s3://key:hidden@kho')).toThrow(/^(?!.*hidden)/);
});

test('the mail server is an address with its sender, and a password is repeated in no message', () => {
  const mailOf = (server: string, from = 'Chấm điểm <nhac-viec@minh-hoa.example>') => readConfig({ PARINDEX_SMTP: server, PARINDEX_MAIL_FROM: from }).mail;
  expect(readConfig({}).mail).toBeUndefined();
  expect(mailOf('smtp://an:bi%20mat@10.0.0.5:587')).toEqual({
    ...{ host: '10.0.0.5', port: 587, secure: false, auth: { user: 'an', pass: 'bi mat' } },
    from: { name: 'Chấm điểm', address: 'nhac-viec@minh-hoa.example' },
  });
  expect(mailOf('smtps://mail.minh-hoa.example', 'nhac-viec@minh-hoa.example')).toMatchObject({ port: 465, secure: true, auth: undefined, from: { name: '' } });
  for (const wrong of ['mail.example', 'https://mail.example', 'smtp://', 'smtp://bi-mat@mail.example', 'smtp://a:bi-mat@mail.example/?pool=true'])
    expect(() => mailOf(wrong)).toThrow(/^(?!.*bi-mat)PARINDEX_SMTP phải có dạng.*must be an smtp/);
  for (const wrong of ['', 'ai do', 'A <a@b>\r\nBcc: c@d', 'a@b, c@d']) expect(() => mailOf('smtp://mail.example', wrong)).toThrow(/PARINDEX_MAIL_FROM/);
});

test('a server that is open to others without its address says that cookies are not marked Secure', () => {
  const said = (host: string, origin?: string) => {
    const texts: string[] = [];
    warnOfPlainCookies({ host, origin }, (text) => texts.push(text));
    return texts.join();
  };
  expect(said('0.0.0.0')).toMatch(/PARINDEX_ORIGIN.*Secure[\s\S]*Warning/);
  expect([said('127.0.0.1'), said('0.0.0.0', 'https://chamdiem.example')]).toEqual(['', '']);
});

test('the access log goes to standard output, nowhere, or into a file', () => {
  const to = (written?: string) => readConfig({ PARINDEX_ACCESS_LOG: written }).accessLog;
  expect([to(), to('stdout'), to('off'), to('/var/log/parindex/access.log')]).toEqual([undefined, 'stdout', 'off', { file: '/var/log/parindex/access.log' }]);
});

test('[F93] the terms of sessions are whole numbers within bounds, and the usual ones where nothing is set', () => {
  expect(readConfig({}).sessions).toEqual({ idleMinutes: 60, longestHours: 12, most: 10 });
  expect(readConfig({ PARINDEX_SESSION_IDLE_MINUTES: '15', PARINDEX_SESSION_HOURS: '8', PARINDEX_SESSIONS_MOST: '3' }).sessions).toEqual({
    ...{ idleMinutes: 15, longestHours: 8, most: 3 },
  });
  for (const wrong of [{ PARINDEX_SESSION_IDLE_MINUTES: '4' }, { PARINDEX_SESSION_HOURS: '48' }, { PARINDEX_SESSIONS_MOST: 'nhiều' }])
    expect(() => readConfig(wrong)).toThrow(WrongSetting);
});

test('the anchor is mailed to addresses, where there is a mail server; backups are encrypted to recipients', () => {
  const mail = { PARINDEX_SMTP: 'smtp://mail.example', PARINDEX_MAIL_FROM: 'a@minh-hoa.example' };
  const to = (written: string, more: object = mail) => readConfig({ ...more, PARINDEX_ANCHOR_MAIL: written }).anchorAddresses;
  expect([to(''), to(' luu-tru@minh-hoa.example, b@minh-hoa.example ')]).toEqual([[], ['luu-tru@minh-hoa.example', 'b@minh-hoa.example']]);
  expect(() => to('khong phai')).toThrow(/PARINDEX_ANCHOR_MAIL/);
  expect(() => to('luu-tru@minh-hoa.example', {})).toThrow(/PARINDEX_SMTP/);
  expect(readConfig({ PARINDEX_BACKUP_RECIPIENTS: 'age1a,age1b' }).backupRecipients).toEqual(['age1a', 'age1b']);
});
