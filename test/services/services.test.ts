import { createServer, type Server } from 'node:net';
import mongoose from 'mongoose';
import { ServiceUnavailable, startServices, type RunningServices } from '../../services/index.js';
import { probeTemporal } from '../../services/temporal.js';
import { temporaryFolder, testSettings } from '../support/services.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Thing { _id: number; n?: number }
async function withCollection<T>(uri: string, use: (collection: mongoose.mongo.Collection<Thing>) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    return await use(client.db().collection<Thing>('things'));
  } finally {
    await client.close();
  }
}

describe('both embedded services', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  test('start, keep what was stored over a restart on the same folder, and stop', async () => {
    const settings = await testSettings(folder.path);
    const first = await startServices(settings, quiet);
    expect(first.temporalAddress).toBe(`127.0.0.1:${settings.temporalPort}`);
    expect(first.described.temporal).toContain(first.temporalAddress);
    await withCollection(first.mongoUri, (things) => things.insertOne({ _id: 7 }));
    await first.stop();
    await expect(probeTemporal(first.temporalAddress, 'default')).rejects.toThrow();

    const second = await startServices(settings, quiet);
    expect(await withCollection(second.mongoUri, (things) => things.countDocuments({}))).toBe(1);
    await second.stop();
  });

  test('are shared, and not stopped, by a second start on the same folder', async () => {
    const settings = await testSettings(folder.path);
    const owner = await startServices(settings, quiet);
    const guest = await startServices(await testSettings(folder.path), quiet);
    expect(guest.mongoUri).toBe(owner.mongoUri);
    expect(guest.temporalAddress).toBe(owner.temporalAddress);
    await guest.stop();
    await probeTemporal(owner.temporalAddress, 'default');
    await owner.stop();
  });

  test('take a search attribute', async () => {
    const services = await startServices(await testSettings(folder.path, { searchAttributes: ['Department=Keyword'] }), quiet);
    await services.stop();
  });
});

describe('the embedded MongoDB', () => {
  const folder = temporaryFolder();
  let services: RunningServices;
  beforeAll(async () => { services = await startServices(await testSettings(folder.path), quiet); });
  afterAll(async () => { await services.stop(); folder.remove(); });

  test('enforces a unique index', async () => {
    const client = await new mongoose.mongo.MongoClient(services.mongoUri).connect();
    const codes = client.db().collection('codes');
    await codes.createIndex({ code: 1 }, { unique: true });
    await codes.insertOne({ code: 'A' });
    await expect(codes.insertOne({ code: 'A' })).rejects.toMatchObject({ code: 11000 });
    await client.close();
  });

  test('never alters a stored document, which may be on its way to the file or to a reader: a changed one takes its place', async () => {
    await withCollection(services.mongoUri, async (things) => {
      await things.insertMany([1, 2, 3, 4].map((_id) => ({ _id, n: 0 })));
      const cursor = things.find({}, { batchSize: 1 }).sort({ _id: 1 });
      expect(await cursor.next()).toEqual({ _id: 1, n: 0 });
      await things.updateOne({ _id: 3 }, { $set: { n: 1 } });
      await things.updateMany({ _id: { $gt: 3 } }, { $inc: { n: 1 } });
      expect(await things.findOneAndUpdate({ _id: 2 }, { $inc: { n: 1 } }, { returnDocument: 'after' })).toEqual({ _id: 2, n: 1 });
      expect(await cursor.toArray()).toEqual([2, 3, 4].map((_id) => ({ _id, n: 0 })));
      expect((await things.find().sort({ _id: 1 }).toArray()).map(({ n }) => n)).toEqual([0, 1, 1, 1]);
    });
  });
});

describe('what cannot be had', () => {
  const folder = temporaryFolder();
  const servers: Server[] = [];
  afterAll(() => { servers.forEach((server) => server.close()); folder.remove(); });

  test('a missing program is named with the places looked at and one command', async () => {
    const settings = await testSettings(folder.path, { cacheFolder: `${folder.path}/empty-cache` });
    const failure = await startServices(settings, quiet, { PATH: '' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServiceUnavailable);
    const { problem, message } = failure as ServiceUnavailable;
    expect(problem.looked.join('\n')).toContain('empty-cache');
    expect(message.split('\n').filter((line) => line.includes('to get it:'))).toHaveLength(1);
  });

  test('a wanted port that is taken is named with its variable and a free one', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => { server.once('listening', resolve); });
    const { port } = server.address() as { port: number };
    const settings = await testSettings(folder.path, { mongoPort: port });
    await expect(startServices(settings, quiet)).rejects.toThrow(new RegExp(`Port ${port}.*taken[^]*DOSSIERFLOW_MONGO_PORT=\\d+`));
  });

  test('an address that does not answer is an error, not a reason to start another', async () => {
    const settings = await testSettings(folder.path, { mongoUri: 'mongodb://clerk:secret@127.0.0.1:9/dossierflow' });
    const failure = await startServices(settings, quiet).catch((error: Error) => error.message);
    expect(failure).toContain('MONGODB_URI is set');
    expect(failure).not.toContain('secret');
  });

  test('the embedded ones are refused in production unless allowed by name', async () => {
    const settings = await testSettings(folder.path, { production: true });
    await expect(startServices(settings, quiet)).rejects.toThrow('NODE_ENV=production');
    const allowed = await startServices({ ...settings, allowEmbedded: true }, quiet);
    await allowed.stop();
  });
});
