import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { startMongo } from '../../services/index.js';
import { locateMongo } from '../../services/locate.js';
import { cacheFolder } from '../../services/places.js';
import { temporaryFolder, testSettings } from '../support/services.js';

const THINGS = 100;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
interface Thing { _id: string; name: string; n: number }

/** 100 things with a unique index over name and n, as launchers before this one wrote them. */
const earlierStore = (name: string): Buffer => gunzipSync(readFileSync(join(__dirname, 'fixtures', `${name}.mv.gz`)));

// Where there is a mongod, the store of the Java server is nobody's.
const withJavaServer = locateMongo(cacheFolder(process.env), process.env).kind === 'mongo-java' ? test : test.skip;

withJavaServer.each([
  ['documents as Java objects', 'earlier-store'],
  ['keys of indexes as BSON', 'bson-keys-store'],
])('a store of an earlier launcher, with %s, is read, its unique indexes hold, and it stays so', async (_kept, name) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, 'mongo-h2'));
  writeFileSync(join(folder.path, 'mongo-h2', 'store.mv'), earlierStore(name));
  for (const start of [1, 2]) {
    const server = await startMongo(await testSettings(folder.path), quiet);
    const client = await new mongoose.mongo.MongoClient(server.at).connect();
    const things = client.db('dossierflow').collection<Thing>('things');
    expect(await things.countDocuments({ parts: { $elemMatch: { note: 'Hồ sơ' } } })).toBe(THINGS);
    expect(await things.findOne({ _id: 'thing-67' })).toMatchObject({ name: 'name 4', n: 67, at: new Date(67) });
    expect(await things.findOne({ name: 'name 4', n: 67 })).toMatchObject({ _id: 'thing-67' });
    await expect(things.insertOne({ _id: 'other', name: 'name 4', n: 67 })).rejects.toMatchObject({ code: 11_000 });
    await expect(things.insertOne({ _id: 'thing-67', name: 'none', n: 0 })).rejects.toMatchObject({ code: 11_000 });
    expect((await things.updateOne({ _id: 'thing-7' }, { $set: { name: `start ${start}` } })).modifiedCount).toBe(1);
    await client.close();
    await server.stop();
  }
  folder.remove();
});
