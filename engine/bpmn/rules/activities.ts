/** Activities, sub-processes, and their loops (10.3). */
import { child, idOf, is, list, number, states, text, type El } from '../element.js';
import { vendorText } from '../vendor.js';
import { inside, isEventSubProcess, kinds, named, rule, source, type DrawnFile, type Rule } from './rule.js';

const noInput = (owner: El, property: 'inputSets' | 'outputSets', most: number): boolean => list(child(owner, 'ioSpecification'), property).length > most;
const listed = (loop: El, file: DrawnFile): boolean =>
  child(loop, 'loopDataInputRef') !== undefined || file.vendor.attribute(loop, 'camunda', 'collection') !== undefined
  || vendorText(file.vendor.elements(loop, 'zeebe', 'loopCharacteristics')[0], 'inputCollection') !== undefined;

const activities: Rule[] = [
  rule('ACT-01', 'Activity', '10.3', 'error', 'startQuantity is not less than 1', (activity) => (number(activity, 'startQuantity') ?? 1) < 1),
  rule('ACT-02', 'Activity', '10.3', 'error', 'completionQuantity is not less than 1', (activity) => (number(activity, 'completionQuantity') ?? 1) < 1),
  rule('ACT-03', 'Activity', '10.7.1', 'warning', 'A compensation activity has no boundary events', (activity, file) => activity.isForCompensation === true && named(file.boundaryOf(activity))),
  rule('ACT-04', 'Activity', '10.7.1', 'warning', 'A compensation activity is reached from a compensation boundary event', (activity, file) =>
    activity.isForCompensation === true && !isEventSubProcess(activity) && file.associationsAt(activity).length === 0),
  rule('ACT-05', 'ReceiveTask', '10.3.3', 'error', 'A receive task that starts instances has no incoming flow, or one from a start event', (task, file) => {
    const flows = file.flowsInto(task);
    return task.instantiate === true && (flows.length > 1 || flows.some((flow) => !is(source(flow), 'StartEvent')));
  }),
  rule('ACT-06', 'ScriptTask GlobalScriptTask', '10.3.3', 'warning', 'A script names its language', (task) =>
    text(task, 'script') !== undefined && !text(task, 'scriptFormat') && !text(task, 'scriptLanguage')),
  rule('ACT-07', 'SendTask ReceiveTask', '10.3.3', 'warning', 'A send or receive task names its message', (task) => !child(task, 'messageRef') && !child(task, 'operationRef')),
  rule('ACT-08', 'ServiceTask', '10.3.3', 'warning', 'A service task has one input set', (task) => noInput(task, 'inputSets', 1)),
  rule('ACT-09', 'ServiceTask', '10.3.3', 'warning', 'A service task has at most one output set', (task) => noInput(task, 'outputSets', 1)),
  rule('ACT-10', 'SendTask', '10.3.3', 'warning', 'A send task has at most one input set and no outputs', (task) =>
    noInput(task, 'inputSets', 1) || list(child(task, 'ioSpecification'), 'dataOutputs').length > 0),
  rule('ACT-11', 'ReceiveTask', '10.3.3', 'warning', 'A receive task has at most one output set and no inputs', (task) =>
    noInput(task, 'outputSets', 1) || list(child(task, 'ioSpecification'), 'dataInputs').length > 0),
  rule('ACT-12', 'CallActivity', '10.3.6', 'error', 'A call activity calls a process or a global task', (call, file) => {
    const called = calledIn(call, file);
    return called && !is(called, 'CallableElement') && idOf(called);
  }),
  rule('ACT-13', 'CallActivity', '10.3.6', 'warning', 'A call activity names what it calls', (call, file) =>
    !text(call, 'calledElement') && !file.vendor.elements(call, 'zeebe', 'calledElement').length),
  rule('ACT-14', 'CallActivity', '10.3.6', 'warning', 'The called process or global task is in the file', (call, file) =>
    text(call, 'calledElement') !== undefined && calledIn(call, file) === undefined && `"${text(call, 'calledElement')}"`),
  rule('ACT-15', 'CallActivity', '10.3.6', 'warning', 'A call activity has as many inputs as what it calls', (call, file) => differs(call, file, 'dataInputs')),
  rule('ACT-16', 'CallActivity', '10.3.6', 'warning', 'A call activity has as many outputs as what it calls', (call, file) => differs(call, file, 'dataOutputs')),
];

function calledIn(call: El, file: DrawnFile): El | undefined {
  const name = text(call, 'calledElement')?.trim() ?? '';
  return file.byId(name) ?? file.byId(name.slice(name.indexOf(':') + 1));
}

function differs(call: El, file: DrawnFile, property: 'dataInputs' | 'dataOutputs'): boolean {
  const called = calledIn(call, file);
  const own = child(call, 'ioSpecification');
  return called !== undefined && own !== undefined && list(own, property).length !== list(child(called, 'ioSpecification'), property).length;
}

