/** How we reach Temporal: address, namespace, task queue and the deadlines of both sides. No side effects. */

/** One queue: a dossier's workflow and the activities it needs are served by every worker alike. */
export const TASK_QUEUE = 'dossiers';

export interface TemporalConfig {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly timeouts: TemporalTimeouts;
}

/** Milliseconds. */
export interface TemporalTimeouts {
  /** A clerk's click: the SDK alone would wait some twenty seconds for a server that is away. */
  readonly click: number;
  readonly connect: number;
  /** Writing the read model, from within a step. */
  readonly record: number;
  /** One attempt of a service task. */
  readonly service: number;
  /** How long a stopping worker may finish what it has begun; below the ten seconds of SIGTERM. */
  readonly drain: number;
}

export const TIMEOUTS: TemporalTimeouts = { click: 3_000, connect: 3_000, record: 10_000, service: 30_000, drain: 6_000 };

/** `address` is what services/ found or started; without it TEMPORAL_ADDRESS, then the customary port. */
export function temporalConfig(env: Readonly<Record<string, string | undefined>>, address?: string): TemporalConfig {
  return {
    address: address || env.TEMPORAL_ADDRESS || '127.0.0.1:7233',
    namespace: env.DOSSIERFLOW_TEMPORAL_NAMESPACE || 'default',
    taskQueue: TASK_QUEUE,
    timeouts: TIMEOUTS,
  };
}
