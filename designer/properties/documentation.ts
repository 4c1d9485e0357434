/** Name and description of an element, in the place of the standard fields, whose pop-up buttons speak English only. */
import { create, update, type ModdleElement, type Services, type Shape } from './facts.js';
import { entry, type Entry } from './fields.js';

const documents = (target: ModdleElement): ModdleElement[] => (target.get('documentation') as ModdleElement[] | undefined) ?? [];

function field(services: Services, element: Shape, target: ModdleElement, id: string, label: string): Entry {
  return entry({
    id, label, kind: 'area',
    get: () => documents(target)[0]?.text ?? '',
    set: (value) => update(services, element, target, { documentation: value ? [create(services, 'bpmn:Documentation', target, { text: value }), ...documents(target).slice(1)] : documents(target).slice(1) }),
  });
}

interface Naming { updateProperties(element: Shape, properties: Record<string, unknown>): void }
/** Undefined for what has its text elsewhere than in `name`. */
export function nameEntry(services: Services, element: Shape): Entry | undefined {
  if (/^bpmn:(TextAnnotation|Group)$/.test(element.businessObject.$type)) return undefined;
  return entry({
    id: 'name', label: element.businessObject.$type === 'bpmn:Participant' ? 'Participant Name' : 'Name', kind: 'area',
    get: () => element.businessObject.name ?? '', set: (value) => services.get<Naming>('modeling').updateProperties(element, { name: value }),
  });
}

export function documentationEntries(services: Services, element: Shape): Entry[] {
  const process = element.businessObject.processRef as ModdleElement | undefined;
  const own = field(services, element, element.businessObject, 'documentation', 'Element documentation');
  return process ? [own, field(services, element, process, 'processDocumentation', 'Process documentation')] : [own];
}
