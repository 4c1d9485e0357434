/** What the standard's attribute tables say class by class: mandatory attributes, kinds of references, value lists. */
import { child, isElement, is, list, states, text, type El } from '../element.js';
import { rule, type Rule } from './rule.js';

/** Class, mandatory attributes and elements, section of the class's table. */
const mandatory: readonly [string, string, string][] = [
  ['Definitions', 'targetNamespace', '8.2.1'], ['Import', 'importType location namespace', '8.2.2'], ['Relationship', 'type source target', '8.3.4'],
  ['Association', 'sourceRef targetRef', '8.4.1'], ['CorrelationProperty', 'correlationPropertyRetrievalExpression', '8.4.2'],
  ['CorrelationPropertyRetrievalExpression', 'messageRef messagePath', '8.4.2'], ['CorrelationPropertyBinding', 'correlationPropertyRef dataPath', '8.4.2'],
  ['CorrelationSubscription', 'correlationKeyRef', '8.4.2'], ['SequenceFlow', 'sourceRef targetRef', '8.4.13'], ['Resource', 'name', '8.4.12'],
  ['Interface', 'name operations', '8.5'], ['Operation', 'name inMessageRef', '8.5'],
  ['MessageFlow', 'sourceRef targetRef', '9.4'], ['ConversationLink', 'sourceRef targetRef', '9.5'],
  ['ParticipantAssociation', 'innerParticipantRef outerParticipantRef', '9.3'], ['MessageFlowAssociation', 'innerMessageFlowRef outerMessageFlowRef', '9.4'],
  ['ConversationAssociation', 'innerConversationNodeRef outerConversationNodeRef', '9.5'],
  ['ResourceAssignmentExpression', 'expression', '10.3.1'], ['ResourceParameterBinding', 'parameterRef expression', '10.3.1'],
  ['ComplexBehaviorDefinition', 'condition event', '10.3.8'], ['Assignment', 'from to', '10.4.1'],
  ['InputOutputBinding', 'operationRef inputDataRef outputDataRef', '10.4.1'], ['BoundaryEvent', 'attachedToRef', '10.5.3'],
  ['ConditionalEventDefinition', 'condition', '10.5.5'], ['LinkEventDefinition', 'name', '10.5.5'],
  ['ChoreographyActivity', 'initiatingParticipantRef participantRef', '11.5'],
];
/** The schema asks for these too, but widespread tools leave them out and nothing hangs on them. */
const advised: readonly [string, string, string][] = [
  ['DataAssociation', 'targetRef', '10.4.1'], ['InputOutputSpecification', 'inputSets outputSets', '10.4.1'], ['Lane', 'name', '10.8'],
];

/** Class, reference, class of what it refers to, section. */
const references: readonly [string, string, string, string][] = [
  ['SequenceFlow', 'sourceRef', 'FlowNode', '8.4.13'], ['SequenceFlow', 'targetRef', 'FlowNode', '8.4.13'],
  ['FlowNode', 'incoming', 'SequenceFlow', '8.4.7'], ['FlowNode', 'outgoing', 'SequenceFlow', '8.4.7'],
  ['Activity ExclusiveGateway InclusiveGateway ComplexGateway', 'default', 'SequenceFlow', '8.4.13'],
  ['BoundaryEvent', 'attachedToRef', 'Activity', '10.5.3'], ['CatchEvent ThrowEvent', 'eventDefinitionRef', 'EventDefinition', '10.5.1'],
  ['MessageEventDefinition SendTask ReceiveTask MessageFlow CorrelationPropertyRetrievalExpression', 'messageRef', 'Message', '8.4.11'],
  ['MessageEventDefinition ServiceTask SendTask ReceiveTask', 'operationRef', 'Operation', '8.5'],
  ['SignalEventDefinition', 'signalRef', 'Signal', '10.5.5'], ['ErrorEventDefinition', 'errorRef', 'Error', '8.4.3'],
  ['EscalationEventDefinition', 'escalationRef', 'Escalation', '8.4.4'], ['CompensateEventDefinition', 'activityRef', 'Activity', '10.5.5'],
  ['LinkEventDefinition', 'target', 'LinkEventDefinition', '10.5.5'], ['LinkEventDefinition', 'source', 'LinkEventDefinition', '10.5.5'],
  ['Operation', 'inMessageRef', 'Message', '8.5'], ['Operation', 'outMessageRef', 'Message', '8.5'], ['Operation', 'errorRef', 'Error', '8.5'],
  ['Participant', 'processRef', 'Process', '9.3'], ['Participant', 'interfaceRef', 'Interface', '9.3'], ['Participant', 'endPointRefs', 'EndPoint', '9.3'],
  ['MessageFlow ConversationLink', 'sourceRef', 'InteractionNode', '9.4'], ['MessageFlow ConversationLink', 'targetRef', 'InteractionNode', '9.4'],
  ['Lane', 'flowNodeRef', 'FlowNode', '10.8'], ['DataAssociation', 'sourceRef', 'ItemAwareElement', '10.4.1'], ['DataAssociation', 'targetRef', 'ItemAwareElement', '10.4.1'],
  ['DataObjectReference', 'dataObjectRef', 'DataObject', '10.4.1'], ['DataStoreReference', 'dataStoreRef', 'DataStore', '10.4.1'],
  ['InputSet', 'dataInputRefs', 'DataInput', '10.4.1'], ['InputSet', 'optionalInputRefs', 'DataInput', '10.4.1'],
  ['OutputSet', 'dataOutputRefs', 'DataOutput', '10.4.1'], ['OutputSet', 'optionalOutputRefs', 'DataOutput', '10.4.1'],
  ['InputSet', 'outputSetRefs', 'OutputSet', '10.4.1'], ['OutputSet', 'inputSetRefs', 'InputSet', '10.4.1'],
  ['ItemAwareElement', 'itemSubjectRef', 'ItemDefinition', '10.4.1'], ['Message', 'itemRef', 'ItemDefinition', '8.4.11'],
  ['Signal Error Escalation', 'structureRef', 'ItemDefinition', '8.4.10'],
  ['MultiInstanceLoopCharacteristics', 'loopDataInputRef', 'ItemAwareElement', '10.3.8'], ['MultiInstanceLoopCharacteristics', 'loopDataOutputRef', 'ItemAwareElement', '10.3.8'],
  ['MultiInstanceLoopCharacteristics', 'oneBehaviorEventRef', 'EventDefinition', '10.3.8'], ['MultiInstanceLoopCharacteristics', 'noneBehaviorEventRef', 'EventDefinition', '10.3.8'],
  ['CorrelationKey', 'correlationPropertyRef', 'CorrelationProperty', '8.4.2'], ['CorrelationSubscription', 'correlationKeyRef', 'CorrelationKey', '8.4.2'],
  ['CorrelationPropertyBinding', 'correlationPropertyRef', 'CorrelationProperty', '8.4.2'],
  ['ConversationNode ChoreographyActivity', 'participantRef', 'Participant', '9.5'], ['ConversationNode', 'messageFlowRefs', 'MessageFlow', '9.5'],
  ['ResourceRole', 'resourceRef', 'Resource', '10.3.1'], ['ResourceParameterBinding', 'parameterRef', 'ResourceParameter', '10.3.1'],
  ['Group', 'categoryValueRef', 'CategoryValue', '8.4.1'], ['FlowElement', 'categoryValueRef', 'CategoryValue', '8.4.7'],
  ['CallableElement', 'supportedInterfaceRef', 'Interface', '10.2'], ['Process', 'supports', 'Process', '10.2'],
  ['Process', 'definitionalCollaborationRef', 'Collaboration', '10.2'], ['Collaboration', 'choreographyRef', 'Choreography', '9.7'],
  ['CallConversation', 'calledCollaborationRef', 'Collaboration', '9.5'], ['CallChoreography', 'calledChoreographyRef', 'Choreography', '11.5'],
];

