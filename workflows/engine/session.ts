/** Session and Instance of format.md section 3 over dossiers on a Temporal server. */
import type { Data, Id } from '../../engine/graph/types.js';
import { Deployment } from '../../engine/session/deployment.js';
import { finishing, nodeEvents, outcomeOf, resultOf, waitingIn, type NodeEvent, type WaitingNode } from '../../engine/session/observe.js';
import { readModel } from '../../engine/session/read-model.js';
import { EngineError, type Instance, type Session } from '../../engine/session/session.js';
import type { CommandBody } from '../../engine/session/routing.js';
import type { Running } from '../../engine/session/world.js';
import type { Batch } from '../../engine/record/steps.js';
import type { Delivery, ServiceRequest } from '../dossier/messages.js';
import { TemporalWorld, type WorldOptions } from './world.js';

/** `checker`: a session in process, which refuses what must not be deployed. `discard` ends a dossier that still runs. */
export interface SessionOptions extends WorldOptions { checker: Session; discard(dossierId: Id): Promise<void> }

export class TemporalSession implements Session {
  private readonly deployment = new Deployment();
  private readonly world: TemporalWorld;
  /** One operation after the other: each sees what the one before has settled. */
  private last: Promise<unknown> = Promise.resolve();
  private disposed = false;

  constructor(private readonly options: SessionOptions) {
    this.world = new TemporalWorld(this.deployment, options);
  }

  deploy(xml: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      await this.options.checker.deploy(xml);
      this.deployment.add(await Promise.all(xml.map((text) => readModel(text))));
      await this.world.armStartTimers();
    });
  }

  start(processId: Id, variables: Data = {}, options: { businessKey?: string } = {}): Promise<Instance> {
    return this.inTurn(async () => {
      const running = await this.world.start(processId, variables, options.businessKey);
      if (!running) throw new EngineError('UNKNOWN_PROCESS', `No process ${processId} is deployed`);
      return this.instance(running);
    });
  }

  waiting(): Promise<WaitingNode[]> {
    return this.settled(() => this.world.memory.instances.flatMap(waitingIn).sort((a, b) => a.since - b.since));
  }
  complete(taskId: string, variables: Data = {}): Promise<void> { return this.act(taskId, variables); }
  trigger(taskId: string): Promise<void> { return this.act(taskId, {}); }

  private act(taskId: string, data: Data): Promise<void> {
    return this.inTurn(async () => {
      const [runningId = '', item = ''] = taskId.split(':');
      const running = this.world.memory.instances.find((each) => each.id === runningId);
      const instance = running?.state.instances[item];
      if (!running || !instance) throw new EngineError('UNKNOWN_TASK', `Nothing waits as ${taskId}`);
      await this.submit(running, finishing(instance, data));
    });
  }
  private async submit(running: Running, body: CommandBody): Promise<void> {
    const rejection = await this.world.submit(running, body);
    if (rejection) throw new EngineError('REJECTED', rejection.message);
  }

  message(name: string, { variables = {}, match = {}, businessKey }: { variables?: Data; match?: Data; businessKey?: string } = {}): Promise<void> {
    return this.inTurn(async () => {
      const received = await this.world.message({ name, data: variables, match, ...(businessKey === undefined ? {} : { businessKey }) });
      if (!received) throw new EngineError('NO_RECEIVER', `Nothing waits for the message ${name}`);
    });
  }
  signal(name: string, variables: Data = {}): Promise<void> { return this.inTurn(() => this.world.signal(name, variables)); }
  /** Other dossiers on the same server grow older as well. */
  advance(ms: number): Promise<void> { return this.inTurn(() => this.world.advance(ms)); }

  running(): Promise<Instance[]> {
    return this.settled(() => this.world.memory.instances.filter((each) => each.state.status === 'running').map((each) => this.instance(each)));
  }
  events(): Promise<NodeEvent[]> { return this.settled(() => nodeEvents(this.world.memory)); }

  /** Ends what still runs, after the operation under way. */
  async dispose(): Promise<void> {
    if (this.disposed) return;
    this.disposed = true;
    await this.last;
    this.world.gates.openAll();
    const open = this.world.memory.instances.filter(({ state }) => state.status === 'initial' || state.status === 'running');
    await Promise.all(open.map((each) => this.options.discard(each.id)));
    this.world.memory.instances.length = 0;
    await this.options.checker.dispose();
  }

  /** Reports and requests of the session's dossiers, from the worker. */
  project(batch: Batch): void {
    this.world.memory.take(batch);
    // Caused by a timer, perhaps, while nobody asks: what follows from it does not wait for a question.
    if (this.world.memory.asked.length > 0) this.inTurn(() => this.world.settle()).catch(() => undefined);
  }
  invoke(request: ServiceRequest): Promise<Data> { return this.world.invoke(request); }
  deliver(delivery: Delivery): Promise<void> { return this.world.deliver(delivery); }

  private settled<T>(look: () => T): Promise<T> {
    return this.inTurn(async () => {
      await this.world.settle();
      return look();
    });
  }
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => {
      if (this.disposed) throw new Error('The session has been disposed');
      return work();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private instance(running: Running): Instance {
    return {
      id: running.id,
      state: () => this.settled(() => ({ ...outcomeOf(running), variables: resultOf(running) })),
      setVariables: (data) => this.inTurn(() => this.submit(running, { type: 'setData', data })),
    };
  }
}
