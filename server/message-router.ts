/** Finds who waits for a message or signal that a dossier has thrown: other dossiers by what they wait for, or a procedure it starts. */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Command } from '../engine/interpreter/commands.js';
import type { Batch } from '../engine/record/steps.js';
import { deliveryOf, type KeptMessages } from '../models/kept-messages.js';
import type { KeptMessageDoc } from '../models/schemas/kept-message.js';
import type { VersionsInForce } from '../models/revisions/in-force.js';
import type { Reception } from '../models/writes/reception.js';
import type { Projector } from '../models/projector.js';
import type { Store } from '../models/store.js';
import type { Delivery } from '../workflows/dossier/messages.js';
import type { DossierHost } from '../workflows/host.js';

interface Dependencies {
  store: Store; projector: Projector; reception: Reception; host: DossierHost; log: Logger; kept: KeptMessages; inForce: VersionsInForce;
  now(): Date; agencyCode(agencyId: string): string;
  /** Until when a message thrown now is kept for somebody who does not wait yet. */
  keptUntil(): Date;
}

/** Receivers looked at for one message. */
const MOST_CANDIDATES = 500;

export class MessageRouter {
  constructor(private readonly given: Dependencies) {}

  /** Safe to repeat: every command it leads to carries an id made from the delivery. */
  async deliver(delivery: Delivery): Promise<void> {
    const reached = delivery.kind === 'signal' ? await this.broadcast(delivery) : (await this.correlate(delivery)) || (await this.startByMessage(delivery)) || (await this.keep(delivery));
    if (!reached) this.given.log.info({ from: delivery.dossierId, name: delivery.name }, `${delivery.kind} without a receiver`);
  }

  /** What dossiers wait for since this step may have been sent before: looked for behind the step, which has to be settled first. */
  subscribed(batch: Batch): void {
    const names = batch.steps.flatMap(({ events }) => events.flatMap((event) =>
      (event.type === 'catcherArmed' ? event.catcher.waits.flatMap((wait) => (wait.kind === 'message' && wait.name !== undefined ? [wait.name] : [])) : [])));
    if (names.length > 0) void this.handOver([...new Set(names)]).catch((error: unknown) => { this.given.log.warn({ err: error, names }, 'kept messages are handed over later'); });
  }

  /** Tries kept messages again, the oldest first: of these names, or all of them. */
  async handOver(names?: readonly string[]): Promise<void> {
    for (const kept of await this.given.kept.waiting(names)) await this.offer(kept);
  }

  /** Kept, and looked for once more: somebody may have begun to wait meanwhile. */
  private async keep(delivery: Delivery): Promise<true> {
    const { kept, keptUntil } = this.given;
    await kept.keep(delivery, keptUntil());
    await this.handOver([delivery.name]);
    return true;
  }

  private async offer(kept: KeptMessageDoc): Promise<void> {
    const delivery = deliveryOf(kept);
    const others = await this.waiting(delivery);
    // Claimed long ago and still there: it may have arrived at that dossier, which alone can tell.
    const receivers = kept.claimedBy === undefined ? others : [kept.claimedBy, ...others.filter((id) => id !== kept.claimedBy)];
    for (const id of receivers) {
      if (!(await this.given.kept.claim(kept._id, id))) return;
      const taken = await this.send(delivery, id);
      if (taken) { await this.given.kept.handedOver(kept._id); return; }
      await this.given.kept.release(kept._id);
    }
  }

  private async broadcast(delivery: Delivery): Promise<boolean> {
    const candidates = (await this.waiting(delivery)).filter((id) => id !== delivery.dossierId);
    for (const id of candidates) {
      await this.given.host.submit(id, { type: 'broadcastSignal', name: delivery.name, data: delivery.data, ...this.base(delivery, id) });
    }
    return candidates.length > 0;
  }

  /** A message has one receiver: the dossier that has waited longest among those whose key fits. */
  private async correlate(delivery: Delivery): Promise<boolean> {
    for (const id of await this.waiting(delivery)) if (await this.send(delivery, id)) return true;
    return false;
  }
  private async send(delivery: Delivery, id: string): Promise<boolean> {
    const command: Command = {
      type: 'correlateMessage', name: delivery.name, data: delivery.data, ...(delivery.key === undefined ? {} : { key: delivery.key }), ...this.base(delivery, id),
    };
    return (await this.given.host.submit(id, command)).accepted;
  }

  private async startByMessage(delivery: Delivery): Promise<boolean> {
    await this.given.inForce.upToDate();
    const versions = await this.given.store.versions.find({ 'startMessages.name': delivery.name }).sort({ version: -1 }).lean();
    for (const version of versions) {
      const procedure = await this.given.store.procedures.findOne({ _id: version.procedureId, currentVersion: version.version }).lean();
      const start = version.startMessages.find((each) => each.name === delivery.name);
      if (!procedure || !start) continue;
      const origin = await this.given.projector.factsOf(delivery.dossierId);
      const commandId = this.base(delivery, procedure._id).commandId;
      const dossierId = `d-${createHash('sha256').update(commandId).digest('hex').slice(0, 20)}`;
      const receivedAt = this.given.now();
      const { parts: _parts, rules: _rules, clock: _clock, ...kept } = origin;
      const { facts } = await this.given.reception.register(dossierId, commandId, {
        ...kept, procedureId: procedure._id, procedureCode: procedure.code, procedureName: procedure.name, version: version.version,
        planHash: version.planHash, agencyId: procedure.agencyId, parts: [], receivedAt, note: `← ${origin.dossierNo}`,
      }, this.given.agencyCode(procedure.agencyId));
      await this.given.host.start(dossierId, facts.planHash, { type: 'startProcess', data: delivery.data, startEvent: start.startEvent, ...this.base(delivery, procedure._id) });
      return true;
    }
    return false;
  }

  private async waiting({ kind, name, key }: Delivery): Promise<string[]> {
    const docs = await this.given.store.dossiers.find({ open: true, 'subscriptions.name': name }, { subscriptions: 1 }).sort({ receivedAt: 1 }).limit(MOST_CANDIDATES).lean();
    const wanted = key === undefined ? undefined : JSON.stringify(key);
    return docs.filter((doc) => doc.subscriptions.some((each) => each.kind === kind && each.name === name && (wanted === undefined || each.key === undefined || each.key === wanted))).map((doc) => doc._id);
  }

  private base(delivery: Delivery, receiver: string): { commandId: string; at: number } {
    const id = createHash('sha256').update(`${delivery.dossierId}\n${delivery.id}\n${receiver}`).digest('base64url').slice(0, 24);
    return { commandId: `m-${id}`, at: this.given.now().getTime() };
  }
}
