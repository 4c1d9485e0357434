/** The published sheet of a procedure: every part that the law names, from the drawing and what is kept beside it. */
import { conditionInLabels } from '../engine/graph/labels.js';
import type { FlowNode, ProcessGraph } from '../engine/graph/types.js';
import type { Directory } from '../models/directory.js';
import { placeOf } from '../models/projections/place.js';
import { deskMidnight } from '../models/desk.js';
import { dayOf, type PublishedProcedure } from '../models/queries/procedures.js';
import type { TypicalTimes } from '../models/queries/typical-times.js';
import type { BlankFormDoc } from '../models/schemas/blank-form.js';
import type { ProcedurePage } from './pages/procedure.js';

/** Kinds of steps by which an agency decides. */
const DECIDING = new Set(['sign', 'decide']);
/** Steps that nobody does and that take no time. */
const BY_ITSELF = new Set<FlowNode['type']>(['scriptTask', 'businessRuleTask']);
/** Steps that not every dossier comes to. */
const ONLY_SOMETIMES: Readonly<Record<string, 'supplement' | 'refuse'>> = { supplement: 'supplement', refuse: 'refuse' };

export function sheetOf({ procedure, version, root }: PublishedProcedure, directory: Directory, beside: { typical?: TypicalTimes | undefined; forms: readonly BlankFormDoc[] }): ProcedurePage {
  const facts = root.procedure;
  const required = facts?.requiredDocuments ?? [];
  const agencies = agenciesOf(root, directory);
  return {
    id: procedure._id, code: procedure.code, name: procedure.name, version: version.version, since: deskMidnight(dayOf(version)),
    ...(procedure.field ? { field: procedure.field } : {}), ...(procedure.level ? { level: procedure.level } : {}), ...(facts?.fee ? { fee: facts.fee } : {}),
    ...(facts?.result ? { result: resultName(root, facts.result) } : {}), ...(facts?.onlineService ? { online: facts.onlineService } : {}),
    ...(facts?.sets === undefined ? {} : { sets: facts.sets }), ...(facts?.subjects ? { subjects: facts.subjects } : {}), requirements: (facts?.requirements ?? '').split(/\n/).map((each) => each.trim()).filter(Boolean),
    channels: (facts?.channels ?? []).map(({ kind, value, unit, fee, note }) => ({ kind, ...(value !== undefined && unit ? { limit: { value, unit } } : {}), ...(fee ? { fee } : {}), ...(note ? { note } : {}) })),
    limits: (facts?.timeLimits ?? []).map((each) => (each.when === undefined ? each : { ...each, when: conditionInLabels(root, each.when) })), parts: required.map(({ type, name, ...rest }) => ({ name: name ?? type, ...rest })), steps: stepsOf(root, directory), legalBasis: [...(facts?.legalBasis ?? [])],
    ...agencies, places: root.lanes.flatMap((lane) => (lane.department?.oneStop ? [`${directory.departmentName(lane.department.id)}, ${directory.agencyName(agencyOf(lane.department, directory))}`] : [])),
    forms: beside.forms.map(({ _id, name, fileName, size }) => ({ id: _id, name, fileName, size })), missingForms: [...new Set(required.flatMap((each) => each.form ?? []))].filter((name) => !beside.forms.some((form) => form.name === name)),
    ...(beside.typical ? { typical: beside.typical } : {}),
  };
}

const agencyOf = (department: { id: string; agency?: string }, directory: Directory): string => directory.agencyOf(department.id) ?? department.agency ?? '';

function stepsOf(root: ProcessGraph, directory: Directory): ProcedurePage['steps'] {
  return root.order.flatMap((id) => {
    const node = root.nodes[id];
    if (!node || node.kind !== 'activity' || !node.name || node.scope !== root.id || BY_ITSELF.has(node.type)) return [];
    const place = placeOf(root, node);
    const { limit, unit, applicantContact, kind = '' } = node.step ?? {};
    const when = ONLY_SOMETIMES[kind];
    return [{ name: node.name, department: place ? directory.departmentName(place.id) : '', ...(limit !== undefined && unit ? { limit: { value: limit, unit } } : {}), contact: applicantContact ?? false, ...(when ? { when } : {}) }];
  });
}

/** Who decides is whose lane has the step that signs; every other agency with a lane takes part. */
function agenciesOf(root: ProcessGraph, directory: Directory): Pick<ProcedurePage, 'decides' | 'takesPart'> {
  const of = (node: FlowNode): string[] => { const place = placeOf(root, node); return place ? [agencyOf(place, directory)] : []; };
  const deciding = new Set(Object.values(root.nodes).filter((node) => node.kind === 'activity' && DECIDING.has(node.step?.kind ?? '')).flatMap(of));
  const all = new Set(root.lanes.flatMap((lane) => (lane.department ? [agencyOf(lane.department, directory)] : [])));
  const names = (ids: Iterable<string>): string[] => [...ids].filter(Boolean).map((id) => directory.agencyName(id));
  return { decides: names(deciding), takesPart: names([...all].filter((id) => !deciding.has(id))) };
}

/** The result is stated as a type of document; its name is on the document in the drawing. */
function resultName(root: ProcessGraph, type: string): string {
  return Object.values(root.data).find((each) => each.document?.type === type && each.name)?.name ?? type;
}
