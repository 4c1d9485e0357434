/** Event definitions (BPMN 2.0 section 10.5.5), inline or by reference, as the graph keeps them. */
import type { Expression } from '../../expression/ast.js';
import { parseExpression } from '../../expression/parse.js';
import type { EventDefinition, MessageRef } from '../../graph/types.js';
import { child, idOf, is, list, text, type El } from '../element.js';
import { isJuel } from '../juel.js';
import type { Compile } from './context.js';
import { expressionIn, expressionOf, textExpression } from './expressions.js';

/** Inline definitions first, then those by reference, each in the order of the file. */
export const definitionElements = (event: El): El[] => [...list(event, 'eventDefinitions'), ...list(event, 'eventDefinitionRef')];

export function eventDefinitions(compile: Compile, event: El): EventDefinition[] {
  const elements = definitionElements(event);
  return elements.flatMap((each) => eventDefinition(compile, event, each, elements.length > 1) ?? []);
}

/** `owner` is the event, for messages; `several` says that the owner alone does not identify the definition. */
export function eventDefinition(compile: Compile, owner: El, element: El, several = false): EventDefinition | undefined {
  const own = several ? idOf(element) || idOf(owner) : idOf(owner);
  switch (element.$type) {
    case 'bpmn:MessageEventDefinition': return { kind: 'message', message: messageOf(compile, owner, element, own) };
    case 'bpmn:SignalEventDefinition': return { kind: 'signal', name: named(child(element, 'signalRef')) ?? own };
    case 'bpmn:TimerEventDefinition': return timer(compile, owner, element);
    case 'bpmn:ConditionalEventDefinition': return conditional(compile, owner, element);
    case 'bpmn:ErrorEventDefinition': return { kind: 'error', ...coded(child(element, 'errorRef'), 'errorCode') };
    case 'bpmn:EscalationEventDefinition': return { kind: 'escalation', ...coded(child(element, 'escalationRef'), 'escalationCode') };
    case 'bpmn:CompensateEventDefinition': {
      const activity = idOf(child(element, 'activityRef'));
      return { kind: 'compensation', ...(activity && { activity }), waitForCompletion: element.waitForCompletion !== false };
    }
    case 'bpmn:CancelEventDefinition': return { kind: 'cancel' };
    case 'bpmn:LinkEventDefinition': return { kind: 'link', name: (text(element, 'name') ?? text(owner, 'name') ?? own).trim() };
    case 'bpmn:TerminateEventDefinition': return { kind: 'terminate' };
    default: return undefined;
  }
}

const named = (element: El | undefined): string | undefined => element && (text(element, 'name')?.trim() ?? idOf(element));

/** Without a code, an error or escalation is told apart by its id: two declared errors are two errors. */
function coded(element: El | undefined, property: string): { code?: string; name?: string } {
  if (!element) return {};
  const name = text(element, 'name')?.trim();
  return { code: text(element, property)?.trim() ?? idOf(element), ...(name && { name }) };
}

/**
 * The message of an event, send or receive task. Its name is, in this order: that of the message referred to; of the
 * operation's message; of the message on a message flow at the element; of the message at the flow's other end;
 * the id of the catching element at the flow, so that both ends agree; the element's own id.
 */
export function messageOf(compile: Compile, owner: El, holder: El, own: string): MessageRef {
  const operation = child(holder, 'operationRef');
  const message = child(holder, 'messageRef') ?? child(operation, 'inMessageRef') ?? messageByFlow(compile, owner);
  const correlation = subscriptionKey(compile, owner, message);
  return {
    ...(message && { id: idOf(message) }), name: named(message) ?? catcherByFlow(compile, owner) ?? own, ...(correlation && { correlation }),
  };
}

const flowsAt = (compile: Compile, owner: El): El[] =>
  list(compile.source.definitions, 'rootElements').flatMap((root) => list(root, 'messageFlows'))
    .filter((flow) => flow.sourceRef === owner || flow.targetRef === owner);

function messageByFlow(compile: Compile, owner: El): El | undefined {
  for (const flow of flowsAt(compile, owner)) {
    const other = child(flow, flow.sourceRef === owner ? 'targetRef' : 'sourceRef');
    const holders = other ? [other, ...definitionElements(other)] : [];
    const message = child(flow, 'messageRef') ?? holders.map((each) => child(each, 'messageRef')).find(Boolean);
    if (message) return message;
  }
  return undefined;
}

function catcherByFlow(compile: Compile, owner: El): string | undefined {
  const sent = flowsAt(compile, owner).find((flow) => flow.sourceRef === owner && is(child(flow, 'targetRef'), 'FlowNode'));
  return sent && idOf(child(sent, 'targetRef'));
}

function subscriptionKey(compile: Compile, owner: El, message: El | undefined): Expression | undefined {
  const key = compile.vendor.elements(message, 'zeebe', 'subscription')[0]?.correlationKey;
  return typeof key === 'string' && key ? expressionIn(compile, owner, key, 'the correlation key') : undefined;
}

const durationText = /^-?P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?$/;
const dateText = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const cycleText = /^R\d*\/\S+$/;
/** Working time, in the units of `df:timeLimit`: `8 workingHours`, `2 workingDays`, `3 days`. */
const workingText = /^\d+(\.\d+)?\s+(workingHours|workingDays|days)$/;

/** A timer's text that is a fixed value of ISO 8601 (or working time), not an expression. */
export const isFixedTime = (body: string): boolean => [durationText, dateText, cycleText, workingText].some((each) => each.test(body.trim()));

function timer(compile: Compile, owner: El, element: El): EventDefinition | undefined {
  const kinds = [['timeDate', 'date'], ['timeDuration', 'duration'], ['timeCycle', 'cycle']] as const;
  const found = kinds.find(([property]) => text(child(element, property), 'body') !== undefined);
  if (!found) return undefined;
  const [property, timerKind] = found;
  const inner = child(element, property)!;
  return { kind: 'timer', timerKind, expression: timeExpression(compile, owner, inner) };
}

/** Tools mark ISO texts with whatever language their expressions have; a fixed value is the same in all of them. */
function timeExpression(compile: Compile, owner: El, inner: El): Expression {
  const body = text(inner, 'body')!.trim();
  if (isFixedTime(body)) return textExpression(body);
  if (isJuel(body) || body.startsWith('=') || parseExpression(body, compile.names).ast) return expressionOf(compile, inner, `the time of ${compile.label(owner)}`)!;
  compile.diagnose(compile.lenient ? 'warning' : 'error', 'TIMER-TEXT', owner, `The time "${body.slice(0, 60)}" of ${compile.label(owner)} is neither ISO 8601 nor FEEL.`);
  return textExpression(body);
}

function conditional(compile: Compile, owner: El, element: El): EventDefinition | undefined {
  const condition = expressionOf(compile, child(element, 'condition'), `the condition of ${compile.label(owner)}`);
  return condition && { kind: 'conditional', condition };
}
