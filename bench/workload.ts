/** Workload W1: what clerks hand in and decide; the same for the product and for the workflow written by hand. */
import type { Json } from '../engine/graph/types.js';

export type Task = 'receive' | 'supplement' | 'appraise' | 'consultA' | 'consultB' | 'sign' | 'return';
export type Variables = Record<string, Json>;

const NOTE = 'Compared with the list of papers that the procedure asks for: each copy bears a seal, each form is signed, the receipt of the fee lies with it, and nothing is missing that the law names.';

/** Eight variables, about 400 bytes of JSON. */
export function startVariables(i: number): Variables {
  return {
    number: `B-${i}`, procedure: '1.004203', applicant: `Applicant ${i}`, phone: `09${10_000_000 + i}`,
    address: '27 Tran Hung Dao, Ward 4, Binh An', fee: 150_000 + i, channel: 'portal', remark: NOTE,
  };
}

/** Two or three variables, about 250 bytes. One dossier in five is incomplete at first; one in ten is refused. */
export function taskVariables(task: Task, i: number, round: number): Variables {
  const common = { [`by_${task}`]: `officer${i % 40}`, [`note_${task}`]: NOTE };
  if (task === 'receive') return { ...common, complete: !(i % 5 === 0 && round === 0) };
  if (task === 'sign') return { ...common, approved: i % 10 !== 9 };
  return common;
}

/** User tasks that dossier `i` takes: 6, or 8 with the supplement loop; 6.4 on average. */
export const tasksOf = (i: number): number => (i % 5 === 0 ? 8 : 6);
/** User tasks of dossiers 0 to n - 1. */
export function tasksOfAll(n: number): number {
  return Array.from({ length: n }, (_, i) => tasksOf(i)).reduce((sum, each) => sum + each, 0);
}

/** What one dossier took, in milliseconds: the first call, and each completed user task. */
export interface Timings { start: number; clicks: number[] }
export interface Drive { seconds: number; timings: Timings[] }

/** `clerks` at once take one dossier after the other, until `n` are done. */
export async function drive(n: number, clerks: number, one: (i: number, clerk: number) => Promise<Timings>): Promise<Drive> {
  const began = performance.now();
  const timings: Timings[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: clerks }, async (_, clerk) => {
    while (next < n) timings.push(await one(next++, clerk));
  }));
  return { seconds: (performance.now() - began) / 1000, timings };
}
