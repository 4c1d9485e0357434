/** Loop and multi-instance characteristics (BPMN 2.0 section 10.3.8), by the standard's elements or a vendor's. */
import type { DataMapping, MultiInstance, StandardLoop } from '../../graph/types.js';
import { child, idOf, is, list, number, text, type El } from '../element.js';
import { vendorText } from '../vendor.js';
import { variableName, type Compile } from './context.js';
import { dataName, type DataTable } from './data.js';
import { definitionElements, eventDefinition } from './events.js';
import { expressionIn, expressionOf, nameExpression } from './expressions.js';

/** Mappings of the activity; those that feed or empty a multi-instance list are taken out of them here. */
export interface Mappings { inputs: DataMapping[]; outputs: DataMapping[] }

export function loopOf(compile: Compile, table: DataTable, activity: El, mappings: Mappings): StandardLoop | MultiInstance | undefined {
  const loop = child(activity, 'loopCharacteristics');
  if (!loop) return undefined;
  return is(loop, 'StandardLoopCharacteristics') ? standardLoop(compile, loop) : multiInstance(compile, table, activity, loop, mappings);
}

function standardLoop(compile: Compile, loop: El): StandardLoop {
  const condition = expressionOf(compile, child(loop, 'loopCondition'), 'the loop condition');
  const maximum = number(loop, 'loopMaximum');
  return { kind: 'standard', testBefore: loop.testBefore === true, ...(condition && { condition }), ...(maximum !== undefined && { maximum }) };
}

function multiInstance(compile: Compile, table: DataTable, activity: El, loop: El, mappings: Mappings): MultiInstance {
  const cardinality = expressionOf(compile, child(loop, 'loopCardinality'), 'the loop cardinality');
  const completion = expressionOf(compile, child(loop, 'completionCondition'), 'the completion condition');
  const behavior = (text(loop, 'behavior') ?? 'All').toLowerCase() as MultiInstance['behavior'];
  return {
    kind: 'multiInstance', sequential: loop.isSequential === true, behavior,
    ...(cardinality && { cardinality }), ...(completion && { completionCondition: completion }),
    ...standardLists(compile, table, loop, mappings), ...zeebeLists(compile, activity, loop), ...camundaLists(compile, activity, loop),
    ...thrownEvents(compile, activity, loop),
  };
}

function standardLists(_compile: Compile, table: DataTable, loop: El, mappings: Mappings): Partial<MultiInstance> {
  const found: Partial<MultiInstance> = {};
  const input = child(loop, 'loopDataInputRef');
  if (input) {
    const name = dataName(table, input);
    // The list comes into the activity by an association; what is behind it is evaluated once, before the turns.
    const feeding = mappings.inputs.find((each) => each.target === name);
    mappings.inputs = mappings.inputs.filter((each) => each !== feeding);
    found.collection = feeding?.source ?? nameExpression(name);
  }
  const output = child(loop, 'loopDataOutputRef');
  if (output) {
    const name = dataName(table, output);
    const emptying = mappings.outputs.find((each) => each.source.ast.kind === 'name' && each.source.ast.name === name);
    mappings.outputs = mappings.outputs.filter((each) => each !== emptying);
    found.outputCollection = emptying?.target ?? name;
  }
  const item = child(loop, 'inputDataItem');
  if (item) found.inputItem = itemName(item);
  const result = child(loop, 'outputDataItem');
  if (result) found.outputItem = nameExpression(itemName(result));
  return found;
}

const itemName = (item: El): string => variableName(text(item, 'name') ?? idOf(item));

function zeebeLists(compile: Compile, activity: El, loop: El): Partial<MultiInstance> {
  const facts = compile.vendor.elements(loop, 'zeebe', 'loopCharacteristics')[0];
  const collection = vendorText(facts, 'inputCollection');
  const inputItem = vendorText(facts, 'inputElement');
  const outputCollection = vendorText(facts, 'outputCollection');
  const outputItem = vendorText(facts, 'outputElement');
  return {
    ...(collection && { collection: expressionIn(compile, activity, collection, 'the input collection') }),
    ...(inputItem && { inputItem: variableName(inputItem) }),
    ...(outputCollection && { outputCollection: variableName(outputCollection) }),
    ...(outputItem && { outputItem: expressionIn(compile, activity, outputItem, 'the output element') }),
  };
}

function camundaLists(compile: Compile, activity: El, loop: El): Partial<MultiInstance> {
  const collection = compile.vendor.attribute(loop, 'camunda', 'collection');
  const inputItem = compile.vendor.attribute(loop, 'camunda', 'elementVariable');
  return {
    ...(collection && { collection: expressionIn(compile, activity, collection, 'the collection') }),
    ...(inputItem && { inputItem: variableName(inputItem) }),
  };
}

function thrownEvents(compile: Compile, activity: El, loop: El): Partial<MultiInstance> {
  const one = child(loop, 'oneBehaviorEventRef');
  const none = child(loop, 'noneBehaviorEventRef');
  const oneEvent = one && eventDefinition(compile, activity, one, true);
  const noneEvent = none && eventDefinition(compile, activity, none, true);
  const complex = list(loop, 'complexBehaviorDefinition').flatMap((each) => {
    const condition = expressionOf(compile, child(each, 'condition'), 'the condition of a complex behavior');
    const event = child(each, 'event');
    return condition && event ? definitionElements(event).flatMap((definition) => {
      const thrown = eventDefinition(compile, event, definition, true);
      return thrown ? [{ condition, event: thrown }] : [];
    }) : [];
  });
  return { ...(oneEvent && { oneEvent }), ...(noneEvent && { noneEvent }), ...(complex.length && { complex }) };
}
