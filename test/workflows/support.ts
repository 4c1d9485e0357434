/** Hosts under test, each over the same drawings, with a record of what reached the read model. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import type { Instant, Plan } from '../../engine/graph/types.js';
import type { DossierCommand } from '../../engine/casework/step.js';
import type { Batch, SettledStep } from '../../engine/record/steps.js';
import type { AutomaticAnswer, AutomaticRequest, Delivery, ServiceRequest } from '../../workflows/dossier/messages.js';
import type { DossierHost } from '../../workflows/host.js';
import type { Clock } from '../../workflows/in-process-host.js';

export async function planOf(xml: string, root?: string): Promise<Plan> {
  const model = await readBpmn(xml);
  const { plan, diagnostics } = linkPlan([model], root ?? model.processes[0]!.id);
  if (!plan) throw new Error(`the drawing does not link: ${JSON.stringify([...model.diagnostics, ...diagnostics])}`);
  return plan;
}

export class PlanShelf {
  private readonly plans = new Map<string, Plan>();

  add(plan: Plan): Plan {
    this.plans.set(plan.hash, plan);
    return plan;
  }
  plan(hash: string): Promise<Plan> {
    const plan = this.plans.get(hash);
    return plan ? Promise.resolve(plan) : Promise.reject(new Error(`no plan ${hash}`));
  }
  async planJson(hash: string): Promise<string> {
    return JSON.stringify(await this.plan(hash));
  }
}

/** What dossiers did to the outside: batches in order, services asked, messages sent. */
export class Outcome {
  readonly batches: Batch[] = [];
  readonly services: ServiceRequest[] = [];
  readonly deliveries: Delivery[] = [];
  /** Answers of services by name; a missing one fails for good. */
  answer: (request: ServiceRequest) => Promise<Record<string, never> | Record<string, string>> = () => Promise.resolve({});
  /** What is due by itself, as the read model would say. */
  automatic: (request: AutomaticRequest) => AutomaticAnswer = () => ({ due: [] });
  /** Set while the read model is away. */
  away = false;

  readonly project = (batch: Batch): Promise<void> => {
    if (this.away) return Promise.reject(new Error('the database is away'));
    this.batches.push(batch);
    return Promise.resolve();
  };
  readonly service = (request: ServiceRequest) => { this.services.push(request); return this.answer(request); };
  readonly deliver = (delivery: Delivery): Promise<void> => { this.deliveries.push(delivery); return Promise.resolve(); };

  steps(dossierId: string): SettledStep[] {
    return this.batches.filter((batch) => batch.dossierId === dossierId).flatMap((batch) => batch.steps);
  }
  types(dossierId: string): string[] {
    return this.steps(dossierId).map((step) => step.command);
  }
}

export interface Bench {
  host: DossierHost;
  shelf: PlanShelf;
  outcome: Outcome;
  /** Lets the time of the host go on. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A clock that stands still until it is moved; timers fire in order while it moves. */
export class VirtualClock implements Clock {
  private timers: { at: Instant; fire: () => void }[] = [];

  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }
  at(at: Instant, fire: () => void): () => void {
    const timer = { at, fire };
    this.timers.push(timer);
    return () => { this.timers = this.timers.filter((each) => each !== timer); };
  }
  /** `settle` is awaited after every timer, so that what it led to may set new ones. */
  async advance(ms: number, settle: () => Promise<void>): Promise<void> {
    const until = this.instant + ms;
    for (let next = this.next(until); next; next = this.next(until)) {
      this.timers = this.timers.filter((each) => each !== next);
      this.instant = Math.max(this.instant, next.at);
      next.fire();
      await settle();
    }
    this.instant = until;
  }
  private next(until: Instant): { at: Instant; fire: () => void } | undefined {
    return this.timers.filter((each) => each.at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

type Asked = DossierCommand extends infer C ? (C extends DossierCommand ? Omit<C, 'at' | 'commandId'> : never) : never;
let count = 0;
/** A command with an id of its own; the host sets the time. */
export const command = (asked: Asked, commandId = `c-${(count += 1)}-${process.pid}`): DossierCommand => ({ ...asked, commandId, at: 0 }) as DossierCommand;

/** Waits for a condition on something that happens by itself; fails when it does not within `within` ms. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, within = 20_000): Promise<T> {
  for (const until = Date.now() + within; ;) {
    const found = await look();
    if (found !== undefined && found !== false) return found as T;
    if (Date.now() > until) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
