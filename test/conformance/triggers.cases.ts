/** Every trigger at every place that the standard allows it, in every kind of scope (BPMN 2.0 tables 10.84 to 10.93). */
import { boundary, bpmn, end, message, sequenceFlows, signal, start, timer, user } from '../support/bpmn.js';
import type { Case } from './run.js';

const condition = (text: string) => `<conditionalEventDefinition id="d_c"><condition xsi:type="tFormalExpression">${text}</condition></conditionalEventDefinition>`;
const ref = (...ids: string[]) => ids.map((id) => `<eventDefinitionRef>${id}</eventDefinitionRef>`).join('');
const ROOTS = `<message id="m" name="M"/><signal id="sig" name="S"/><error id="err" name="Err" errorCode="E1"/><escalation id="esc" name="Esc" escalationCode="C1"/>
<messageEventDefinition id="rm" messageRef="m"/><signalEventDefinition id="rs" signalRef="sig"/><timerEventDefinition id="rt"><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>
${condition('x > 3').replace('d_c', 'rc')}<errorEventDefinition id="re" errorRef="err"/><escalationEventDefinition id="rx" escalationRef="esc"/>`;

/** What is waited for, and how it comes about. */
const TRIGGERS = {
  'message': { definition: message('m'), fire: ['message M'] },
  'message by reference': { definition: ref('rm'), fire: ['message M'] },
  'signal': { definition: signal('sig'), fire: ['signal S'] },
  'signal by reference': { definition: ref('rs'), fire: ['signal S'] },
  'timer duration': { definition: timer('PT1H'), fire: ['advance PT1H'] },
  'timer date': { definition: '<timerEventDefinition><timeDate xsi:type="tFormalExpression">2026-01-05T02:30:00Z</timeDate></timerEventDefinition>', fire: ['advance PT2H'] },
  'timer by reference': { definition: ref('rt'), fire: ['advance PT1H'] },
  'working time': { definition: timer('8 workingHours'), fire: ['advance PT9H30M'] },
  'conditional': { definition: condition('x > 3'), fire: ['set {"x":5}'] },
  'conditional by reference': { definition: ref('rc'), fire: ['set {"x":5}'] },
  'multiple': { definition: message('m') + signal('sig'), fire: ['signal S'] },
  'multiple by reference': { definition: ref('rm', 'rt'), fire: ['advance PT1H'] },
  'parallel multiple': { definition: message('m') + signal('sig'), fire: ['signal S', 'waiting WAITING', 'message M'], parallel: true },
  'parallel multiple by reference': { definition: ref('rs') + timer('PT1H'), fire: ['advance PT1H', 'waiting WAITING', 'signal S'], parallel: true },
} as const;
type Trigger = { definition: string; fire: readonly string[]; parallel?: boolean };
const triggers = Object.entries(TRIGGERS) as [string, Trigger][];
const begin = 'start {"x":0}';
const isConditional = (name: string) => name.startsWith('conditional');

/** A scope of some kind with `nodes` inside; the trace around what happens inside. */
interface Place { name: string; xml(nodes: string, flows: readonly string[], around?: string, aroundFlows?: readonly string[]): string | string[]; before: string; after: string; separate?: boolean }
const inside = (tag: string, more = ''): Place['xml'] => (nodes, flows, around = '', aroundFlows = []) =>
  bpmn({ roots: ROOTS, nodes: `${start()}<${tag} id="p">${more}${nodes}${sequenceFlows(flows)}</${tag}>${end()}${around}`, flows: ['s>p>e', ...aroundFlows] });
const PLACES: readonly Place[] = [
  { name: 'process', xml: (nodes, flows) => bpmn({ roots: ROOTS, nodes, flows }), before: '', after: '' },
  { name: 'sub-process', xml: inside('subProcess'), before: 's', after: 'p e' },
  { name: 'transaction', xml: inside('transaction'), before: 's', after: 'p e' },
  { name: 'multi-instance sub-process', xml: inside('subProcess', '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">1</loopCardinality></multiInstanceLoopCharacteristics>'), before: 's', after: 'p e' },
  { name: 'looping sub-process', xml: inside('subProcess', '<standardLoopCharacteristics loopMaximum="1"/>'), before: 's', after: 'p e' },
  {
    name: 'called process', before: 's', after: 'p e', separate: true,
    xml: (nodes, flows, around = '', aroundFlows = []) => [
      bpmn({ roots: ROOTS, nodes: `${start()}<callActivity id="p" calledElement="Q"/>${end()}${around}`, flows: ['s>p>e', ...aroundFlows] }),
      bpmn({ id: 'Q', roots: ROOTS, nodes, flows }),
    ],
  },
];
const trace = (...parts: string[]) => parts.filter(Boolean).join(' ');
/** A condition inside a called process looks at data of its own, which nobody outside can change. */
const applies = (place: Place, name: string) => !(place.separate && isConditional(name));
const lines = (trigger: Trigger, waiting: string) => trigger.fire.map((line) => line.replace('WAITING', waiting));
const parallel = (trigger: Trigger) => (trigger.parallel ? ' parallelMultiple="true"' : '');

