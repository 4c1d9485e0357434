/** Computes what people ask first before they ask, again and again; answers what ends it. */
import type { Logger } from 'pino';
import type { QueryContext } from '../queries/context.js';
import type { PracticeQueries } from '../queries/practice.js';

const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

export function preparePractice(context: QueryContext, practice: PracticeQueries, log: Logger): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | undefined;
  const isStopped = (): boolean => stopped;
  const once = (): void => {
    running ??= prepareAll(context, practice, isStopped).catch((error: unknown) => { if (!stopped) log.warn({ err: error }, 'figures of procedures could not be prepared'); }).finally(() => { running = undefined; });
  };
  const [first, every] = [setTimeout(once, FIRST_MS), setInterval(once, EVERY_MS)];
  first.unref();
  every.unref();
  // What is under way is given up: it only reads, and is done again.
  return () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(every);
    return Promise.resolve();
  };
}

/** One after another, of procedures in force that the agency has dossiers of. */
export async function prepareAll({ store, directory }: QueryContext, practice: PracticeQueries, isStopped: () => boolean = () => false): Promise<void> {
  const procedures = await store.procedures.find({ currentVersion: { $exists: true } }, { _id: 1 }).lean();
  for (const { _id: agency } of directory.allAgencies()) {
    const agencies = [agency, ...directory.inheritedBy(agency)];
    for (const { _id: procedureId } of procedures) {
      if (isStopped()) return;
      const some = await store.dossiers.findOne({ agencies: agencies.length === 1 ? agency : { $in: agencies }, procedureId }, { _id: 1 }).lean();
      if (some) await practice.prepare(agencies, procedureId);
    }
  }
}