/** Class, attribute, its values, section. */
const values: readonly [string, string, string, string][] = [
  ['Process', 'processType', 'None Public Private', '10.2'], ['Gateway', 'gatewayDirection', 'Unspecified Converging Diverging Mixed', '8.4.9'],
  ['EventBasedGateway', 'eventGatewayType', 'Exclusive Parallel', '10.6.6'], ['MultiInstanceLoopCharacteristics', 'behavior', 'None One All Complex', '10.3.8'],
  ['AdHocSubProcess', 'ordering', 'Parallel Sequential', '10.3.5'], ['Association', 'associationDirection', 'None One Both', '8.4.1'],
  ['ItemDefinition', 'itemKind', 'Information Physical', '8.4.10'], ['Relationship', 'direction', 'None Forward Backward Both', '8.3.4'],
  ['ChoreographyActivity', 'loopType', 'None Standard MultiInstanceSequential MultiInstanceParallel', '11.5'],
];
/** Class and attribute that holds a whole number. */
const integers: readonly [string, string, string][] = [
  ['Activity', 'startQuantity', '10.3'], ['Activity', 'completionQuantity', '10.3'], ['StandardLoopCharacteristics', 'loopMaximum', '10.3.8'],
  ['ParticipantMultiplicity', 'minimum', '9.3'], ['ParticipantMultiplicity', 'maximum', '9.3'], ['DataStore', 'capacity', '10.4.1'],
];

const absent = (element: El, property: string): boolean => {
  const value = element[property];
  if (Array.isArray(value)) return value.length === 0;
  // Without a text, a formal element such as a condition is judged by a rule of its own.
  return !isElement(value) && text(element, property) === undefined;
};
const numbered = (prefix: string, at: number): string => `${prefix}-${String(at + 1).padStart(2, '0')}`;
const missing = (rows: readonly [string, string, string][], prefix: string, severity: Rule['severity']): Rule[] =>
  rows.flatMap(([type, properties, section]) => properties.split(' ').map((property) => [type, property, section] as const))
    .map(([type, property, section], at) => rule(numbered(prefix, at), type, section, severity, `${type} has ${property}`, (element) => absent(element, property)));

export const schemaRules: Rule[] = [
  ...missing(mandatory, 'REQ', 'error'), ...missing(advised, 'ADV', 'warning'),
  ...references.map(([types, property, type, section], at) => rule(numbered('REF', at), types, section, 'error', `${property} refers to a ${type}`, (element) => {
    const referred = [child(element, property), ...list(element, property)].filter((each) => each !== undefined);
    return referred.filter((each) => !is(each, type)).map((each) => `${String(each.id)} is a ${each.$type.slice(each.$type.indexOf(':') + 1)}`).join(', ');
  })),
  ...values.map(([type, property, allowed, section], at) => rule(numbered('ENUM', at), type, section, 'error', `${property} is one of ${allowed.split(' ').join(', ')}`, (element) => {
    const value = element[property];
    return typeof value === 'string' && !allowed.split(' ').includes(value) && `"${value}"`;
  })),
  ...integers.map(([type, property, section], at) => rule(numbered('INT', at), type, section, 'error', `${property} is a whole number`, (element) =>
    states(element, property) && !Number.isSafeInteger(element[property]))),
];
