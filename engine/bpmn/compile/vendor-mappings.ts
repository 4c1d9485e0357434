/** Execution attributes of the camunda: and zeebe: vocabularies that say what the graph can say too. */
import type { ActivityNode, DataMapping } from '../../graph/types.js';
import { is, text, type El } from '../element.js';
import { vendorChildren, vendorText } from '../vendor.js';
import { variableName, type Compile } from './context.js';
import { expressionIn, nameExpression, textExpression } from './expressions.js';

export interface VendorMappings { inputs: DataMapping[]; outputs: DataMapping[]; passesAll?: { in: boolean; out: boolean } }

export function vendorMappings(compile: Compile, element: El): VendorMappings {
  const found: VendorMappings = { inputs: [], outputs: [] };
  zeebeMappings(compile, element, found);
  camundaParameters(compile, element, found);
  if (is(element, 'CallActivity')) callMappings(compile, element, found);
  return found;
}

function zeebeMappings(compile: Compile, element: El, found: VendorMappings): void {
  for (const mapping of compile.vendor.elements(element, 'zeebe', 'ioMapping')) {
    for (const [name, into] of [['input', found.inputs], ['output', found.outputs]] as const) {
      for (const each of vendorChildren(mapping, name)) {
        const source = vendorText(each, 'source');
        const target = vendorText(each, 'target');
        if (source && target) into.push({ source: zeebeValue(compile, element, source), target: variableName(target) });
      }
    }
  }
}

/** In that vocabulary `=` starts an expression and anything else is a text. */
const zeebeValue = (compile: Compile, element: El, value: string) =>
  value.startsWith('=') ? expressionIn(compile, element, value, 'a mapping') : textExpression(value);

function camundaParameters(compile: Compile, element: El, found: VendorMappings): void {
  for (const mapping of compile.vendor.elements(element, 'camunda', 'inputOutput')) {
    for (const [name, into] of [['inputParameter', found.inputs], ['outputParameter', found.outputs]] as const) {
      for (const each of vendorChildren(mapping, name)) {
        const target = vendorText(each, 'name');
        const body = each.$body?.trim();
        if (!target || !body || each.$children?.length) continue;
        const source = /^[$#]\{/.test(body) ? expressionIn(compile, element, body, 'a parameter') : textExpression(body);
        into.push({ source, target: variableName(target) });
      }
    }
  }
}

function callMappings(compile: Compile, element: El, found: VendorMappings): void {
  let passes: { in: boolean; out: boolean } | undefined;
  for (const [name, direction] of [['in', 'in'], ['out', 'out']] as const) {
    for (const each of compile.vendor.elements(element, 'camunda', name)) {
      if (vendorText(each, 'variables') === 'all') passes = { in: false, out: false, ...passes, [direction]: true };
      const target = vendorText(each, 'target');
      const expression = vendorText(each, 'sourceExpression');
      const source = vendorText(each, 'source');
      if (!target || !(expression || source)) continue;
      const value = expression ? expressionIn(compile, element, expression, 'a mapping') : nameExpression(variableName(source!));
      (direction === 'in' ? found.inputs : found.outputs).push({ source: value, target: variableName(target) });
    }
  }
  const called = compile.vendor.elements(element, 'zeebe', 'calledElement')[0];
  if (called) {
    passes = { in: vendorText(called, 'propagateAllParentVariables') !== 'false', out: vendorText(called, 'propagateAllChildVariables') === 'true' };
  }
  if (passes) found.passesAll = passes;
}

/** Who is called, by which decision, with which form: the vendor's way of saying it. */
export function vendorService(compile: Compile, element: El): Pick<ActivityNode, 'implementation' | 'decision' | 'resultVariable' | 'form'> {
  const { vendor } = compile;
  const first = (...names: string[]): string | undefined => names.map((name) => vendor.attribute(element, 'camunda', name)).find((value) => value);
  const implementation = vendorText(vendor.elements(element, 'zeebe', 'taskDefinition')[0], 'type') ?? first('topic', 'class', 'delegateExpression', 'expression');
  const decision = vendorText(vendor.elements(element, 'zeebe', 'calledDecision')[0], 'decisionId') ?? first('decisionRef');
  const result = decision && resultVariable(compile, element);
  const formElement = vendor.elements(element, 'zeebe', 'formDefinition')[0];
  const form = vendorText(formElement, 'formId') ?? vendorText(formElement, 'formKey') ?? first('formKey', 'formRef');
  return { ...(implementation && { implementation }), ...(decision && { decision }), ...(result !== undefined && { resultVariable: result }), ...(form && { form }) };
}

/** The variable that a script's or decision's value goes into. */
export const resultVariable = (compile: Compile, element: El): string | undefined => {
  const name = vendorText(compile.vendor.elements(element, 'zeebe', 'script')[0], 'resultVariable')
    ?? vendorText(compile.vendor.elements(element, 'zeebe', 'calledDecision')[0], 'resultVariable')
    ?? compile.vendor.attribute(element, 'camunda', 'resultVariable');
  return name === undefined ? undefined : variableName(name);
};

/** Called process: `calledElement` is a QName; a vendor may name it elsewhere. */
export function calledElement(compile: Compile, element: El): string | undefined {
  const written = text(element, 'calledElement') ?? vendorText(compile.vendor.elements(element, 'zeebe', 'calledElement')[0], 'processId');
  if (written === undefined) return undefined;
  const name = written.trim();
  return compile.source.byId.has(name) ? name : name.slice(name.indexOf(':') + 1);
}