const subProcesses: Rule[] = [
  rule('SUB-01', 'SubProcess', '10.3.5', 'error', 'An event sub-process has one start event', (sub) =>
    isEventSubProcess(sub) && inside(sub, 'StartEvent').length !== 1 && `${inside(sub, 'StartEvent').length} found`),
  rule('SUB-02', 'AdHocSubProcess', '10.3.5', 'error', 'An ad-hoc sub-process holds no start event', (sub) => named(inside(sub, 'StartEvent'))),
  rule('SUB-03', 'AdHocSubProcess', '10.3.5', 'error', 'An ad-hoc sub-process holds no end event', (sub) => named(inside(sub, 'EndEvent'))),
  rule('SUB-04', 'AdHocSubProcess', '10.3.5', 'error', 'An ad-hoc sub-process holds at least one activity', (sub) => inside(sub, 'Activity').length === 0),
  rule('SUB-05', 'AdHocSubProcess', '10.3.5', 'error', 'An ad-hoc sub-process is not an event sub-process', (sub) => isEventSubProcess(sub)),
  rule('SUB-06', 'Transaction', '10.3.5', 'warning', 'A transaction is not an event sub-process', (sub) => isEventSubProcess(sub)),
  rule('SUB-07', 'Transaction', '10.3.5', 'warning', 'The method of a transaction is ##Compensate, ##Image, ##Store or an address', (sub) => {
    const method = text(sub, 'method');
    return method !== undefined && !/^##(Compensate|Image|Store)$|^[a-z][a-z0-9+.-]*:/i.test(method) && `"${method}"`;
  }),
  rule('SUB-08', 'SubProcess', '10.3.5', 'warning', 'An event sub-process has no loop', (sub) => isEventSubProcess(sub) && child(sub, 'loopCharacteristics') !== undefined),
  rule('SUB-09', 'SubProcess', '10.3.5', 'warning', 'A sub-process that is drawn out holds something to do', (sub) =>
    !is(sub, 'AdHocSubProcess') && !isEventSubProcess(sub) && inside(sub, 'FlowNode').length === 0),
  rule('SUB-10', 'SubProcess', '10.3.5', 'warning', 'A sub-process is not entered at several start events without a trigger', (sub) =>
    !isEventSubProcess(sub) && inside(sub, 'StartEvent').filter((each) => kinds(each).length === 0).length > 1),
  rule('SUB-11', 'ChoreographyActivity', '11.5', 'error', 'A choreography activity does not stand in a process', (activity) =>
    is(activity.$parent, 'Process') || is(activity.$parent, 'SubProcess')),
  rule('SUB-12', 'FlowNode', '11.5', 'error', 'A choreography holds no process activities', (node) =>
    is(node, 'Activity') && (is(node.$parent, 'Choreography') || is(node.$parent, 'SubChoreography'))),
];

const loops: Rule[] = [
  rule('LOOP-01', 'MultiInstanceLoopCharacteristics', '10.3.8', 'executable', 'A multi-instance activity says how often: by a cardinality or a list', (loop, file) =>
    !child(loop, 'loopCardinality') && !listed(loop, file)),
  rule('LOOP-02', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'A multi-instance activity has a cardinality or a list, not both', (loop, file) =>
    child(loop, 'loopCardinality') !== undefined && listed(loop, file)),
  rule('LOOP-03', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'Behavior "One" names the event that the first completion throws', (loop) =>
    loop.behavior === 'One' && !child(loop, 'oneBehaviorEventRef')),
  rule('LOOP-04', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'Behavior "None" names the event that every completion throws', (loop) =>
    loop.behavior === 'None' && !child(loop, 'noneBehaviorEventRef')),
  rule('LOOP-05', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'Behavior "Complex" has definitions', (loop) =>
    loop.behavior === 'Complex' && !list(loop, 'complexBehaviorDefinition').length),
  rule('LOOP-06', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'Complex behavior definitions are used with behavior "Complex"', (loop) =>
    loop.behavior !== 'Complex' && list(loop, 'complexBehaviorDefinition').length > 0),
  rule('LOOP-07', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'An input item comes with the list it is taken from', (loop, file) => child(loop, 'inputDataItem') !== undefined && !listed(loop, file)),
  rule('LOOP-08', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'An output item comes with the list it goes into', (loop) =>
    child(loop, 'outputDataItem') !== undefined && !child(loop, 'loopDataOutputRef')),
  rule('LOOP-09', 'MultiInstanceLoopCharacteristics', '10.3.8', 'warning', 'The list of a task is one of the task\'s own inputs', (loop) => {
    const input = child(loop, 'loopDataInputRef');
    return is(loop.$parent, 'Task') && input && input.$parent?.$parent !== loop.$parent && idOf(input);
  }),
  rule('LOOP-10', 'StandardLoopCharacteristics', '10.3.8', 'warning', 'A loop has an end: a condition or a maximum', (loop) => !child(loop, 'loopCondition') && !states(loop, 'loopMaximum')),
  rule('LOOP-11', 'StandardLoopCharacteristics', '10.3.8', 'error', 'The maximum of a loop is not negative', (loop) => (number(loop, 'loopMaximum') ?? 0) < 0),
  rule('LOOP-12', 'ComplexBehaviorDefinition', '10.3.8', 'warning', 'The event of a complex behavior has a definition', (definition) => {
    const event = child(definition, 'event');
    return event && kinds(event).length === 0;
  }),
  rule('LOOP-13', 'MultiInstanceLoopCharacteristics', '10.3.8', 'executable', 'A literal cardinality is a whole number, 0 or more', (loop) => {
    const value = text(child(loop, 'loopCardinality'), 'body')?.trim();
    return value !== undefined && /^[-+]?\d+(\.\d+)?$/.test(value) && !/^\+?\d+$/.test(value) && `"${value}"`;
  }),
];

export const activityRules: Rule[] = [...activities, ...subProcesses, ...loops];
