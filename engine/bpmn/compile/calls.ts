/**
 * A call activity's inputs and outputs stand for those of what it calls (BPMN 2.0 section 10.3.6). Where the names
 * differ they correspond by position, and mappings speak the names of the called process.
 */
import type { DataMapping } from '../../graph/types.js';
import { text, type El } from '../element.js';
import { variableName, type Compile } from './context.js';
import { dataName, specification, type DataTable } from './data.js';
import { nameExpression } from './expressions.js';
import { calledElement } from './vendor-mappings.js';

export function inCalledNames(compile: Compile, table: DataTable, call: El, mappings: { inputs: DataMapping[]; outputs: DataMapping[] }): void {
  const called = compile.source.byId.get(calledElement(compile, call) ?? '');
  if (!called) return;
  const inputs = names(table, call, called, 'dataInputs');
  const outputs = names(table, call, called, 'dataOutputs');
  mappings.inputs = mappings.inputs.map((each) => ({ ...each, target: inputs.get(each.target) ?? each.target }));
  mappings.outputs = mappings.outputs.map((each) => {
    const name = each.source.ast.kind === 'name' ? outputs.get(each.source.ast.name) : undefined;
    return name === undefined ? each : { ...each, source: nameExpression(name) };
  });
}

/** Name at the call → name in what is called. */
function names(table: DataTable, call: El, called: El, property: 'dataInputs' | 'dataOutputs'): Map<string, string> {
  const theirs = specification(called, property).map((each) => variableName(text(each, 'name') ?? text(each, 'id') ?? ''));
  const found = new Map<string, string>();
  specification(call, property).forEach((own, at) => {
    const name = dataName(table, own);
    const other = theirs[at];
    if (other && !theirs.includes(name)) found.set(name, other);
  });
  return found;
}
