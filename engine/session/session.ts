/** Engine, Session and Instance of format.md section 3, in process with a virtual clock. */
import { exportXml } from '../bpmn/write.js';
import { readValidated } from '../bpmn/validate.js';
import { isDmn } from '../decision/read.js';
import type { Data, Diagnostic, Id, Instant, Model } from '../graph/types.js';
import { Deployment } from './deployment.js';
import { finishing, nodeEvents, outcomeOf, resultOf, waiting, type NodeEvent, type Outcome, type WaitingNode } from './observe.js';
import { readModel } from './read-model.js';
import { World, type Running } from './world.js';

/** Problem of a file: `code` is the rule, with the element and line where there are any. */
export interface Problem { code: string; elementId?: string; line?: number; message: string }

export class EngineError extends Error {
  constructor(readonly code: 'DEPLOYMENT' | 'NO_RECEIVER' | 'UNKNOWN_PROCESS' | 'UNKNOWN_TASK' | 'REJECTED', message: string, readonly problems: readonly Problem[] = []) {
    super(message);
    this.name = 'EngineError';
  }
}

export interface Instance {
  id: Id;
  state(): Promise<Outcome & { variables: Data }>;
  setVariables(values: Data): Promise<void>;
}
export interface Session {
  deploy(xml: readonly string[]): Promise<void>;
  start(processId: Id, variables?: Data, options?: { businessKey?: string }): Promise<Instance>;
  waiting(): Promise<WaitingNode[]>;
  complete(taskId: string, variables?: Data): Promise<void>;
  trigger(taskId: string): Promise<void>;
  message(name: string, options?: { variables?: Data; match?: Data; businessKey?: string }): Promise<void>;
  signal(name: string, variables?: Data): Promise<void>;
  advance(ms: number): Promise<void>;
  running(): Promise<Instance[]>;
  dispose(): Promise<void>;
  events(): Promise<NodeEvent[]>;
}
export interface Engine {
  validate(xml: string): Promise<{ errors: Problem[]; warnings: Problem[] }>;
  importXml(xml: string): Promise<Model>;
  exportXml(model: Model): Promise<string>;
  session(): Promise<Session>;
  close(): Promise<void>;
}

/** @param startAt where the virtual clock of each session begins */
export function createVirtualEngine(startAt: Instant): Engine {
  const sessions = new Set<VirtualSession>();
  return {
    validate,
    importXml: (xml) => readModel(xml),
    exportXml,
    session: () => {
      const session = new VirtualSession(startAt);
      sessions.add(session);
      return Promise.resolve(session);
    },
    close: async () => { for (const session of sessions) await session.dispose(); },
  };
}

class VirtualSession implements Session {
  private readonly deployment = new Deployment();
  private readonly world: World;

  constructor(startAt: Instant) {
    this.world = new World(this.deployment, { now: startAt });
  }

  async deploy(xml: readonly string[]): Promise<void> {
    const problems: Problem[] = [];
    const models: Model[] = [];
    for (const text of xml) {
      const { model, errors } = await examine(text);
      problems.push(...errors);
      models.push(model);
    }
    if (problems.length === 0) problems.push(...this.deployment.add(models).filter(isError));
    if (problems.length > 0) this.deployment.withdraw(models);
    if (problems.length > 0) throw new EngineError('DEPLOYMENT', problems.map((each) => each.message).join('; '), problems);
    this.world.armStartTimers();
  }

  start(processId: Id, variables: Data = {}, options: { businessKey?: string } = {}): Promise<Instance> {
    const running = this.world.start(processId, variables, options.businessKey);
    if (!running) return Promise.reject(new EngineError('UNKNOWN_PROCESS', `No process ${processId} is deployed`));
    return Promise.resolve(this.instance(running));
  }

  waiting(): Promise<WaitingNode[]> { return Promise.resolve(waiting(this.world)); }

  complete(taskId: string, variables: Data = {}): Promise<void> { return this.act(taskId, variables); }
  trigger(taskId: string): Promise<void> { return this.act(taskId, {}); }

  private act(taskId: string, data: Data): Promise<void> {
    const [runningId = '', item = ''] = taskId.split(':');
    const running = this.world.instances.find((each) => each.id === runningId);
    const instance = running?.state.instances[item];
    if (!running || !instance) return Promise.reject(new EngineError('UNKNOWN_TASK', `Nothing waits as ${taskId}`));
    const rejection = this.world.submit(running, finishing(instance, data));
    return rejection ? Promise.reject(new EngineError('REJECTED', rejection.message)) : Promise.resolve();
  }

  message(name: string, { variables, match, businessKey }: { variables?: Data; match?: Data; businessKey?: string } = {}): Promise<void> {
    if (this.world.message(name, variables, match, businessKey)) return Promise.resolve();
    return Promise.reject(new EngineError('NO_RECEIVER', `Nothing waits for the message ${name}`));
  }
  signal(name: string, variables: Data = {}): Promise<void> {
    this.world.signal(name, variables);
    return Promise.resolve();
  }
  advance(ms: number): Promise<void> {
    this.world.advanceTo(this.world.now + ms);
    return Promise.resolve();
  }
  running(): Promise<Instance[]> {
    return Promise.resolve(this.world.instances.filter((each) => each.state.status === 'running').map((each) => this.instance(each)));
  }
  events(): Promise<NodeEvent[]> { return Promise.resolve(nodeEvents(this.world)); }
  dispose(): Promise<void> {
    this.world.instances.length = 0;
    return Promise.resolve();
  }

  private instance(running: Running): Instance {
    return {
      id: running.id,
      state: () => Promise.resolve({ ...outcomeOf(running), variables: resultOf(running) }),
      setVariables: (data) => {
        const rejection = this.world.submit(running, { type: 'setData', data });
        return rejection ? Promise.reject(new EngineError('REJECTED', rejection.message)) : Promise.resolve();
      },
    };
  }
}
async function validate(xml: string): Promise<{ errors: Problem[]; warnings: Problem[] }> {
  const { errors, warnings } = await examine(xml);
  return { errors, warnings };
}
/** A DMN file is checked by reading it. */
async function examine(xml: string): Promise<{ model: Model; errors: Problem[]; warnings: Problem[] }> {
  if (!isDmn(xml)) return readValidated(xml);
  const model = await readModel(xml);
  return { model, errors: model.diagnostics.filter(isError), warnings: model.diagnostics.filter((each) => !isError(each)) };
}
function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
