/** Activities (BPMN 2.0 sections 10.3 and 10.7) as nodes of the graph. */
import type { Expression } from '../../expression/ast.js';
import type { ActivityNode, ActivityType, Id } from '../../graph/types.js';
import { child, idOf, is, number, tagOf, text, type El } from '../element.js';
import { vendorText } from '../vendor.js';
import { inCalledNames } from './calls.js';
import type { Compile } from './context.js';
import { associationsOf, type DataTable } from './data.js';
import { messageOf } from './events.js';
import { expressionIn, expressionOf, isFeel } from './expressions.js';
import { stepFacts } from './facts.js';
import { loopOf } from './loops.js';
import { calledElement, resultVariable, vendorMappings, vendorService } from './vendor-mappings.js';

const globalTypes: Readonly<Record<string, ActivityType>> = {
  globalTask: 'task', globalUserTask: 'userTask', globalManualTask: 'manualTask', globalScriptTask: 'scriptTask', globalBusinessRuleTask: 'businessRuleTask',
};

type Common = Pick<ActivityNode, 'id' | 'name' | 'scope' | 'incoming' | 'outgoing' | 'lane' | 'documentation'>;

/** `boundary` and `children` are ids in the order of the file. */
export function activityNode(compile: Compile, table: DataTable, element: El, common: Common, boundary: Id[], children?: Id[]): ActivityNode {
  const tag = tagOf(element);
  const type = globalTypes[tag] ?? (tag as ActivityType);
  const defaultFlow = idOf(child(element, 'default'));
  return {
    ...common, kind: 'activity', type,
    startQuantity: number(element, 'startQuantity') ?? 1, completionQuantity: number(element, 'completionQuantity') ?? 1,
    isForCompensation: element.isForCompensation === true, boundary,
    ...(defaultFlow && { defaultFlow }), ...(children && { children }),
    ...dataOfActivity(compile, table, element), ...containerFacts(compile, element, type), ...taskFacts(compile, element, type),
    ...vendorService(compile, element), ...stepFacts(element),
  };
}

function dataOfActivity(compile: Compile, table: DataTable, element: El): Pick<ActivityNode, 'reads' | 'writes' | 'inputs' | 'outputs' | 'loop' | 'passesAll'> {
  const reading = associationsOf(compile, table, element, 'in');
  const writing = associationsOf(compile, table, element, 'out');
  const mappings = { inputs: reading.mappings, outputs: writing.mappings };
  if (is(element, 'CallActivity')) inCalledNames(compile, table, element, mappings);
  const loop = loopOf(compile, table, element, mappings);
  const vendor = vendorMappings(compile, element);
  const inputs = [...mappings.inputs, ...vendor.inputs];
  const outputs = [...mappings.outputs, ...vendor.outputs];
  return {
    reads: reading.touched, writes: writing.touched, ...(loop && { loop }), ...(vendor.passesAll && { passesAll: vendor.passesAll }),
    ...(inputs.length && { inputs }), ...(outputs.length && { outputs }),
  };
}

function containerFacts(compile: Compile, element: El, type: ActivityType): Partial<ActivityNode> {
  if (type === 'callActivity') {
    const called = calledElement(compile, element);
    return called ? { calledElement: called } : {};
  }
  if (!is(element, 'SubProcess')) return {};
  if (type !== 'adHocSubProcess') return element.triggeredByEvent === true ? { triggeredByEvent: true } : {};
  const completionCondition = expressionOf(compile, child(element, 'completionCondition'), 'the completion condition');
  return {
    adHoc: {
      ordering: element.ordering === 'Sequential' ? 'sequential' : 'parallel', cancelRemaining: element.cancelRemainingInstances !== false,
      ...(completionCondition && { completionCondition }),
    },
  };
}

function taskFacts(compile: Compile, element: El, type: ActivityType): Partial<ActivityNode> {
  switch (type) {
    case 'scriptTask': return script(compile, element);
    case 'sendTask': return { message: messageOf(compile, element, element, idOf(element)), ...implementation(element) };
    case 'receiveTask': return { message: messageOf(compile, element, element, idOf(element)), ...(element.instantiate === true && { instantiate: true }) };
    case 'serviceTask': case 'businessRuleTask': case 'userTask': return implementation(element);
    default: return {};
  }
}

/** The operation's name says more than the kind of technology that `implementation` names (`##WebService`). */
function implementation(element: El): Partial<ActivityNode> {
  const stated = text(element, 'implementation');
  const operation = child(element, 'operationRef');
  const name = (stated && !stated.startsWith('##') ? stated : undefined) ?? text(operation, 'name') ?? (operation && idOf(operation)) ?? stated;
  return name ? { implementation: name } : {};
}

function script(compile: Compile, element: El): Partial<ActivityNode> {
  const zeebe = vendorText(compile.vendor.elements(element, 'zeebe', 'script')[0], 'expression');
  const format = text(element, 'scriptFormat') ?? text(element, 'scriptLanguage');
  const body = zeebe ?? text(element, 'script');
  if (body === undefined) return format === undefined || isFeel(format) ? {} : { scriptFormat: format };
  if (zeebe === undefined && !isFeel(format)) {
    compile.diagnose('warning', 'SCRIPT-FORMAT', element, `The script of ${compile.label(element)} is in "${format}"; FEEL is run, so the task will stop as an incident.`);
    return { scriptFormat: format };
  }
  const expression = expressionIn(compile, element, body, 'the script');
  const into = resultVariable(compile, element);
  return { script: into === undefined ? expression : wrapped(expression, into) };
}

/** `value` under a name: the context that the script task merges into the data. */
const wrapped = (value: Expression, name: string): Expression =>
  ({ text: value.text, ast: { kind: 'context', entries: [{ key: name, value: value.ast }] } });
