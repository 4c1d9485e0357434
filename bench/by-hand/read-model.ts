/** A read model of the same size as the product's, written with as many commands: a log entry, then work items and the dossier. */
import mongoose, { type Connection } from 'mongoose';
import type { Settled } from './names.js';

export class ReadModel {
  private constructor(private readonly connection: Connection) {}

  static async open(uri: string): Promise<ReadModel> {
    const model = new ReadModel(await mongoose.createConnection(uri, { autoIndex: false }).asPromise());
    await Promise.all([
      model.collection('Log').createIndex({ dossierId: 1, seq: 1 }, { unique: true }),
      model.collection('Dossiers').createIndex({ number: 1 }, { unique: true }),
      model.collection('Dossiers').createIndex({ open: 1, updatedAt: 1 }),
      model.collection('Work').createIndex({ department: 1, open: 1, since: 1 }), model.collection('Work').createIndex({ dossierId: 1 }),
    ]);
    return model;
  }

  async record(dossierId: string, { seq, rows, open, variables, ended }: Settled): Promise<void> {
    const now = new Date();
    // May come twice: a workflow task whose answer is lost runs its local activities again.
    await onceOnly(this.collection('Log').insertOne({ _id: `${dossierId}:${seq}` as never, dossierId, seq, at: now, events: rows }));
    await Promise.all([
      onceOnly(this.collection('Work').bulkWrite(rows.map(({ task, status }) => ({
        updateOne: {
          filter: { _id: `${dossierId}.${task}` as never, seq: { $lt: seq } }, upsert: true,
          update: { $set: { dossierId, seq, task, status, open: status === 'open', number: variables.number, applicant: variables.applicant, department: 'bench', since: now } },
        },
      })), { ordered: false })),
      onceOnly(this.collection('Dossiers').updateOne({ _id: dossierId as never, seq: { $lt: seq } },
        { $set: { number: dossierId, seq, steps: open, open: !ended, data: variables, updatedAt: now } }, { upsert: true })),
    ]);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private collection(name: string) {
    return this.connection.collection(`byHand${name}`);
  }
}

async function onceOnly(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 11_000) throw error;
  }
}