const intermediate: Case[] = PLACES.flatMap((place) => triggers.filter(([name]) => applies(place, name)).map(([name, trigger]) => ({
  section: '10.5.4', element: 'Intermediate catch event', name: `${name} in a ${place.name}`,
  xml: place.xml(`${start('is')}<intermediateCatchEvent id="c"${parallel(trigger)}>${trigger.definition}</intermediateCatchEvent>${end('ie')}`, ['is>c>ie']),
  run: [begin, 'waiting c', ...lines(trigger, 'c')], trace: trace(place.before, 'is c ie', place.after),
})));

/** What a boundary event sits on: its element, what completes inside before and when it is done, and what is cancelled. */
const HOSTS: readonly { name: string; xml: string; before: string; done: string; cancelled: string; called?: string; waiting?: string }[] = [
  { name: 'user task', xml: user('t'), before: '', done: 't', cancelled: 't', waiting: 't' },
  { name: 'sub-process', xml: `<subProcess id="t">${start('is')}${user('u')}${end('ie')}${sequenceFlows(['is>u>ie'])}</subProcess>`, before: 'is', done: 'u ie t', cancelled: 'u t' },
  { name: 'transaction', xml: `<transaction id="t">${start('is')}${user('u')}${end('ie')}${sequenceFlows(['is>u>ie'])}</transaction>`, before: 'is', done: 'u ie t', cancelled: 'u t' },
  { name: 'ad-hoc sub-process', xml: `<adHocSubProcess id="t">${user('u')}</adHocSubProcess>`, before: '', done: 'u t', cancelled: 'u t' },
  { name: 'call activity', xml: '<callActivity id="t" calledElement="Q"/>', before: 'qs', done: 'u qe t', cancelled: 'u t', called: bpmn({ id: 'Q', nodes: start('qs') + user('u') + end('qe'), flows: ['qs>u>qe'] }) },
  { name: 'call of a global task', xml: '<callActivity id="t" calledElement="u"/>', before: '', done: 'u t', cancelled: 'u t' },
  { name: 'multi-instance task', xml: user('t', '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">2</loopCardinality></multiInstanceLoopCharacteristics>'), before: '', done: 't t', cancelled: 't t', waiting: 't t' },
  { name: 'looping task', xml: user('t', '<standardLoopCharacteristics loopMaximum="2"/>'), before: '', done: 't t', cancelled: 't', waiting: 't' },
];
const boundaries: Case[] = HOSTS.flatMap((host) => triggers.flatMap(([name, trigger]) => [true, false].map((cancel): Case => {
  const roots = host.name.includes('global') ? `${ROOTS}<globalUserTask id="u" name="u"/>` : ROOTS;
  const event = `<boundaryEvent id="b" attachedToRef="t" cancelActivity="${cancel}"${parallel(trigger)}>${trigger.definition}</boundaryEvent>`;
  const main = bpmn({ roots, nodes: start() + host.xml + event + end() + end('e2'), flows: ['s>t>e', 'b>e2'] });
  const work = host.waiting ?? 'u';
  const complete = host.done.split(' ').filter((id) => work.split(' ').includes(id)).map((id) => `complete ${id}`);
  return {
    section: '10.5.4', element: cancel ? 'Boundary event, interrupting' : 'Boundary event, non-interrupting', name: `${name} on a ${host.name}`,
    xml: host.called === undefined ? main : [main, host.called],
    run: [begin, ...lines(trigger, work), ...(cancel ? [] : complete)],
    trace: cancel ? trace('s', host.before, 'b e2') : trace('s', host.before, 'b e2', host.done, 'e'), cancelledSet: cancel ? host.cancelled : '',
  };
})));

