/** Several procedures looked at together. */
import type { FrameworkRef, Model, ProcedureFacts } from '../../graph/types.js';
import type { FileSubject, Subject } from '../subject.js';
import { Shapes } from './shapes.js';

/** One procedure: the main process of a file. */
export interface Member { file: string; model: Model; subject: Subject; facts?: ProcedureFacts; code?: string }

/** What is asked of a library, besides its procedures. */
export interface Question {
  /** The day on which frameworks are looked at, `YYYY-MM-DD`. */
  on: string;
  /** The procedure that findings are wanted about; about all when absent. */
  about?: Member;
  /** Those that stand already, where a library is looked at again and again. */
  shapes?: Shapes;
}

export class Library {
  /** The one asked about comes first. */
  readonly members: readonly Member[];
  readonly on: string;
  readonly about: Member | undefined;
  readonly shapes: Shapes;

  constructor(members: readonly Member[], { on, about, shapes = new Shapes() }: Question) {
    this.members = about ? [about, ...members.filter((each) => each !== about)] : members;
    this.on = on;
    this.about = about;
    this.shapes = shapes;
  }
  /** Procedures that a check looks at for findings of its own. */
  get asked(): readonly Member[] { return this.about ? [this.about] : this.members; }
}

/** The main process of a file; undefined where it has none. */
export function memberOf({ file, model, subjects }: FileSubject): Member | undefined {
  const subject = mainProcess(model, subjects);
  const facts = subject?.graph.procedure;
  return subject && { file, model, subject, ...(facts && { facts }), ...(facts?.code !== undefined && { code: facts.code }) };
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
