/** Service calls of a dossier: one activity each; its answer, or its final failure, comes back as a command. */
import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Effect } from '../../engine/interpreter/effects.js';
import { BPMN_ERROR, type Asked, type DossierActivities } from './messages.js';

type Invocation = Extract<Effect, { type: 'invokeService' }>;

const { invokeService } = proxyActivities<DossierActivities>({
  startToCloseTimeout: '30s',
  // Then it is an incident: a person decides whether to try again.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s', maximumAttempts: 5 },
});

export class Services {
  private running = 0;

  constructor(private readonly dossierId: string, private readonly answer: (asked: Asked, commandId: string) => void) {}

  get isIdle(): boolean {
    return this.running === 0;
  }

  invoke({ instance, node, implementation, attempt, data }: Invocation): void {
    const key = `${this.dossierId}.${instance}.${attempt}`;
    this.running += 1;
    void invokeService({ dossierId: this.dossierId, instance, node, data, key, ...(implementation === undefined ? {} : { implementation }) }).then(
      (result): Asked => ({ type: 'serviceCompleted', instance, data: result }),
      (error: unknown): Asked => ({ type: 'serviceFailed', instance, ...failureOf(error) }),
    ).then((asked) => {
      this.running -= 1;
      this.answer(asked, `service:${instance}:${attempt}`);
    });
  }
}

function failureOf(error: unknown): { errorCode?: string; message: string } {
  if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  const message = cause?.message ?? error.message;
  if (!(cause instanceof ApplicationFailure) || cause.type !== BPMN_ERROR) return { message };
  const code = cause.details?.[0];
  return { message, ...(typeof code === 'string' ? { errorCode: code } : {}) };
}
