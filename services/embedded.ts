/** Starts one embedded service: stale child first, then port, process and the wait until it answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './child.js';
import type { Program } from './locate.js';
import { connectTo, isPortFree, preferredPort } from './ports.js';
import { ServiceUnavailable } from './problem.js';
import { clearStale, removeRecord, writeRecord } from './record.js';
import type { Running, ServiceLog } from './types.js';

const READY_WITHIN_MS = 60_000;

export interface Embedded {
  readonly name: 'temporal' | 'mongo';
  readonly dataFolder: string;
  readonly customaryPort: number;
  readonly wantedPort?: number;
  readonly portVariable: string;
  readonly locate: () => Program;
  readonly args: (program: Program, port: number) => readonly string[];
  readonly addressOf: (port: number) => string;
  /** Throws while the service does not answer. */
  readonly probe: (address: string) => Promise<void>;
}

export async function startEmbedded(service: Embedded, log: ServiceLog, env: NodeJS.ProcessEnv): Promise<Running> {
  const inUse = await clearStale(service.dataFolder, service.name, (line) => log.warn(line));
  if (inUse) {
    await untilAnswers(service, inUse.at);
    const described = `${inUse.described}, started by process ${inUse.owner}`;
    return { at: inUse.at, described, stop: () => Promise.resolve() };
  }
  const program = service.locate();
  const port = await choosePort(service);
  const child = Child.start(service.name, program, service.args(program, port), env);
  const at = service.addressOf(port);
  const described = `${at} (${program.origin})`;
  if (child.pid !== undefined) {
    writeRecord(service.dataFolder, service.name, { pid: child.pid, commandLine: child.commandLine, at, described });
  }
  await untilAnswers(service, at, child, port);
  void child.ended.then((how) => {
    if (!child.isStopping) log.error(`${how}; it is not restarted. Its last words:\n${child.lastWords().join('\n')}`);
  });
  const stop = async (): Promise<void> => {
    await child.stop();
    removeRecord(service.dataFolder, service.name);
  };
  return { at, described, stop };
}

async function choosePort(service: Embedded): Promise<number> {
  if (service.wantedPort === undefined) return preferredPort(service.customaryPort);
  if (await isPortFree(service.wantedPort)) return service.wantedPort;
  const another = await preferredPort(service.customaryPort);
  throw new ServiceUnavailable({
    what: `Port ${service.wantedPort}, wanted for the embedded ${service.name}, is taken.`,
    looked: [`127.0.0.1:${service.wantedPort}`],
    command: `${service.portVariable}=${another} npm start`,
  });
}

/** Waits for the probe to pass; a child that ends meanwhile ends the wait. */
async function untilAnswers(service: Embedded, at: string, child?: Child, port?: number): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let end: string | undefined;
  void child?.ended.then((how) => { end = how; });
  for (;;) {
    if (end !== undefined) throw failed(end, child);
    try {
      // A client that meets a closed port waits a second before it tries again; a bare connection does not.
      if (port !== undefined) await connectTo(port);
      return await service.probe(at);
    } catch (error) {
      if (Date.now() > deadline) {
        await child?.stop();
        throw failed(`${service.name} does not answer at ${at}: ${(error as Error).message}`, child);
      }
      await sleep(50);
    }
  }
}

function failed(what: string, child: Child | undefined): ServiceUnavailable {
  return new ServiceUnavailable({ what, looked: child?.lastWords() ?? [], command: 'npm start' });
}
