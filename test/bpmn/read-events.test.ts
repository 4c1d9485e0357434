import { readBpmn } from '../../engine/bpmn/read.js';
import { event, activity, codes, file, graph } from './drawing.js';

const catching = (id: string, definition: string): string => `<bpmn:intermediateCatchEvent id="${id}">${definition}</bpmn:intermediateCatchEvent>`;

test('event definitions by reference come after those inline', async () => {
  const process = await graph(
    `<bpmn:intermediateCatchEvent id="C"><bpmn:eventDefinitionRef>T</bpmn:eventDefinitionRef><bpmn:signalEventDefinition signalRef="S"/></bpmn:intermediateCatchEvent>`,
    `<bpmn:signal id="S" name="go"/><bpmn:timerEventDefinition id="T"><bpmn:timeDuration>PT5M</bpmn:timeDuration></bpmn:timerEventDefinition>`);
  expect(event(process, 'C').definitions).toEqual([
    { kind: 'signal', name: 'go' },
    { kind: 'timer', timerKind: 'duration', expression: { text: 'PT5M', ast: { kind: 'literal', value: 'PT5M' } } },
  ]);
});

test.each([
  ['timeDate', '2026-11-23T08:00:00+07:00', 'literal'], ['timeCycle', 'R3/PT10M', 'literal'], ['timeDuration', '8 workingHours', 'literal'],
  ['timeDuration', 'duration("PT1H")', 'call'], ['timeDuration', '=wait', 'name'], ['timeDate', '${deadline}', 'name'],
])('a timer\'s %s "%s" is a %s', async (property, text, kind) => {
  const process = await graph(catching('C', `<bpmn:timerEventDefinition><bpmn:${property}>${text}</bpmn:${property}></bpmn:timerEventDefinition>`));
  const [definition] = event(process, 'C').definitions;
  expect(definition).toMatchObject({ kind: 'timer', timerKind: property.slice(4).toLowerCase(), expression: { ast: { kind } } });
});

test('a time that is nothing known is refused by name', async () => {
  const model = await readBpmn(file(catching('C', '<bpmn:timerEventDefinition><bpmn:timeDuration>in 3 days :)</bpmn:timeDuration></bpmn:timerEventDefinition>')));
  expect(codes(model)).toEqual(['error TIMER-TEXT C']);
  expect(model.diagnostics[0]!.line).toBe(7);
});

test('errors and escalations are told apart by code, and by id where there is none', async () => {
  const boundary = (id: string, definition: string): string => `<bpmn:boundaryEvent id="${id}" attachedToRef="A">${definition}</bpmn:boundaryEvent>`;
  const process = await graph(
    `<bpmn:task id="A"/>${boundary('B1', '<bpmn:errorEventDefinition errorRef="E1"/>')}${boundary('B2', '<bpmn:errorEventDefinition errorRef="E2"/>')}
     ${boundary('B3', '<bpmn:errorEventDefinition/>')}${boundary('B4', '<bpmn:escalationEventDefinition escalationRef="X"/>')}`,
    '<bpmn:error id="E1" name="Wrong" errorCode="W1"/><bpmn:error id="E2"/><bpmn:escalation id="X" escalationCode="late"/>');
  expect(['B1', 'B2', 'B3', 'B4'].map((id) => event(process, id).definitions[0])).toEqual([
    { kind: 'error', code: 'W1', name: 'Wrong' }, { kind: 'error', code: 'E2' }, { kind: 'error' }, { kind: 'escalation', code: 'late' },
  ]);
  expect(activity(process, 'A').boundary).toEqual(['B1', 'B2', 'B3', 'B4']);
  expect(event(process, 'B1')).toMatchObject({ attachedTo: 'A', cancelActivity: true });
});

test('a compensation boundary event finds its handler whichever way the association was drawn', async () => {
  const process = await graph(`<bpmn:task id="A"/><bpmn:task id="U" isForCompensation="true"/><bpmn:boundaryEvent id="B" attachedToRef="A"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
    <bpmn:task id="A2"/><bpmn:task id="U2" isForCompensation="true"/><bpmn:boundaryEvent id="B2" attachedToRef="A2"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
    <bpmn:endEvent id="E"><bpmn:compensateEventDefinition activityRef="A" waitForCompletion="false"/></bpmn:endEvent>
    <bpmn:association id="a1" sourceRef="B" targetRef="U"/><bpmn:association id="a2" sourceRef="U2" targetRef="B2"/>`);
  expect([event(process, 'B').compensationHandler, event(process, 'B2').compensationHandler]).toEqual(['U', 'U2']);
  expect(event(process, 'E').definitions).toEqual([{ kind: 'compensation', activity: 'A', waitForCompletion: false }]);
});

