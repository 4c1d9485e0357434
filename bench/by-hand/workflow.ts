/** W1 as a programmer would write it on Temporal, without BPMN: one update for each completed user task. */
import { allHandlersFinished, ApplicationFailure, CancellationScope, condition, defineUpdate, isCancellation, proxyLocalActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { Task, Variables } from '../workload.js';
import { BEGIN, COMPLETE, type Activities, type Row, type Writing } from './names.js';

const begin = defineUpdate<Task[], []>(BEGIN);
const complete = defineUpdate<Task[], [Task, Variables]>(COMPLETE);
const { record } = proxyLocalActivities<Activities>({ startToCloseTimeout: '10s' });

export async function byHand(writing: Writing, variables: Variables): Promise<string> {
  const [open, done] = [new Set<Task>(), new Set<Task>()];
  const { workflowId } = workflowInfo();
  let [seq, ended] = [0, false];
  let rows: Row[] = [];

  const write = async (): Promise<void> => {
    if (writing === 'nothing' || rows.length === 0) return;
    const settled = { seq: (seq += 1), rows, open: [...open], variables, ended };
    rows = [];
    await record(workflowId, settled);
  };
  /** The answer to a click: what is open once the flow has come to rest and is written. */
  const settle = async (): Promise<Task[]> => {
    // A completed task opens the next one a few promises later; nothing else runs meanwhile.
    await condition(() => done.size === 0);
    for (let hop = 0; hop < 12; hop += 1) await Promise.resolve();
    await write();
    return [...open];
  };
  setHandler(begin, async () => {
    await condition(() => open.size > 0);
    return settle();
  });
  setHandler(complete, (task, brought) => {
    Object.assign(variables, brought);
    open.delete(task);
    done.add(task);
    rows.push({ task, status: 'completed', variables: brought });
    return settle();
  }, { validator: (task: Task, _brought: Variables) => { if (!open.has(task)) throw ApplicationFailure.nonRetryable(`${task} is not open`); } });

  const userTask = async (task: Task): Promise<void> => {
    open.add(task);
    rows.push({ task, status: 'open' });
    await condition(() => done.has(task));
    done.delete(task);
  };
  await userTask('receive');
  while (variables.complete !== true) {
    await userTask('supplement');
    await userTask('receive');
  }
  const inTime = new CancellationScope();
  const late = inTime.run(() => sleep('720h')).then(() => true, falseWhenCancelled);
  if (await Promise.race([userTask('appraise').then(() => false), late])) return 'out of time';
  inTime.cancel();
  await Promise.all([userTask('consultA'), userTask('consultB')]);
  await userTask('sign');
  await userTask('return');
  ended = true;
  await condition(allHandlersFinished);
  return variables.approved === true ? 'approved' : 'refused';
}

function falseWhenCancelled(error: unknown): false {
  if (isCancellation(error)) return false;
  throw error;
}
