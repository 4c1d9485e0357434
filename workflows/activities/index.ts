/** The outside world of a dossier's workflow, put together from what main.ts hands in. */
import { ApplicationFailure } from '@temporalio/activity';
import type { Data } from '../../engine/graph/types.js';
import type { Batch } from '../../engine/record/steps.js';
import type { MonthlyActivities } from '../monthly/messages.js';
import { BPMN_ERROR, type AutomaticAnswer, type AutomaticRequest, type Delivery, type DossierActivities, type ServiceRequest } from '../dossier/messages.js';

/** A BPMN error for the drawing to handle, as opposed to a failure to be tried again. */
export class ServiceBpmnError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}
/** What a service task can call, by the name in its `implementation`. `key` is equal for every attempt of one call. */
export type Service = (request: ServiceRequest) => Promise<Data>;

export interface Outside {
  /** Writes the log and the read model; may be called twice with the same batch. */
  project(batch: Batch): Promise<void>;
  deliver(delivery: Delivery): Promise<void>;
  services: Readonly<Record<string, Service>>;
  /** What is due by itself; absent: nothing ever is. */
  automatic?(request: AutomaticRequest): Promise<AutomaticAnswer>;
  /** Absent: none are made. */
  monthlyReports?(at: number): Promise<void>;
}

export function createActivities(outside: Outside): DossierActivities & MonthlyActivities {
  return {
    project: (batch) => outside.project(batch),
    deliver: (delivery) => outside.deliver(delivery),
    automatic: (request) => outside.automatic?.(request) ?? Promise.resolve({ due: [] }),
    makeMonthlyReports: (at) => outside.monthlyReports?.(at) ?? Promise.resolve(),
    invokeService: (request) => invoke(outside.services, request),
  };
}

/** A service task that names no service is a placeholder in the drawing: it is done as soon as it is reached. */
async function invoke(services: Outside['services'], request: ServiceRequest): Promise<Data> {
  const { implementation } = request;
  if (implementation === undefined || implementation === '##unspecified' || implementation === '##WebService') return {};
  const service = Object.hasOwn(services, implementation) ? services[implementation] : undefined;
  if (!service) throw ApplicationFailure.nonRetryable(`no service is registered under the name ${implementation}`, 'UnknownService');
  try {
    return await service(request);
  } catch (error) {
    if (error instanceof ServiceBpmnError) throw ApplicationFailure.nonRetryable(error.message, BPMN_ERROR, error.code);
    throw error;
  }
}
