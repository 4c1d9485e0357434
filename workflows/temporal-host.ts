/** DossierHost over a Temporal server: every command is an update, the first one starts the workflow as well. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client, Connection, isGrpcServiceError, WithStartWorkflowOperation, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError,
  WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Json } from '../engine/graph/types.js';
import type { DossierCommand, DossierRejection } from '../engine/casework/step.js';
import type { ProcessState } from '../engine/interpreter/state.js';
import type { MigrateCommand } from '../engine/migration/dossier.js';
import type { Standing } from '../engine/record/steps.js';
import { INSPECT, MIGRATE, SUBMIT, WORKFLOW, type Answer, type Asked, type DossierInput, type MigrationAsked, type PlanRef } from './dossier/messages.js';
import { HostUnavailable, UnknownDossier, type Automatic, type DossierHost, type Submitted } from './host.js';
import { PayloadCipher, type KeyRing } from './payload-cipher.js';
import { planRef } from './plan-codec.js';

export interface TemporalHostOptions { address: string; namespace: string; taskQueue: string; /** Milliseconds until an answer that did not come is given up. */ deadline: number; connection?: Connection; updatesPerRun?: number; /** Absent: histories are plain. */ keys?: KeyRing | undefined }
/** Written into every update of every history. */
const IDENTITY = 'df';

export class TemporalHost implements DossierHost {
  private constructor(private readonly client: Client, private readonly options: TemporalHostOptions) {}

  /** Lazy: nothing is connected before the first command, so that a server that is away is found by the deadline. */
  static open(options: TemporalHostOptions): TemporalHost {
    const connection = options.connection ?? Connection.lazy({ address: options.address });
    return new TemporalHost(new Client({ connection, namespace: options.namespace, identity: IDENTITY, dataConverter: { payloadCodecs: [new PayloadCipher(options.keys ?? new Map())] } }), options);
  }

  start(dossierId: string, planHash: string, command: DossierCommand, automatic?: Automatic): Promise<Submitted> {
    const operation = new WithStartWorkflowOperation(WORKFLOW, {
      workflowId: dossierId, taskQueue: this.options.taskQueue, args: [this.input(automatic), planRef(planHash)],
      workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    // Nobody waits for the handle: without this a refused start would be an unhandled rejection.
    operation.workflowHandle().catch(() => undefined);
    const update = { args: [askedOf(command)], updateId: command.commandId, startWorkflowOperation: operation };
    return this.answer(dossierId, command.commandId, () => this.client.workflow.executeUpdateWithStart<never, Answer, [Asked]>(SUBMIT, update as never));
  }

  submit(dossierId: string, command: DossierCommand): Promise<Submitted> {
    const handle = this.client.workflow.getHandle(dossierId);
    return this.answer(dossierId, command.commandId, () => untilTaken(() => handle.executeUpdate<Answer, [Asked]>(SUBMIT, { args: [askedOf(command)], updateId: command.commandId })));
  }

  migrate(dossierId: string, planHash: string, { plan, by, reason, commandId }: MigrateCommand): Promise<Submitted> {
    const handle = this.client.workflow.getHandle(dossierId);
    const asked: MigrationAsked = { plan, ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }) };
    return this.answer(dossierId, commandId, () => untilTaken(() => handle.executeUpdate<Answer, [MigrationAsked, PlanRef]>(MIGRATE, { args: [asked, planRef(planHash)], updateId: commandId })));
  }

  /** Starts a dossier in the middle, from where it was left; does nothing when it runs or has run already. */
  async carryOn(dossierId: string, planHash: string, carried: Standing, automatic?: Automatic): Promise<void> {
    try {
      await this.within(() => this.client.workflow.start(WORKFLOW, {
        workflowId: dossierId, taskQueue: this.options.taskQueue, args: [{ ...this.input(automatic), carried }, planRef(planHash)],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }));
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw asKnown(error, dossierId);
    }
  }

