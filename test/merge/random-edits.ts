/** Random changes of a drawing in parts, such that it stays a drawing: values, facts, steps put in, taken out and moved. */
import fc from 'fast-check';
import { essential } from '../../engine/merge/integrity.js';
import { within, type Part, type Parts } from '../../engine/merge/parts.js';

type Draft = Map<string, Part>;
export type EditMade = (parts: Parts) => Parts;

const at = <T>(list: readonly T[], n: number): T | undefined => (list.length === 0 ? undefined : list[n % list.length]);
const named = (parts: Parts, ...types: string[]): Part[] => [...parts.values()].filter(({ type }) => types.includes(`${type.replace('bpmn:', '')}`));

function without(parts: Draft, key: string): void {
  const gone = within(parts, key);
  for (const part of parts.values()) if (essential(part).some((id) => gone.has(id))) for (const each of within(parts, part.key)) gone.add(each);
  for (const each of gone) parts.delete(each);
  for (const [id, part] of parts) if (Object.values(part.refs).some((ids) => ids.some((each) => gone.has(each)))) parts.set(id, { ...part, refs: Object.fromEntries(Object.entries(part.refs).map(([name, ids]) => [name, ids.filter((each) => !gone.has(each))] as const).filter(([, ids]) => ids.length > 0)) });
}
const STEPS = ['UserTask', 'ServiceTask', 'SendTask'];

const edits: readonly ((draft: Draft, n: number, text: string) => void)[] = [
  function value(draft, n, text) {
    const part = at([...draft.values()].filter(({ values }) => Object.keys(values).some((name) => name !== 'id')), n);
    const name = part && at(Object.keys(part.values).filter((each) => each !== 'id'), n);
    if (part && name) draft.set(part.key, { ...part, values: { ...part.values, [name]: text } });
  },
  function takeOutFact(draft, n) { const part = at([...draft.values()].filter(({ type }) => type.startsWith('df:')), n); if (part) without(draft, part.key); },
  function addFact(draft, n, text) {
    const procedure = [...draft.values()].find(({ type }) => type === 'df:Procedure');
    const key = `${procedure?.key}/requiredDocuments[df:RequiredDocument giay${n % 7}]`;
    if (procedure && !draft.has(key)) draft.set(key, { key, type: 'df:RequiredDocument', parent: procedure.key, slot: 'requiredDocuments', named: false, values: { type: `giay${n % 7}`, name: text }, refs: {} });
  },
  function takeOutStep(draft, n) { const part = at(named(draft, ...STEPS), n); if (part) without(draft, part.key); },
  function putInStep(draft, n, text) {
    const flow = at(named(draft, 'SequenceFlow'), n);
    const key = `moi_${n % 50}`;
    if (!flow || draft.has(key) || draft.has(`f_${key}`)) return;
    const home = draft.get(flow.refs['sourceRef']![0]!)!;
    draft.set(key, { key, type: 'bpmn:UserTask', parent: flow.parent, slot: 'flowElements', named: true, values: { id: key, name: text }, refs: home.refs['lanes'] ? { lanes: home.refs['lanes'] } : {} });
    draft.set(`f_${key}`, { key: `f_${key}`, type: 'bpmn:SequenceFlow', parent: flow.parent, slot: 'flowElements', named: true, values: { id: `f_${key}` }, refs: { sourceRef: [key], targetRef: flow.refs['targetRef']! } });
    draft.set(flow.key, { ...flow, refs: { ...flow.refs, targetRef: [key] } });
  },
  function otherLane(draft, n) {
    const [step, lane] = [at(named(draft, ...STEPS), n), at(named(draft, 'Lane'), n >> 3)];
    if (step && lane) draft.set(step.key, { ...step, refs: { ...step.refs, lanes: [lane.key] } });
  },
  function otherType(draft, n) { const step = at(named(draft, ...STEPS), n); if (step) draft.set(step.key, { ...step, type: `bpmn:${STEPS[n % 3]!}` }); },
];

export const someEdits: fc.Arbitrary<EditMade> = fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(400), fc.constantFrom('một', 'hai', 'ba')), { maxLength: 6 })
  .map((chosen) => Object.assign((parts: Parts): Parts => {
    const draft = new Map(parts);
    for (const [kind, n, text] of chosen) edits[kind]!(draft, n, text);
    return draft;
  }, { toString: () => JSON.stringify(chosen.map(([kind, n, text]) => [edits[kind]!.name, n, text])) }));
