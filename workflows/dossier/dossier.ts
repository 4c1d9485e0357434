/** One workflow per dossier: hosts the interpreter, answers clicks, waits for what the drawing waits for. */
import {
  allHandlersFinished, ApplicationFailure, condition, continueAsNew, currentUpdateInfo, defineQuery, defineSignal, defineUpdate, setHandler, workflowInfo,
} from '@temporalio/workflow';
import type { DossierRejection } from '../../engine/casework/step.js';
import type { Standing } from '../../engine/record/steps.js';
import { DossierRun } from './run.js';
import { CATCH_UP, INSPECT, MIGRATE, SUBMIT, type Answer, type Asked, type DossierInput, type ExpandedPlan, type MigrationAsked, type Missed, type PlanRef } from './messages.js';

/** Own caps below the server's (2,000 updates, 51,200 events in a run), for servers that suggest nothing. */
const MOST_UPDATES = 1_500;
const MOST_EVENTS = 8_000;

const submit = defineUpdate<Answer, [Asked]>(SUBMIT);
const migrate = defineUpdate<Answer, [MigrationAsked, ExpandedPlan]>(MIGRATE);
const inspect = defineQuery<Standing>(INSPECT);
const catchUp = defineSignal<[Missed]>(CATCH_UP);

export async function dossier(input: DossierInput, { plan, tap }: ExpandedPlan): Promise<void> {
  const run = new DossierRun(workflowInfo().workflowId, plan, input, tap);
  let updates = 0;
  setHandler(inspect, () => run.standing);
  setHandler(catchUp, (missed) => { run.missed(missed); });
  setHandler(submit, (asked) => {
    updates += 1;
    return answerOf(run, run.submit(asked, updateId()));
  }, { validator: (asked) => { refuseUnlessAccepted(run.consider(asked, updateId())); } });
  setHandler(migrate, (asked, to) => {
    updates += 1;
    return answerOf(run, run.migrate(asked, to.plan, updateId()));
  }, { validator: (asked, to) => { refuseUnlessAccepted(run.considerMigration(asked, to.plan, updateId())); } });
  run.resume();

  const isLong = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength > MOST_EVENTS || updates >= (input.updatesPerRun ?? MOST_UPDATES);
  };
  await condition(() => (run.isOver || isLong()) && run.isQuiet && allHandlersFinished());
  if (run.isOver) return;
  // The reference goes back in place of the plan: a run never writes a plan into its history.
  const reference: PlanRef = { planRef: run.plan.hash };
  await continueAsNew<typeof dossier>({ ...input, schemaVersion: 2, ...run.carriedOn }, reference as unknown as ExpandedPlan);
}

/** Not an async function: everything up to the first wait happens before another message is looked at. */
function answerOf(run: DossierRun, outcome: ReturnType<DossierRun['submit']>): Promise<Answer> {
  // Accepted by the validator, and overtaken within the same activation by another message.
  if (!outcome.accepted) return Promise.reject(asFailure(outcome.rejection));
  const { settled } = outcome;
  return run.recorded().then(() => settled);
}

function refuseUnlessAccepted(outcome: { accepted: true } | { accepted: false; rejection: DossierRejection }): void {
  if (!outcome.accepted) throw asFailure(outcome.rejection);
}

function asFailure({ code, message, details }: DossierRejection): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code, ...(details ? [details] : []));
}

function updateId(): string {
  const info = currentUpdateInfo();
  if (!info) throw new Error('InvariantViolation: no update is being handled');
  return info.id;
}