  async inspect(dossierId: string): Promise<ProcessState> {
    return (await this.standing(dossierId)).state;
  }
  async standing(dossierId: string): Promise<Standing> {
    try {
      return await this.within(() => this.client.workflow.getHandle(dossierId).query<Standing>(INSPECT));
    } catch (error) {
      throw asKnown(error, dossierId);
    }
  }

  /** Throws while the server does not answer. */
  async probe(): Promise<void> {
    await this.within(() => this.client.workflowService.describeNamespace({ namespace: this.options.namespace }));
  }

  /** Ends a dossier's workflow without a trace in the log: for taking down demo data. */
  async discard(dossierId: string): Promise<void> {
    try {
      await this.client.workflow.getHandle(dossierId).terminate('demo data taken down');
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  /** The connection and client, for programs that read histories. */
  get temporal(): Client {
    return this.client;
  }

  async close(): Promise<void> {
    if (!this.options.connection) await this.client.connection.close();
  }

  private input(automatic?: Automatic): DossierInput {
    const { updatesPerRun } = this.options;
    return { schemaVersion: 2, ...(automatic ? { automatic } : {}), ...(updatesPerRun === undefined ? {} : { updatesPerRun }) };
  }

  private async answer(dossierId: string, commandId: string, ask: () => Promise<Answer>): Promise<Submitted> {
    try {
      return { accepted: true, settled: await this.within(ask) };
    } catch (error) {
      if (isClosed(error)) return this.afterClosing(dossierId, commandId);
      return rejectedOrThrow(error, dossierId);
    }
  }

  /** An update id that the closed run knows still has its answer; any other comes too late. */
  private async afterClosing(dossierId: string, commandId: string): Promise<Submitted> {
    try {
      const known = this.client.workflow.getHandle(dossierId).getUpdateHandle<Answer>(commandId);
      return { accepted: true, settled: await this.within(() => known.result()) };
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) return rejectedOrThrow(error, dossierId);
      if (!isGone(error)) throw asKnown(error, dossierId);
      return { accepted: false, rejection: { code: 'not-running', message: 'the dossier has ended' } };
    }
  }

  private within<T>(ask: () => Promise<T>): Promise<T> {
    return this.client.connection.withDeadline(Date.now() + this.options.deadline, ask);
  }
}

function askedOf(command: DossierCommand): Asked {
  const { commandId: _id, at: _at, ...asked } = command;
  return asked as Asked;
}
function rejectedOrThrow(error: unknown, dossierId: string): Submitted {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) throw asKnown(error, dossierId);
  // Only rejections carry a code as their type; a bug of ours that a validator threw has the name of its class.
  if (!/^[a-z]+(-[a-z]+)*$/.test(cause.type ?? '')) throw cause;
  const details = cause.details?.[0] as Record<string, Json> | undefined;
  const rejection = { code: cause.type, message: cause.message, ...(details ? { details } : {}) } as DossierRejection;
  return { accepted: false, rejection };
}

/** A busy server loses a workflow task now and then, and with it the update that the task was to take: asked again under its id, it changes nothing twice. */
async function untilTaken<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      // Ends with the deadline at the latest, which every attempt has in common.
      if (!LOST.has(grpcCode(error) ?? -1)) throw error;
      await sleep(LOST_PAUSE);
    }
  }
}

const NOT_FOUND = 5;
const LOST = new Set([9, 10]); // failed precondition: the workflow is not ready; aborted
const LOST_PAUSE = 50;
const UNREACHABLE = new Set([1, 4, 8, 14, ...LOST]); // cancelled, deadline exceeded, resource exhausted, unavailable

function isClosed(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError;
}
function isGone(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || grpcCode(error) === NOT_FOUND;
}
function asKnown(error: unknown, dossierId: string): Error {
  if (isGone(error)) return new UnknownDossier(`no running dossier ${dossierId}`);
  const unreachable = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || UNREACHABLE.has(grpcCode(error) ?? -1);
  if (unreachable) return new HostUnavailable('Temporal does not answer in time', { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}
function grpcCode(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  const cause = error instanceof Error ? error.cause : undefined;
  return isGrpcServiceError(cause) ? cause.code : undefined;
}
