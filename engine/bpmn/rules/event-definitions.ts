/** What each kind of event definition has to say (10.5.5). Definitions stand in an event or at the top of the file. */
import { isFixedTime } from '../compile/events.js';
import { child, idOf, is, list, text, type El } from '../element.js';
import { processOf, rule, within, type Rule } from './rule.js';

const times = ['timeDate', 'timeCycle', 'timeDuration'] as const;
const given = (timer: El): string[] => times.filter((each) => child(timer, each) !== undefined);
const throws = (definition: El): boolean => is(definition.$parent, 'ThrowEvent');
const body = (timer: El, property: string): string | undefined => text(child(timer, property), 'body')?.trim();
/** A fixed value that is not of the kind its property holds. */
const misplaced = (timer: El, property: string, right: RegExp): boolean | string | undefined => {
  const value = body(timer, property);
  return value !== undefined && isFixedTime(value) && !right.test(value) && `"${value}"`;
};

export const eventDefinitionRules: Rule[] = [
  rule('DEF-01', 'TimerEventDefinition', '10.5.5', 'error', 'A timer has only one of timeDate, timeCycle and timeDuration', (timer) => given(timer).length > 1 && given(timer).join(', ')),
  rule('DEF-02', 'TimerEventDefinition', '10.5.5', 'executable', 'A timer says when: timeDate, timeCycle or timeDuration', (timer) => given(timer).every((each) => body(timer, each) === undefined)),
  rule('DEF-03', 'TimerEventDefinition', '10.5.5', 'executable', 'timeDuration holds a duration', (timer) => misplaced(timer, 'timeDuration', /^-?P|^\d+(\.\d+)?\s/)),
  rule('DEF-04', 'TimerEventDefinition', '10.5.5', 'executable', 'timeDate holds a date or date and time', (timer) => misplaced(timer, 'timeDate', /^\d{4}-/)),
  rule('DEF-05', 'TimerEventDefinition', '10.5.5', 'executable', 'timeCycle holds a repeating interval', (timer) => misplaced(timer, 'timeCycle', /^R/)),
  rule('DEF-06', 'ConditionalEventDefinition', '10.5.5', 'executable', 'The condition of a conditional event has a text', (definition) =>
    child(definition, 'condition') !== undefined && text(child(definition, 'condition'), 'body') === undefined),
  rule('DEF-07', 'MessageEventDefinition', '10.5.5', 'warning', 'A message event names its message', (definition) => !child(definition, 'messageRef') && !child(definition, 'operationRef')),
  rule('DEF-08', 'SignalEventDefinition', '10.5.5', 'executable', 'A thrown signal is named by signalRef', (definition) => throws(definition) && !child(definition, 'signalRef')),
  rule('DEF-09', 'SignalEventDefinition', '10.5.5', 'warning', 'A signal that is waited for is named by signalRef', (definition) => !throws(definition) && !child(definition, 'signalRef')),
  rule('DEF-10', 'ErrorEventDefinition', '10.5.5', 'executable', 'A thrown error is named by errorRef', (definition) => throws(definition) && !child(definition, 'errorRef')),
  rule('DEF-11', 'ErrorEventDefinition', '8.4.3', 'executable', 'The error of an end event has an error code', (definition) => {
    const error = child(definition, 'errorRef');
    return throws(definition) && error && !text(error, 'errorCode') && idOf(error);
  }),
  rule('DEF-12', 'EscalationEventDefinition', '10.5.5', 'warning', 'A thrown escalation is named by escalationRef', (definition) => throws(definition) && !child(definition, 'escalationRef')),
  rule('DEF-13', 'EscalationEventDefinition', '8.4.4', 'executable', 'A thrown escalation has an escalation code', (definition) => {
    const escalation = child(definition, 'escalationRef');
    return throws(definition) && escalation && !text(escalation, 'escalationCode') && idOf(escalation);
  }),
  rule('DEF-14', 'CompensateEventDefinition', '10.5.5', 'error', 'Compensation is thrown for an activity of the same process', (definition) => {
    const activity = child(definition, 'activityRef');
    return throws(definition) && is(activity, 'Activity') && processOf(activity!) !== processOf(definition) && idOf(activity);
  }),
  rule('DEF-15', 'CompensateEventDefinition', '10.7.2', 'warning', 'Compensation is thrown for an activity in reach: of the same scope, or, from an event sub-process, of the one around it', (definition) => {
    const activity = child(definition, 'activityRef');
    const scope = definition.$parent?.$parent;
    const reach = scope?.triggeredByEvent === true ? scope.$parent : scope;
    return throws(definition) && is(activity, 'Activity') && processOf(activity!) === processOf(definition) && !within(activity!, reach) && idOf(activity);
  }),
  rule('DEF-16', 'CompensateEventDefinition', '10.5.5', 'warning', 'Only a thrown compensation names an activity', (definition) =>
    is(definition.$parent, 'CatchEvent') && child(definition, 'activityRef') !== undefined),
  rule('DEF-17', 'MessageEventDefinition', '10.5.5', 'warning', 'The operation of a message event works on the event\'s message', (definition) => {
    const [operation, message] = [child(definition, 'operationRef'), child(definition, 'messageRef')];
    return operation && message && ![operation.inMessageRef, operation.outMessageRef].includes(message) && idOf(operation);
  }),
  rule('DEF-18', 'LinkEventDefinition', '10.5.5', 'error', 'The target of a link has the name of the link', (definition) => {
    const other = child(definition, 'target');
    return other && text(other, 'name') !== text(definition, 'name') && idOf(other);
  }),
  rule('DEF-19', 'LinkEventDefinition', '10.5.5', 'error', 'The sources of a link have the name of the link', (definition) =>
    list(definition, 'source').find((each) => text(each, 'name') !== text(definition, 'name'))?.id as string | undefined),
];