test('names of messages: of the message, of the flow, of the other end, of the catcher', async () => {
  const model = await readBpmn(file(
    `<bpmn:intermediateThrowEvent id="T1"><bpmn:messageEventDefinition messageRef="M"/></bpmn:intermediateThrowEvent>
     <bpmn:sendTask id="T2"/><bpmn:sendTask id="T3"/><bpmn:sendTask id="T4"/><bpmn:sendTask id="T5"/>`,
    `<bpmn:message id="M" name="order"/><bpmn:message id="N"/>
     <bpmn:process id="Q"><bpmn:receiveTask id="R1" messageRef="tns:M"/><bpmn:receiveTask id="R2"/><bpmn:receiveTask id="R3" messageRef="N"/><bpmn:receiveTask id="R4"/></bpmn:process>
     <bpmn:collaboration id="Col"><bpmn:participant id="One" processRef="P"/><bpmn:participant id="Two" processRef="Q"/>
       <bpmn:messageFlow id="f2" sourceRef="T2" targetRef="R2" messageRef="M"/><bpmn:messageFlow id="f3" sourceRef="T3" targetRef="R3"/>
       <bpmn:messageFlow id="f4" sourceRef="T4" targetRef="R4"/><bpmn:messageFlow id="f5" sourceRef="T5" targetRef="Two"/></bpmn:collaboration>`));
  const [q, p] = model.processes;
  expect(event(p!, 'T1').definitions[0]).toEqual({ kind: 'message', message: { id: 'M', name: 'order' } });
  expect(['T2', 'T3', 'T4', 'T5'].map((id) => activity(p!, id).message!.name)).toEqual(['order', 'N', 'R4', 'T5']);
  expect(['R1', 'R2', 'R3', 'R4'].map((id) => activity(q!, id).message!.name)).toEqual(['order', 'order', 'N', 'R4']);
  expect(model.messageFlows).toContainEqual({ id: 'f2', source: 'T2', target: 'R2', message: 'M' });
  expect(model.participants).toEqual([{ id: 'One', process: 'P' }, { id: 'Two', process: 'Q' }]);
});

test('start events of event sub-processes say whether they interrupt', async () => {
  const process = await graph(`<bpmn:startEvent id="S"/><bpmn:subProcess id="H" triggeredByEvent="true"><bpmn:startEvent id="T" isInterrupting="false"><bpmn:signalEventDefinition signalRef="Sig"/></bpmn:startEvent></bpmn:subProcess>`, '<bpmn:signal id="Sig" name="s"/>');
  expect(event(process, 'T')).toMatchObject({ scope: 'H', isInterrupting: false });
  expect(event(process, 'S')).not.toHaveProperty('isInterrupting');
  expect(activity(process, 'H')).toMatchObject({ triggeredByEvent: true, children: ['T'] });
});

test('correlation keys carry paths by message and the bindings of the process', async () => {
  const process = await graph(
    `<bpmn:correlationSubscription id="CS" correlationKeyRef="K"><bpmn:correlationPropertyBinding correlationPropertyRef="CP"><bpmn:dataPath>code</bpmn:dataPath></bpmn:correlationPropertyBinding></bpmn:correlationSubscription><bpmn:task id="A"/>`,
    `<bpmn:message id="M" name="m"/><bpmn:correlationProperty id="CP" name="dossier"><bpmn:correlationPropertyRetrievalExpression messageRef="M"><bpmn:messagePath>head.code</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>
     <bpmn:collaboration id="Col"><bpmn:participant id="One" processRef="P"/><bpmn:correlationKey id="K" name="key"><bpmn:correlationPropertyRef>CP</bpmn:correlationPropertyRef></bpmn:correlationKey></bpmn:collaboration>`);
  expect(process.correlationKeys).toMatchObject([{ id: 'K', name: 'key', properties: [{ id: 'CP', name: 'dossier', paths: { M: { text: 'head.code', ast: { kind: 'path' } } }, binding: { text: 'code' } }] }]);
});
