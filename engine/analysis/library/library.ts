/** Several procedures looked at together. */
import type { FrameworkRef, Model, ProcedureFacts } from '../../graph/types.js';
import type { FileSubject, Subject } from '../subject.js';

/** One procedure: the main process of a file. */
export interface Member { file: string; model: Model; subject: Subject; facts?: ProcedureFacts; code?: string }

export class Library {
  readonly members: readonly Member[];

  /** @param on the day on which frameworks are looked at, `YYYY-MM-DD` */
  constructor(files: readonly FileSubject[], readonly on: string) {
    this.members = files.flatMap(({ file, model, subjects }) => {
      const subject = mainProcess(model, subjects);
      if (!subject) return [];
      const facts = subject.graph.procedure;
      return [{ file, model, subject, ...(facts && { facts }), ...(facts?.code !== undefined && { code: facts.code }) }];
    });
  }
}

/** How people call a procedure: its name, or else its code or file. */
export function nameOf({ facts, code, file, subject }: Member): string { return `“${facts?.name ?? subject.graph.name ?? code ?? file}”`; }

function mainProcess(model: Model, subjects: readonly Subject[]): Subject | undefined {
  const called = new Set(model.processes.flatMap((each) => Object.values(each.nodes).flatMap((node) => (node.kind === 'activity' && node.calledElement ? [node.calledElement] : []))));
  return subjects.find((each) => each.graph.procedure) ?? subjects.find((each) => each.graph.executable && !called.has(each.graph.id)) ?? subjects[0];
}

/** Two files of one procedure (versions, the framework and who follows it) are not two procedures. */
export function isSameProcedure(a: Member, b: Member): boolean { return a.code !== undefined && a.code === b.code; }

export function isInForce({ effectiveFrom, effectiveTo }: FrameworkRef, on: string): boolean {
  return (effectiveFrom === undefined || effectiveFrom <= on) && (effectiveTo === undefined || on <= effectiveTo);
}
