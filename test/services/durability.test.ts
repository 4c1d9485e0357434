import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { startMongo } from '../../services/index.js';
import { commandLineOf, type ChildRecord } from '../../services/record.js';
import { temporaryFolder, testSettings } from '../support/services.js';

const INSERTS = 500;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

function recordOf(dataFolder: string): ChildRecord {
  return JSON.parse(readFileSync(join(dataFolder, 'running', 'mongo.json'), 'utf8')) as ChildRecord;
}

async function untilGone(pid: number): Promise<void> {
  while (commandLineOf(pid) !== undefined) await sleep(20);
}

/** Inserts one by one until the server is killed in the middle; the ids that were acknowledged. */
async function insertUntilKilled(uri: string, pid: number): Promise<number[]> {
  const client = await new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 500 }).connect();
  const things = client.db().collection<{ _id: number }>('things');
  const acknowledged: number[] = [];
  for (let id = 0; id < 2 * INSERTS; id += 1) {
    const insert = things.insertOne({ _id: id }).then(() => true, () => false);
    if (id === INSERTS) process.kill(pid, 'SIGKILL'); // this insert is under way: it may or may not be there
    if (!(await insert)) break;
    acknowledged.push(id);
  }
  await client.close();
  return acknowledged;
}

test('every insert that was acknowledged is there after kill -9', async () => {
  const folder = temporaryFolder();
  const first = await startMongo(await testSettings(folder.path), quiet);
  const { pid } = recordOf(folder.path);
  const acknowledged = await insertUntilKilled(first.at, pid);
  expect(acknowledged.length).toBeGreaterThanOrEqual(INSERTS);
  await untilGone(pid);

  const second = await startMongo(await testSettings(folder.path), quiet);
  const client = await new mongoose.mongo.MongoClient(second.at).connect();
  const stored = await client.db().collection<{ _id: number }>('things').find().toArray();
  const ids = new Set(stored.map((thing) => thing._id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  await client.close();
  await second.stop();
  folder.remove();
});

test('what clashes in its _id and in another field is told by its _id, also by a store that was opened again', async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 12 }, (_, n) => `c${n}`);
  const told: string[] = [];
  for (const again of [false, true]) {
    const running = await startMongo(await testSettings(folder.path), quiet);
    const client = await new mongoose.mongo.MongoClient(running.at).connect();
    for (const name of names) {
      const things = client.db().collection<{ _id: string; a: number }>(name);
      if (!again) {
        await things.createIndex({ a: 1 }, { unique: true });
        await things.insertOne({ _id: 'x', a: 1 });
      }
      told.push(await things.insertOne({ _id: 'x', a: 1 }).then(() => 'inserted', (error: Error) => / index: (\S+)/.exec(error.message)?.[1] ?? error.message));
    }
    await client.close();
    await running.stop();
  }
  folder.remove();
  expect(new Set(told)).toEqual(new Set(['_id_']));
});
