/** Does practice follow the model? Replay, alignments, precision and deviations (format.md, "Keys of conform"). */
import type { Model, ProcessGraph } from '../../graph/types.js';
import { type Variant, variantsOf } from '../figures/variants.js';
import { controlFlow } from '../log/select.js';
import type { EventLog } from '../log/types.js';
import { Aligner } from './align.js';
import { type Deviation, Deviations } from './deviations.js';
import { netOf, plainLabel } from './from-graph.js';
import { MarkingTable, type PetriNet } from './net.js';
import { precisionOf } from './precision.js';
import { TokenReplay } from './replay.js';

export interface Conformance {
  tokenReplay: {
    fittingCases: number;
    /** Fitting cases over all. */
    share: number;
    averageTraceFitness: number;
    /** The formula of a trace over the sums of all. */
    logFitness: number;
  };
  alignment: {
    fittingCases: number;
    averageFitness: number;
    logFitness: number;
    /** Of all cases together. */
    cost: number;
  };
  precision: number;
  deviations: Deviation[];
}
interface LabelledVariant extends Variant { labels: readonly string[] }

/** Of a BPMN model, or of a net. Throws `NetError` and `AlignmentError`, whose messages name what cannot be done. */
export function conform(model: Model | PetriNet, log: EventLog): Conformance {
  const used = controlFlow(log);
  const graph = 'processes' in model ? processOf(model, used) : undefined;
  const net = graph ? netOf(graph, new Set(used.activities.map(plainLabel))) : plainNet(model as PetriNet);
  const labels = labelsOf(used, graph);
  const variants = variantsOf(used).map((variant) => ({ ...variant, labels: variant.sequence.map((activity) => labels[activity]!) }));
  const table = new MarkingTable(net);
  const replay = new TokenReplay(table);
  const deviations = new Deviations(net, used, graph);
  return {
    tokenReplay: tokenReplay(replay, variants),
    alignment: alignments(new Aligner(table), variants, deviations),
    precision: precisionOf(replay, table.initial, variants.map((variant) => ({ labels: variant.labels, cases: variant.cases.length }))),
    deviations: deviations.list(),
  };
}

/** The process of the file that knows most of the log's activities. */
function processOf(model: Model, used: EventLog): ProcessGraph {
  const logged = new Set(used.activities.map(plainLabel));
  const known = (graph: ProcessGraph): number => Object.values(graph.nodes).filter((node) => logged.has(plainLabel(node.name ?? node.id)) || logged.has(node.id)).length;
  return model.processes.filter(({ order }) => order.length > 0).reduce((best, graph) => (known(graph) > known(best) ? graph : best));
}

function plainNet(net: PetriNet): PetriNet {
  return { ...net, transitions: net.transitions.map((each) => (each.label === undefined ? each : { ...each, label: plainLabel(each.label) })) };
}

/** What each activity of the log is called in the net: a log may give the ids of elements in place of their names. */
function labelsOf(used: EventLog, graph: ProcessGraph | undefined): string[] {
  const names = new Set(Object.values(graph?.nodes ?? {}).map(({ name, id }) => plainLabel(name ?? id)));
  return used.activities.map((activity) => {
    const plain = plainLabel(activity);
    const node = names.has(plain) ? undefined : graph?.nodes[plain];
    return node?.name === undefined || node.kind !== 'activity' ? plain : plainLabel(node.name);
  });
}

function tokenReplay(replay: TokenReplay, variants: readonly LabelledVariant[]): Conformance['tokenReplay'] {
  const sum = { cases: 0, fitting: 0, fitness: 0, produced: 0, consumed: 0, missing: 0, remaining: 0 };
  for (const { labels, cases: { length } } of variants) {
    const replayed = replay.replay(labels);
    sum.cases += length;
    if (replayed.fits) sum.fitting += length;
    sum.fitness += fitnessOf(replayed) * length;
    for (const key of ['produced', 'consumed', 'missing', 'remaining'] as const) sum[key] += replayed[key] * length;
  }
  return { fittingCases: sum.fitting, share: ratio(sum.fitting, sum.cases), averageTraceFitness: ratio(sum.fitness, sum.cases), logFitness: fitnessOf(sum) };
}

function fitnessOf({ produced, consumed, missing, remaining }: { produced: number; consumed: number; missing: number; remaining: number }): number {
  return 0.5 * (1 - ratio(missing, consumed, 0)) + 0.5 * (1 - ratio(remaining, produced, 0));
}

function alignments(aligner: Aligner, variants: readonly LabelledVariant[], deviations: Deviations): Conformance['alignment'] {
  const shortest = aligner.align([]).cost;
  const sum = { cases: 0, fitting: 0, fitness: 0, cost: 0, worst: 0 };
  for (const variant of variants) {
    const { labels, cases: { length } } = variant;
    const alignment = aligner.align(labels);
    const worst = labels.length + shortest;
    sum.cases += length;
    if (alignment.cost === 0) sum.fitting += length;
    sum.fitness += (1 - ratio(alignment.cost, worst, 0)) * length;
    sum.cost += alignment.cost * length;
    sum.worst += worst * length;
    deviations.add({ variant, labels, alignment });
  }
  return { fittingCases: sum.fitting, averageFitness: ratio(sum.fitness, sum.cases), logFitness: 1 - ratio(sum.cost, sum.worst, 0), cost: sum.cost };
}

const ratio = (part: number, whole: number, otherwise = 1): number => (whole > 0 ? part / whole : otherwise);
