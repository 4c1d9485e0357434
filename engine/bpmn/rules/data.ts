/** Data (10.4): who may read and write what. */
import { child, flag, idOf, is, list, states, text, type El } from '../element.js';
import { named, rule, within, type Rule } from './rule.js';

const containerTypes = ['DataObject', 'DataObjectReference'];
/** Data objects belong to a process or sub-process and can be used inside it only. */
const outOfReach = (data: El, owner: El): boolean => {
  if (!containerTypes.some((type) => is(data, type))) return false;
  const object = child(data, 'dataObjectRef') ?? data;
  return object.$parent !== undefined && !within(owner, object.$parent);
};
const owned = (data: El | undefined, owner: El | undefined): boolean => data !== undefined && within(data, owner);
const unlike = (element: El): boolean => {
  const item = child(element, 'itemSubjectRef');
  return item !== undefined && flag(item, 'isCollection') !== flag(element, 'isCollection');
};
const unlisted = (set: El, refs: string, listed: string): string | undefined => {
  const all = list(set, listed);
  return named(list(set, refs).filter((each) => !all.includes(each)));
};
const strangers = (set: El, refs: string): string | undefined => named(list(set, refs).filter((each) => each.$parent !== set.$parent));

export const dataRules: Rule[] = [
  rule('DATA-01', 'DataInputAssociation', '10.4.1', 'warning', 'A data input association fills an input or property of its own activity or event', (association) => {
    const filled = child(association, 'targetRef');
    return filled && !owned(filled, association.$parent) && idOf(filled);
  }),
  rule('DATA-02', 'DataOutputAssociation', '10.4.1', 'warning', 'A data output association takes an output or property of its own activity or event', (association) =>
    named(list(association, 'sourceRef').filter((each) => !owned(each, association.$parent)))),
  rule('DATA-03', 'DataInputAssociation', '10.4.1', 'error', 'What a data association reads is in the scope of the reader', (association) =>
    named(list(association, 'sourceRef').filter((each) => outOfReach(each, association)))),
  rule('DATA-04', 'DataOutputAssociation', '10.4.1', 'error', 'What a data association writes is in the scope of the writer', (association) => {
    const written = child(association, 'targetRef');
    return written && outOfReach(written, association) && idOf(written);
  }),
  rule('DATA-05', 'DataAssociation', '10.4.1', 'warning', 'A data association with several sources has a transformation', (association) =>
    list(association, 'sourceRef').length > 1 && !child(association, 'transformation')),
  rule('DATA-06', 'DataOutputAssociation', '10.4.1', 'warning', 'A data output association names a target or assigns to one', (association) =>
    !child(association, 'targetRef') && !list(association, 'assignment').length),
  rule('DATA-07', 'DataObjectReference', '10.4.1', 'warning', 'A data object reference names its data object', (reference) => !child(reference, 'dataObjectRef')),
  rule('DATA-08', 'DataObjectReference', '10.4.1', 'error', 'A data object reference names a data object in its scope', (reference) => {
    const object = child(reference, 'dataObjectRef');
    return is(object, 'DataObject') && outOfReach(object!, reference) && idOf(object);
  }),
  rule('DATA-09', 'DataObjectReference', '10.4.1', 'warning', 'A data object reference has no item definition of its own', (reference) => child(reference, 'itemSubjectRef') !== undefined),
  rule('DATA-10', 'DataStoreReference', '10.4.1', 'warning', 'A data store reference names its data store', (reference) => !child(reference, 'dataStoreRef')),
  rule('DATA-11', 'DataObject', '10.4.1', 'warning', 'A data object is a collection exactly when its item definition is', unlike),
  rule('DATA-12', 'DataInput', '10.4.1', 'warning', 'A data input is a collection exactly when its item definition is', unlike),
  rule('DATA-13', 'DataOutput', '10.4.1', 'warning', 'A data output is a collection exactly when its item definition is', unlike),
  rule('DATA-14', 'DataStore', '10.4.1', 'warning', 'A data store with a capacity is not unlimited', (store) => states(store, 'capacity') && states(store, 'isUnlimited') && store.isUnlimited === true),
  rule('DATA-15', 'Property', '10.4.1', 'warning', 'A property has a name', (property) => !text(property, 'name')),
  rule('DATA-16', 'InputSet', '10.4.1', 'error', 'An input set lists inputs of its own specification', (set) => is(set.$parent, 'InputOutputSpecification') && strangers(set, 'dataInputRefs')),
  rule('DATA-17', 'OutputSet', '10.4.1', 'error', 'An output set lists outputs of its own specification', (set) => is(set.$parent, 'InputOutputSpecification') && strangers(set, 'dataOutputRefs')),
  rule('DATA-18', 'InputSet', '10.4.1', 'warning', 'Optional inputs are among the inputs of the set', (set) => unlisted(set, 'optionalInputRefs', 'dataInputRefs')),
  rule('DATA-19', 'InputSet', '10.4.1', 'warning', 'Inputs taken while executing are among the inputs of the set', (set) => unlisted(set, 'whileExecutingInputRefs', 'dataInputRefs')),
  rule('DATA-20', 'OutputSet', '10.4.1', 'warning', 'Optional outputs are among the outputs of the set', (set) => unlisted(set, 'optionalOutputRefs', 'dataOutputRefs')),
  rule('DATA-21', 'OutputSet', '10.4.1', 'warning', 'Outputs made while executing are among the outputs of the set', (set) => unlisted(set, 'whileExecutingOutputRefs', 'dataOutputRefs')),
  rule('DATA-22', 'InputOutputSpecification', '10.4.1', 'warning', 'Every input is in an input set', (specification) =>
    named(list(specification, 'dataInputs').filter((each) => !list(specification, 'inputSets').some((set) => list(set, 'dataInputRefs').includes(each))))),
  rule('DATA-23', 'InputOutputSpecification', '10.4.1', 'warning', 'Every output is in an output set', (specification) =>
    named(list(specification, 'dataOutputs').filter((each) => !list(specification, 'outputSets').some((set) => list(set, 'dataOutputRefs').includes(each))))),
  rule('DATA-24', 'DataObject DataObjectReference DataStoreReference', '10.4.1', 'error', 'Data are not connected by sequence flows', (data) =>
    data.$attrs.incoming !== undefined || data.$attrs.outgoing !== undefined),
  rule('DATA-25', 'DataInput DataOutput', '10.4.1', 'warning', 'Inputs and outputs that expressions use have a name', (data) => !text(data, 'name') && is(data.$parent?.$parent, 'CallableElement')),
];
