import { AlignmentError } from '../../mining/conform/align.js';
import { conform } from '../../mining/conform/conform.js';
import type { Deviation } from '../../mining/conform/deviations.js';
import { NetError, plainLabel } from '../../mining/conform/from-graph.js';
import { drawnElement, withCalls } from '../../mining/conform/inline-calls.js';
import { selectEvents, transitionOf } from '../../mining/log/select.js';
import type { EventLog } from '../../mining/log/types.js';
import type { ProcessGraph } from '../../graph/types.js';
import type { MessageKey } from '../../analysis/messages.js';
import type { Severity } from '../../analysis/finding.js';
import { percent } from '../numbers.js';
import { lacks, type LogAnswer, type LogRule } from '../rule.js';
import type { LogSubject } from '../subject.js';

const LEAST = 3;
const LEAST_SHARE = 0.01;
const TOLD = 10;
const AUTOMATIC: ReadonlySet<string> = new Set(['serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask', 'receiveTask']);
const KEYS: Readonly<Record<Deviation['kind'], MessageKey | undefined>> = { skipped: 'L12.skipped', outOfOrder: 'L12.outOfOrder', notForeseen: 'L12.notForeseen', wrongDepartment: undefined };

/** L12: by the alignment of each variant with the drawing, a step is skipped, done elsewhere, or not foreseen, in 1 % of the dossiers. */
export const deviations: LogRule = {
  check: 'L12',
  run(subject) {
    if (!subject.drawing) return lacks('L12', 'the drawing');
    const { log, drawing: { graph, model } } = subject;
    const drawn = withCalls(graph, model, new Set(log.activities.map(plainLabel)));
    const complete = new Set(subject.complete.map((dossier) => dossier.c));
    const done = transitionOf(log, ['complete', 'completed']);
    // Work that nobody took on before he did it was scheduled and completed: it is done once.
    const isDone = (event: number): boolean => done < 0 || log.transition[event] === done || log.transition[event]! < 0;
    try {
      const found = conform({ ...model, processes: [drawn] }, selectEvents(log, (event, c) => complete.has(c) && isDone(event)));
      return found.deviations.filter((each) => !isUnseen(drawn, log, each)).filter(({ kind, cases }) => KEYS[kind] !== undefined && cases >= LEAST && cases / subject.complete.length >= LEAST_SHARE).slice(0, TOLD).map((each) => told(subject, drawn, each));
    } catch (error) {
      if (error instanceof AlignmentError || error instanceof NetError) return lacks('L12', `a drawing that can be compared: ${error.message}`);
      throw error;
    }
  },
};

/** What programs do leaves no work item: a log that never shows the step does not say that it was skipped. */
function isUnseen(drawn: ProcessGraph, log: EventLog, { kind, element }: Deviation): boolean {
  const node = kind === 'skipped' && element !== undefined ? drawn.nodes[element] : undefined;
  return node !== undefined && AUTOMATIC.has(node.type) && !log.activities.some((name) => name === node.id || plainLabel(name) === plainLabel(node.name ?? node.id));
}

function told(subject: LogSubject, drawn: ProcessGraph, deviation: Deviation): LogAnswer {
  const { kind, element, activity, cases, events, caseIds } = deviation;
  const node = element === undefined ? Object.values(drawn.nodes).find((each) => plainLabel(each.name ?? each.id) === activity) : drawn.nodes[element];
  const isMandatory = node?.kind === 'activity' && node.step?.mandatory === true;
  const severity: Severity = kind === 'skipped' && isMandatory ? 'error' : 'warning';
  const ids = new Set(caseIds);
  return {
    check: 'L12', severity, elements: [node ? drawnElement(node.id) : activity], dossiers: subject.complete.filter((dossier) => ids.has(dossier.id)),
    message: { key: KEYS[kind]!, values: { element: `“${node?.name ?? activity}”`, cases, percent: percent(cases / subject.complete.length) } }, suggestion: { key: 'L12.suggestion' },
    evidence: { kind, deviating: cases, events },
  };
}
