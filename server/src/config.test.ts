import { expect, test } from 'vitest';
import { readConfig, WrongSetting } from './config.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'minh-hoa', AWS_SECRET_ACCESS_KEY: 'bi-mat' };
const storageOf = (written: string, keys = KEYS) => readConfig({ PARINDEX_STORE: written, ...keys }).storage;

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
