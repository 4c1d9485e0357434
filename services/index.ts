/** Starts or finds the two services that Dossierflow stands on. Production names its own and starts nothing here. */
import { startEmbedded, type Embedded } from './embedded.js';
import { embeddedMongo, probeMongo } from './mongo.js';
import { ServiceUnavailable } from './problem.js';
import { embeddedTemporal, probeTemporal } from './temporal.js';
import type { Running, RunningServices, ServiceLog, ServiceSettings } from './types.js';

export { describeProblem, ServiceUnavailable, type ServiceProblem } from './problem.js';
export type { Running, RunningServices, ServiceLog, ServiceSettings } from './types.js';

/**
 * Both services, each from its address or as a child with its files in `settings.dataFolder`, in parallel.
 * Throws ServiceUnavailable (with what, where it looked and the one command that helps) when one cannot be had;
 * what was started by then has been stopped again.
 */
export async function startServices(
  settings: ServiceSettings, log: ServiceLog, env: NodeJS.ProcessEnv = process.env,
): Promise<RunningServices> {
  const started = await Promise.allSettled([startTemporal(settings, log, env), startMongo(settings, log, env)]);
  const failure = started.find((result) => result.status === 'rejected');
  if (failure) {
    await Promise.all(started.map((result) => (result.status === 'fulfilled' ? result.value.stop() : undefined)));
    throw failure.reason;
  }
  const [temporalRunning, mongoRunning] = started.map((result) => (result as PromiseFulfilledResult<Running>).value) as [Running, Running];
  return {
    temporalAddress: temporalRunning.at,
    mongoUri: mongoRunning.at,
    described: { temporal: temporalRunning.described, mongo: mongoRunning.described },
    stop: async () => { await Promise.all([temporalRunning.stop(), mongoRunning.stop()]); },
  };
}

/** Temporal alone; errors as `startServices`. */
export async function startTemporal(
  settings: ServiceSettings, log: ServiceLog, env: NodeJS.ProcessEnv = process.env,
): Promise<Running> {
  const { temporalAddress: address, temporalNamespace: namespace } = settings;
  if (address) return external(address, 'TEMPORAL_ADDRESS', address, () => probeTemporal(address, namespace));
  return embedded(settings, 'TEMPORAL_ADDRESS', embeddedTemporal(settings, env), log, env);
}

/** MongoDB alone; errors as `startServices`. */
export async function startMongo(
  settings: ServiceSettings, log: ServiceLog, env: NodeJS.ProcessEnv = process.env,
): Promise<Running> {
  const uri = settings.mongoUri;
  if (uri) return external(uri, 'MONGODB_URI', withoutPassword(uri), () => probeMongo(uri));
  return embedded(settings, 'MONGODB_URI', embeddedMongo(settings, env), log, env);
}

async function embedded(
  settings: ServiceSettings, variable: string, service: Embedded, log: ServiceLog, env: NodeJS.ProcessEnv,
): Promise<Running> {
  if (!settings.production || settings.allowEmbedded) return startEmbedded(service, log, env);
  throw new ServiceUnavailable({
    what: `With NODE_ENV=production the embedded ${service.name} is refused: it is one process without a replica.`,
    looked: [`${variable} (not set)`, 'DOSSIERFLOW_ALLOW_EMBEDDED (not true)'],
    command: `${variable}=... npm start`,
  });
}

async function external(at: string, variable: string, shown: string, probe: () => Promise<void>): Promise<Running> {
  try {
    await probe();
  } catch (error) {
    throw new ServiceUnavailable({
      what: `${variable} is set, but nothing usable answers there: ${(error as Error).message}`,
      looked: [shown],
      command: `start it, or unset ${variable} to use the embedded one`,
    });
  }
  return { at, described: `${shown} (${variable})`, stop: () => Promise.resolve() };
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//');
}
