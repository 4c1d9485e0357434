/** The read model made again from the event log, and the standing of a dossier with it. */
import type { Plan } from '../engine/graph/types.js';
import { foldStep, movedTo, newStanding, type Batch, type SettledStep, type Standing } from '../engine/record/steps.js';
import type { PlanStore } from './plans.js';
import type { Projector } from './projector.js';
import type { LogDoc } from './schemas/dossier.js';
import type { Store } from './store.js';

/** A gap or a contradiction in a log; `seq` is the last good event. */
export class BrokenLog extends Error {
  constructor(readonly dossierId: string, readonly seq: number) {
    super(`the log of ${dossierId} breaks off after event ${seq}`);
    this.name = 'BrokenLog';
  }
}

/** Entries of one dossier in order, the reception left out. Throws BrokenLog when one is missing. */
async function stepsOf(store: Store, dossierId: string): Promise<LogDoc[]> {
  const entries = await store.log.find({ dossierId, from: { $gt: 0 } }).sort({ from: 1 }).lean();
  let seq = 0;
  for (const entry of entries) {
    if (entry.from !== seq + 1) throw new BrokenLog(dossierId, seq);
    seq = entry.seq;
  }
  return entries;
}

/** Where the log leaves the dossier, and on which plan; undefined when nothing has happened yet. */
export async function rebuildStanding(store: Store, plans: PlanStore, dossierId: string): Promise<{ standing: Standing; plan: Plan } | undefined> {
  const [entries, reception] = await Promise.all([stepsOf(store, dossierId), store.log.findOne({ dossierId, from: 0 }).lean()]);
  if (entries.length === 0 || !reception?.facts) return undefined;
  let [plan, standing] = [await plans.plan(reception.facts.planHash), newStanding()];
  for (const entry of entries) {
    plan = await planAfter(plans, plan, entry);
    ({ standing } = foldStep(plan, standing, entry));
  }
  return { standing, plan };
}
/** The plan that an entry leads to: another one when the dossier was moved by it. */
async function planAfter(plans: PlanStore, plan: Plan, entry: LogDoc): Promise<Plan> {
  const hash = movedTo(entry);
  return hash === undefined ? plan : plans.plan(hash);
}

/** Writes the rows of one dossier again, from its first entry on; answers the number of its last event. */
export async function rebuildDossier(store: Store, plans: PlanStore, projector: Projector, dossierId: string): Promise<number> {
  let plan = await plans.plan((await projector.receptionOf(dossierId)).planHash);
  const entries = await stepsOf(store, dossierId);
  await Promise.all([store.dossiers.deleteOne({ _id: dossierId }), store.workItems.deleteMany({ dossierId })]);
  let standing = newStanding();
  for (const entry of entries) {
    plan = await planAfter(plans, plan, entry);
    const folded = foldStep(plan, standing, entry);
    standing = folded.standing;
    await projector.project({ dossierId, planHash: plan.hash, steps: [stepOf(entry)], ended: folded.ended, ...standing } satisfies Batch);
  }
  return standing.state.seq;
}

/** All dossiers of the register, one after another; the ids of those whose log is broken. */
export async function rebuildAll(store: Store, plans: PlanStore, projector: Projector, told: (dossierId: string) => void = () => undefined): Promise<{ rebuilt: number; broken: string[] }> {
  const broken: string[] = [];
  let rebuilt = 0;
  for await (const { dossierId } of store.log.find({ from: 0 }, { dossierId: 1 }).lean().cursor()) {
    try {
      await rebuildDossier(store, plans, projector, dossierId);
      rebuilt += 1;
    } catch (error) {
      if (!(error instanceof BrokenLog)) throw error;
      broken.push(dossierId);
    }
    told(dossierId);
  }
  return { rebuilt, broken };
}

function stepOf(entry: LogDoc): SettledStep {
  return {
    from: entry.from, seq: entry.seq, at: entry.at.getTime(), command: entry.command as SettledStep['command'], commandId: entry.commandId, events: entry.events,
    ...(entry.by === undefined ? {} : { by: entry.by }), ...(entry.reason === undefined ? {} : { reason: entry.reason }),
  };
}