const eventSubProcess = (id: string, definition: string, interrupting: boolean, attributes = '') =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="es" isInterrupting="${interrupting}"${attributes}>${definition}</startEvent>${end('ee')}${sequenceFlows(['es>ee'])}</subProcess>`;
const eventSubProcesses: Case[] = PLACES.flatMap((place) => triggers.filter(([name]) => applies(place, name)).flatMap(([name, trigger]) => [true, false].map((interrupting): Case => ({
  section: '13.5.4', element: interrupting ? 'Event sub-process, interrupting' : 'Event sub-process, non-interrupting', name: `${name} in a ${place.name}`,
  xml: place.xml(start('is') + user('u') + end('ie') + eventSubProcess('ev', trigger.definition, interrupting, parallel(trigger)), ['is>u>ie']),
  run: [begin, ...lines(trigger, 'u'), ...(interrupting ? [] : ['complete u'])],
  trace: trace(place.before, interrupting ? 'is es ee ev' : 'is es ee ev u ie', place.after), cancelledSet: interrupting ? 'u' : '',
}))));

const gateways: Case[] = triggers.filter(([, trigger]) => !trigger.parallel).map(([name, trigger]) => ({
  section: '13.4.4', element: 'Event-based gateway', name: `${name} decides`,
  xml: bpmn({ roots: ROOTS, nodes: `${start()}<eventBasedGateway id="g"/><intermediateCatchEvent id="c">${trigger.definition}</intermediateCatchEvent><intermediateCatchEvent id="o">${timer('P9D')}</intermediateCatchEvent>${end()}${end('e2')}`, flows: ['s>g', 'g>c>e', 'g>o>e2'] }),
  run: [begin, ...trigger.fire], trace: 's g c e',
}));

/** Thrown from inside by an end event. */
const THROWN = {
  'error': { throwing: '<errorEventDefinition errorRef="err"/>', catching: '<errorEventDefinition errorRef="err"/>', escalation: false },
  'error by reference': { throwing: ref('re'), catching: ref('re'), escalation: false },
  'error of any code': { throwing: '<errorEventDefinition errorRef="err"/>', catching: '<errorEventDefinition/>', escalation: false },
  'escalation': { throwing: '<escalationEventDefinition escalationRef="esc"/>', catching: '<escalationEventDefinition escalationRef="esc"/>', escalation: true },
  'escalation by reference': { throwing: ref('rx'), catching: ref('rx'), escalation: true },
  'escalation of any code': { throwing: '<escalationEventDefinition escalationRef="esc"/>', catching: '<escalationEventDefinition/>', escalation: true },
} as const;
const thrown = Object.entries(THROWN).flatMap(([name, kind]) => (kind.escalation ? [true, false] : [true]).map((cancel) => ({ name, cancel, ...kind })));

const thrownToBoundary: Case[] = PLACES.slice(1).flatMap((place) => thrown.map(({ name, cancel, throwing, catching }): Case => ({
  section: '10.5.7', element: cancel ? 'Boundary event, interrupting' : 'Boundary event, non-interrupting', name: `${name} thrown in a ${place.name}`,
  xml: place.xml(start('is') + end('x', throwing), ['is>x'], boundary('b', 'p', catching, cancel) + end('e2'), ['b>e2']),
  traceSet: cancel ? 's is x b e2' : 's is x b e2 p e',
})));
const thrownToEventSubProcess: Case[] = PLACES.flatMap((place) => thrown.map(({ name, cancel, throwing, catching }): Case => ({
  section: '13.5.4', element: cancel ? 'Event sub-process, interrupting' : 'Event sub-process, non-interrupting', name: `${name} thrown in a ${place.name}`,
  xml: place.xml(start('is') + end('x', throwing) + eventSubProcess('ev', catching, cancel), ['is>x']),
  trace: trace(place.before, 'is x es ee ev', place.after),
})));

/** Where an instance begins from outside. */
const processStarts: Case[] = triggers.filter(([name]) => !isConditional(name)).map(([name, trigger]) => ({
  section: '10.5.2', element: 'Start event', name: `${name} starts an instance`,
  xml: bpmn({ roots: ROOTS, nodes: `<startEvent id="s"${parallel(trigger)}>${trigger.definition}</startEvent>${end()}`, flows: ['s>e'] }),
  run: lines(trigger, ''), trace: 's e', status: 'none',
}));

export const triggerCases: Case[] = [...processStarts, ...intermediate, ...gateways, ...boundaries, ...eventSubProcesses, ...thrownToBoundary, ...thrownToEventSubProcess];
