/** Reads and checks a drawing as it has to be before it may be put forward, announced or run. */
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readValidated } from '../../engine/bpmn/validate.js';
import { check, type WordList } from '../../engine/check.js';
import type { Finding } from '../../engine/analysis/finding.js';
import type { Diagnostic, Model, Plan, ProcessGraph } from '../../engine/graph/types.js';
import { fold } from '../fold.js';
import { Refusal } from '../problem.js';
import type { FindingCounts, ProcedureDoc, VersionDoc } from '../schemas/procedure.js';

export interface Examined { model: Model; plan?: Plan; root?: ProcessGraph; errors: Diagnostic[]; warnings: Diagnostic[]; findings: Finding[] }
/** One that can run. */
export type Sound = Examined & { plan: Plan; root: ProcessGraph };

/**
 * Reads, validates by the standard's rules, links and checks a drawing: everything that is wrong with it at once.
 * @param on the day after which accepted findings are due again; without it none is
 * @param own words of labels that the agency adds
 */
export async function examine(xml: string, file?: string, on?: string, own?: WordList): Promise<Examined> {
  const { model, ...validated } = await readValidated(xml, file);
  const root = model.processes.find((process) => process.executable && !process.globalTask) ?? model.processes.find((process) => !process.globalTask);
  const errors: Diagnostic[] = validated.errors.map((each) => ({ ...each, severity: 'error' }));
  const warnings: Diagnostic[] = validated.warnings.map((each) => ({ ...each, severity: 'warning' }));
  if (!root) {
    if (errors.length === 0) errors.push({ code: 'no-process', severity: 'error', message: 'the drawing has no process that could run' });
    return { model, errors, warnings, findings: [] };
  }
  const linked = linkPlan([model], root.id);
  errors.push(...linked.diagnostics.filter((each) => each.severity === 'error' && !errors.some((known) => sameProblem(known, each))));
  const findings = errors.length > 0 ? [] : (await check([model], { ...(on !== undefined && { on }), ...(own && { words: own }) })).filter((each) => each.canTell);
  return { model, root, ...(linked.plan ? { plan: linked.plan } : {}), errors, warnings, findings };
}

function sameProblem(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.elementId === b.elementId && a.message === b.message;
}

/** Throws Refusal cannot-run with every reason. */
export async function examineSound(xml: string, on: Date, own?: WordList): Promise<Sound> {
  const examined = await examine(xml, undefined, on.toISOString().slice(0, 10), own);
  const { plan, root, errors } = examined;
  if (!plan || !root || errors.length > 0) throw new Refusal('cannot-run', 'the drawing cannot run as it is', { problems: errors });
  return { ...examined, plan, root };
}

/** What lists say of a procedure, by its drawing. */
export function describe(root: ProcessGraph | undefined, id: string): Pick<ProcedureDoc, 'code' | 'name' | 'search'> & Partial<ProcedureDoc> {
  const facts = root?.procedure;
  const code = facts?.code ?? id;
  const name = facts?.name ?? root?.name ?? id;
  const limit = facts?.timeLimits.find((each) => each.when === undefined);
  return {
    code, name, search: fold(`${code} ${name} ${facts?.field ?? ''}`), ...(facts?.field ? { field: facts.field } : {}), ...(facts?.level ? { level: facts.level } : {}),
    ...(limit ? { limit: { value: limit.value, unit: limit.unit } } : {}), ...(root ? { forApplicants: root.lanes.some((lane) => lane.department?.oneStop) } : {}),
  };
}

/** Those that nobody has accepted. */
export function countOf(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, advice: 0 };
  for (const finding of findings) if ('severity' in finding && !finding.accepted) counts[finding.severity] += 1;
  return counts;
}

export function startMessagesOf(root: ProcessGraph): VersionDoc['startMessages'] {
  return Object.values(root.nodes).flatMap((node) => {
    if (node.type !== 'startEvent' || node.kind !== 'event' || node.scope !== root.id) return [];
    return node.definitions.flatMap((each) => (each.kind === 'message' ? [{ name: each.message.name, startEvent: node.id }] : []));
  });
}
