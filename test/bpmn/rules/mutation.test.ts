/** Drawings that run have no error, and one that breaks a single rule is refused by that rule's name. */
import fc from 'fast-check';
import { isDmn } from '../../../engine/decision/read.js';
import { validateBpmn } from '../../../engine/bpmn/validate.js';
import { CASES } from '../../conformance/all.cases.js';

const FILES = [...new Set(CASES.flatMap((each) => each.xml))].filter((xml) => !isDmn(xml));

/** Changes the `nth` place that fits; undefined where none does. */
type Mutation = (xml: string, nth: number) => string | undefined;
const at = (pattern: RegExp, change: (...found: string[]) => string): Mutation => (xml, nth) => {
  const places = [...xml.matchAll(pattern)];
  const place = places[nth % Math.max(places.length, 1)];
  return place && xml.slice(0, place.index) + change(...place) + xml.slice(place.index + place[0].length);
};
const startIn = (xml: string): string | undefined => /<(?:\w+:)?startEvent\b[^>]*\bid=["']([^"']+)/.exec(xml)?.[1];
const endIn = (xml: string): string | undefined => /<(?:\w+:)?endEvent\b[^>]*\bid=["']([^"']+)/.exec(xml)?.[1];
const FLOW = /(<(?:\w+:)?sequenceFlow\b[^>]*?)(sourceRef|targetRef)="[^"]*"/g;
const flowTo = (end: 'sourceRef' | 'targetRef', node: string): Mutation => at(new RegExp(`(<(?:\\w+:)?sequenceFlow\\b[^>]*?)${end}="[^"]*"`, 'g'), (_all, tag) => `${tag}${end}="${node}"`);

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'REQ-16 REQ-17': at(FLOW, (_all, tag) => tag ?? ''),
  'REF-UNRESOLVED': at(FLOW, (_all, tag, end) => `${tag}${end}="nowhere"`),
  'SEQ-01': (xml, nth) => { const node = endIn(xml); return node === undefined ? undefined : flowTo('sourceRef', node)(xml, nth); },
  'SEQ-02': (xml, nth) => { const node = startIn(xml); return node === undefined ? undefined : flowTo('targetRef', node)(xml, nth); },
  'REQ-43': at(/(<(?:\w+:)?boundaryEvent\b[^>]*?)attachedToRef="[^"]*"/g, (_all, tag) => tag ?? ''),
  'ACT-01': at(/<((?:\w+:)?(?:task|userTask|scriptTask|receiveTask|sendTask))\b(?![^>]*startQuantity)/g, (_all, tag) => `<${tag} startQuantity="0"`),
  'ID-DUPLICATE': at(/<((?:\w+:)?)(task|userTask)\b[^>]*?\bid="([^"]+)"/g, (all, prefix, _tag, id) => `<${prefix}manualTask id="${id}"/>${all}`),
  'XML-ELEMENT': at(/<((?:\w+:)?)(task|userTask)\b/g, (all, prefix) => `<${prefix}noSuchTask/>${all}`),
  'ENUM-04': at(/<((?:\w+:)?multiInstanceLoopCharacteristics)\b(?![^>]*behavior)/g, (_all, tag) => `<${tag} behavior="Some"`),
  'REF-08 REF-UNRESOLVED': at(/messageRef="[^"]*"/g, () => 'messageRef="nowhere"'),
};

test('no drawing that runs has an error', async () => {
  for (const xml of FILES) {
    const { errors } = await validateBpmn(xml);
    if (errors.length > 0) throw new Error(`${errors.map((each) => each.message).join('; ')}\n${xml}`);
  }
}, 60_000);

test.each(Object.entries(MUTATIONS))('%s: one rule broken in a drawing that runs is refused by its name', async (names, mutate) => {
  const fitting = FILES.filter((xml) => mutate(xml, 0) !== undefined);
  expect(fitting.length).toBeGreaterThan(5);
  await fc.assert(fc.asyncProperty(fc.constantFrom(...fitting), fc.nat(50), async (xml, nth) => {
    const { errors } = await validateBpmn(mutate(xml, nth)!);
    expect(errors.map((each) => each.code)).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^(${names.replaceAll(' ', '|')})$`))]));
  }), { numRuns: 60 });
}, 60_000);
