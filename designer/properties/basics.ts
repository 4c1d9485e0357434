/** Parts of BPMN that the standard panel leaves to engines: conditions, default flow, called process, script, loop. */
import { create, update, type ModdleElement, type Services, type Shape } from './facts.js';
import { entry, type Entry, type Field } from './fields.js';

interface Basic { id: string; label: string; entries: Entry[] }
type Build = (services: Services, element: Shape) => Basic | undefined;
const FEEL = 'https://www.omg.org/spec/DMN/20180521/FEEL/';

/** An expression property of a BPMN element, edited as text; empty text removes it. */
function expression(services: Services, element: Shape, target: ModdleElement, property: string, label: string): Field {
  return {
    id: `${element.id}-${property}`, label, kind: 'area',
    get: () => (target.get(property) as ModdleElement | undefined)?.body ?? '',
    set: (value) => update(services, element, target, {
      [property]: value ? create(services, 'bpmn:FormalExpression', target, { body: value, ...((target.get(property) as ModdleElement | undefined)?.language ? { language: FEEL } : {}) }) : undefined,
    }),
  };
}
const plain = (services: Services, element: Shape, target: ModdleElement, name: string, label: string, kind: Field['kind'] = 'text'): Field =>
  ({ id: `${element.id}-${name}`, label, kind, get: () => target.get(name), set: (value) => update(services, element, target, { [name]: value }) });

const flow: Build = (services, element) => {
  const bo = element.businessObject;
  if (bo.$type !== 'bpmn:SequenceFlow') return undefined;
  const source = bo.sourceRef as ModdleElement;
  const decides = /Gateway$/.test(source.$type) && source.$type !== 'bpmn:ParallelGateway' && source.$type !== 'bpmn:EventBasedGateway';
  const activity = !/Gateway$|Event$/.test(source.$type);
  if (!decides && !activity) return undefined;
  const isDefault = source.get('default') === bo;
  const entries = [entry({
    id: `${element.id}-default`, label: 'Default flow', kind: 'check', get: () => isDefault,
    set: (value) => update(services, element, source, { default: value ? bo : undefined }),
  })];
  if (!isDefault) entries.unshift(entry(expression(services, element, bo, 'conditionExpression', 'Condition (FEEL)')));
  return { id: 'condition', label: 'Condition', entries };
};

const called: Build = (services, element) => (element.businessObject.$type === 'bpmn:CallActivity'
  ? { id: 'called', label: 'Called process', entries: [entry(plain(services, element, element.businessObject, 'calledElement', 'Process or global task id'))] } : undefined);

const script: Build = (services, element) => (element.businessObject.$type === 'bpmn:ScriptTask'
  ? { id: 'script', label: 'Script', entries: [entry(plain(services, element, element.businessObject, 'script', 'Script (FEEL)', 'area'))] } : undefined);

const service: Build = (services, element) => (/^bpmn:(Service|Send|BusinessRule)Task$/.test(element.businessObject.$type)
  ? { id: 'implementation', label: 'Implementation', entries: [entry(plain(services, element, element.businessObject, 'implementation', 'Service called'))] } : undefined);

const loop: Build = (services, element) => {
  const characteristics = element.businessObject.loopCharacteristics as ModdleElement | undefined;
  if (characteristics?.$type !== 'bpmn:StandardLoopCharacteristics') return undefined;
  return { id: 'loop', label: 'Loop', entries: [
    entry(expression(services, element, characteristics, 'loopCondition', 'Go on while (FEEL)')),
    entry(plain(services, element, characteristics, 'loopMaximum', 'At most', 'number')),
    entry(plain(services, element, characteristics, 'testBefore', 'Test before the first turn', 'check')),
  ] };
};

const conditional: Build = (services, element) => {
  const definition = (element.businessObject.eventDefinitions as ModdleElement[] | undefined)?.find((it) => it.$type === 'bpmn:ConditionalEventDefinition');
  return definition ? { id: 'condition', label: 'Condition', entries: [entry(expression(services, element, definition, 'condition', 'Condition (FEEL)'))] } : undefined;
};

interface BpmnJsRoot { rootElements?: ModdleElement[] }
/** Receive and send tasks name a message of the file. */
const message: Build = (services, element) => {
  const bo = element.businessObject;
  if (!/^bpmn:(Receive|Send)Task$/.test(bo.$type)) return undefined;
  const root = services.get<{ getDefinitions(): BpmnJsRoot }>('bpmnjs').getDefinitions();
  const messages = (root.rootElements ?? []).filter((it) => it.$type === 'bpmn:Message');
  return { id: 'message', label: 'Message', entries: [entry({
    id: `${element.id}-messageRef`, label: 'Global message reference', kind: 'select',
    options: messages.map((it) => [it.id ?? '', String(it.name ?? it.id)] as const),
    get: () => (bo.messageRef as ModdleElement | undefined)?.id ?? '',
    set: (value) => update(services, element, bo, { messageRef: messages.find((it) => it.id === value) }),
  })] };
};

export const basics: readonly Build[] = [flow, conditional, called, script, service, message, loop];
