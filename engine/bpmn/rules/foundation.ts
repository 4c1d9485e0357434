/** Definitions, resources, artifacts and services (8.2, 8.3, 8.4, 8.5, 10.3.1). */
import { child, is, list, text } from '../element.js';
import { named, rule, type Rule } from './rule.js';

export const foundationRules: Rule[] = [
  rule('BASE-01', 'Process', '10.2', 'warning', 'A public process is not executable', (process) => process.processType === 'Public' && process.isExecutable === true),
  rule('BASE-02', 'Process', '10.2', 'warning', 'A process holds something to do', (process) => !list(process, 'flowElements').some((each) => is(each, 'FlowNode'))),
  rule('BASE-03', 'BaseElement', '8.3.3', 'warning', 'Attributes without a prefix are those of the standard', (element) => {
    const unknown = Object.keys(element.$attrs).filter((name) => !name.includes(':') && name !== 'xmlns');
    return unknown.length > 0 && unknown.join(', ');
  }),
  rule('BASE-04', 'Definitions', '8.3.3', 'error', 'An extension that must be understood is one that this program knows', (definitions) =>
    list(definitions, 'extensions').filter((each) => each.mustUnderstand === true).map((each) => String(each.$attrs.definition ?? 'unnamed')).join(', ')),
  rule('RES-01', 'ResourceRole', '10.3.1', 'warning', 'A resource role names a resource or an assignment expression, not both', (role) =>
    child(role, 'resourceRef') !== undefined && child(role, 'resourceAssignmentExpression') !== undefined),
  rule('RES-02', 'ResourceRole', '10.3.1', 'warning', 'Parameters are bound for a resource that is named', (role) => list(role, 'resourceParameterBindings').length > 0 && !child(role, 'resourceRef')),
  rule('RES-03', 'ResourceRole', '10.3.1', 'warning', 'Bound parameters are parameters of the resource', (role) => {
    const parameters = list(child(role, 'resourceRef'), 'resourceParameters');
    return child(role, 'resourceRef') && named(list(role, 'resourceParameterBindings').map((each) => child(each, 'parameterRef'))
      .filter((each) => each !== undefined && !parameters.includes(each)) as never);
  }),
  rule('RES-04', 'ResourceRole', '10.3.1', 'warning', 'Required parameters of the resource are bound', (role) => {
    const bound = list(role, 'resourceParameterBindings').map((each) => each.parameterRef);
    return named(list(child(role, 'resourceRef'), 'resourceParameters').filter((each) => each.isRequired === true && !bound.includes(each)));
  }),
  rule('ART-01', 'TextAnnotation', '8.4.1', 'warning', 'A text annotation has a text', (annotation) => !text(annotation, 'text')),
  rule('ART-02', 'Group', '8.4.1', 'warning', 'A group names its category value', (group) => !child(group, 'categoryValueRef')),
  rule('ART-03', 'Association', '8.4.1', 'warning', 'An association connects two different elements', (association) =>
    child(association, 'sourceRef') !== undefined && association.sourceRef === association.targetRef),
  rule('SRV-01', 'SendTask', '10.3.3', 'warning', 'A send task\'s message is the one its operation takes in', (task) => {
    const message = child(child(task, 'operationRef'), 'inMessageRef');
    return message !== undefined && child(task, 'messageRef') !== undefined && task.messageRef !== message;
  }),
];
