/** One contract for both stores of files: the database's over a real MongoDB, the bucket's over a server that speaks S3. */
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { openFiles } from '../../models/files/open.js';
import { S3Files } from '../../models/files/s3.js';
import { GridFsFiles, type FileStore } from '../../models/files/store.js';
import { Store } from '../../models/store.js';
import { breakingLine, startS3 } from '../support/s3-server.js';
import { startMongo } from '../support/services.js';

let mongo: Awaited<ReturnType<typeof startMongo>>;
let s3: Awaited<ReturnType<typeof startS3>>;
let store: Store;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  [mongo, s3] = await Promise.all([startMongo(), startS3()]);
  store = await Store.connect(mongo.uri);
  Object.assign(stores, { GridFS: await openFiles(store), S3: await openFiles(store, s3.place) });
}, 60_000);
afterAll(async () => {
  for (const files of Object.values(stores)) files.close();
  await store?.close();
  await Promise.all([mongo?.stop(), s3?.stop()]);
}, 30_000);

test('the settings choose the store', () => {
  expect(stores.GridFS).toBeInstanceOf(GridFsFiles);
  expect(stores.S3).toBeInstanceOf(S3Files);
});

describe.each(['GridFS', 'S3'])('%s', (kind) => {
  const files = (): FileStore => stores[kind]!;

  test.each([1, 1_000, 255 * 1024, 5 * 1024 * 1024 + 1, 20 * 1024 * 1024])('%d bytes come back as they went', async (size) => {
    const bytes = randomBytes(size);
    await files().write(`file-${size}`, bytes);
    expect((await buffer(files().read(`file-${size}`))).equals(bytes)).toBe(true);
  });

  test('ids with every sign that ours have, side by side', async () => {
    const ids = ['form-0b7e', 'a_b~c', 'A_B~C', 'tệp số 1+2&3'];
    for (const id of ids) await files().write(id, Buffer.from(id));
    for (const id of ids) expect((await buffer(files().read(id))).toString()).toBe(id);
  });

  test('what is written again is there once, and gone when removed', async () => {
    await files().write('twice', Buffer.from('first'));
    await files().write('twice', Buffer.from('second'));
    expect((await buffer(files().read('twice'))).toString()).toBe('second');
    await files().remove('twice');
    await expect(buffer(files().read('twice'))).rejects.toThrow();
  });

  test('a store that can be used says so', async () => { await expect(files().probe()).resolves.toBeUndefined(); });

  test('a file that is not there: reading fails in the stream, removing does nothing', async () => {
    await expect(buffer(files().read('none'))).rejects.toThrow();
    await files().remove('none');
  });

  test('a reader that leaves halfway hinders nobody after him', async () => {
    await files().write('long', Buffer.alloc(5_000_000, 'x'));
    for await (const chunk of files().read('long')) { expect((chunk as Buffer).length).toBeGreaterThan(0); break; }
    expect(await buffer(files().read('long'))).toHaveLength(5_000_000);
  });
});

// That S3 keeps nothing of a request that broke is its own promise; s3rver does not give it, so only what we are told is seen here.
test('an upload to the bucket that breaks, each time it is tried, fails', async () => {
  const line = await breakingLine(Number(new URL(s3.place.endpoint).port), 1_000_000);
  const files = new S3Files({ ...s3.place, endpoint: `http://127.0.0.1:${line.port}` });
  await expect(files.write('broken', Buffer.alloc(3_000_000, 'x'))).rejects.toThrow();
  expect(line.broken()).toBeGreaterThan(1);
  files.close();
  await line.stop();
});

test('an unknown key and a bucket that is not there are refused, and no error repeats the secret', async () => {
  for (const [wrong, name] of [[{ keyId: 'nobody' }, 'InvalidAccessKeyId'], [{ bucket: 'none' }, 'NoSuchBucket']] as const) {
    const files = new S3Files({ ...s3.place, secret: 'geheim', ...wrong });
    const error: unknown = await files.write('wrong', Buffer.from('x')).catch((reason: unknown) => reason);
    await expect(files.probe()).rejects.toThrow(/^the bucket (files|none) cannot be used \((403|404)\)$/);
    files.close();
    expect(error).toMatchObject({ name });
    expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
  }
});
