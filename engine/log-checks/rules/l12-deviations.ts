import { AlignmentError } from '../../mining/conform/align.js';
import { conform } from '../../mining/conform/conform.js';
import type { Deviation } from '../../mining/conform/deviations.js';
import { NetError, plainLabel } from '../../mining/conform/from-graph.js';
import { selectEvents, transitionOf } from '../../mining/log/select.js';
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
    if (callsOthers(subject)) return lacks('L12', 'a drawing that calls no other process');
    const { log } = subject;
    const complete = new Set(subject.complete.map((dossier) => dossier.c));
    const done = transitionOf(log, ['complete', 'completed']);
    // Work that nobody took on before he did it was scheduled and completed: it is done once.
    const isDone = (event: number): boolean => done < 0 || log.transition[event] === done || log.transition[event]! < 0;
    try {
      const found = conform({ ...subject.drawing.model, processes: [subject.drawing.graph] }, selectEvents(log, (event, c) => complete.has(c) && isDone(event)));
      return found.deviations.filter((each) => !isUnseen(subject, each)).filter(({ kind, cases }) => KEYS[kind] !== undefined && cases >= LEAST && cases / subject.complete.length >= LEAST_SHARE).slice(0, TOLD).map((each) => told(subject, each));
    } catch (error) {
      if (error instanceof AlignmentError || error instanceof NetError) return lacks('L12', `a drawing that can be compared: ${error.message}`);
      throw error;
    }
  },
};

/** What programs do leaves no work item: a log that never shows the step does not say that it was skipped. */
function isUnseen({ drawing, log }: LogSubject, { kind, element }: Deviation): boolean {
  const node = kind === 'skipped' && element !== undefined ? drawing!.graph.nodes[element] : undefined;
  return node !== undefined && AUTOMATIC.has(node.type) && !log.activities.some((name) => name === node.id || plainLabel(name) === plainLabel(node.name ?? node.id));
}

/** A called process is not part of the net. */
function callsOthers({ drawing, log }: LogSubject): boolean {
  const { graph, model } = drawing!;
  if (!Object.values(graph.nodes).some((node) => node.kind === 'activity' && node.calledElement !== undefined)) return false;
  const logged = new Set(log.activities.map(plainLabel));
  return model.processes.some((other) => other !== graph && Object.values(other.nodes).some((node) => node.kind === 'activity' && node.name !== undefined && logged.has(plainLabel(node.name))));
}

function told(subject: LogSubject, deviation: Deviation): LogAnswer {
  const { kind, element, activity, cases, events, caseIds } = deviation;
  const node = element === undefined ? Object.values(subject.drawing!.graph.nodes).find((each) => plainLabel(each.name ?? each.id) === activity) : subject.drawing!.graph.nodes[element];
  const isMandatory = node?.kind === 'activity' && node.step?.mandatory === true;
  const severity: Severity = kind === 'skipped' && isMandatory ? 'error' : 'warning';
  const ids = new Set(caseIds);
  return {
    check: 'L12', severity, elements: [node?.id ?? activity], dossiers: subject.complete.filter((dossier) => ids.has(dossier.id)),
    message: { key: KEYS[kind]!, values: { element: `“${node?.name ?? activity}”`, cases, percent: percent(cases / subject.complete.length) } }, suggestion: { key: 'L12.suggestion' },
    evidence: { kind, deviating: cases, events },
  };
}
