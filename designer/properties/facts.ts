/** Reading and writing df: elements inside `extensionElements`, each change one undoable command. */
export interface ModdleElement {
  $type: string; $parent?: ModdleElement; id?: string;
  get(name: string): unknown; [name: string]: unknown;
}
export interface Shape { id: string; type: string; businessObject: ModdleElement }
export interface Services { get<T>(name: string): T }
interface Modeling { updateModdleProperties(element: Shape, target: ModdleElement, properties: Record<string, unknown>): void }
interface BpmnFactory { create(type: string, properties?: Record<string, unknown>): ModdleElement }

export type FactType = 'df:Procedure' | 'df:Department' | 'df:Step' | 'df:Document' | 'df:Flow';

const valuesOf = (owner: ModdleElement): ModdleElement[] => ((owner.extensionElements as ModdleElement | undefined)?.get('values') as ModdleElement[] | undefined) ?? [];

export const factsOf = (owner: ModdleElement, type: FactType): ModdleElement | undefined => valuesOf(owner).find((value) => value.$type === type);

/** Sets attributes or children of the df: element of `owner`, creating what is missing around it. */
export function setFacts(services: Services, element: Shape, owner: ModdleElement, type: FactType, properties: Record<string, unknown>): void {
  const modeling = services.get<Modeling>('modeling');
  const existing = factsOf(owner, type);
  if (existing) return modeling.updateModdleProperties(element, existing, properties);
  const factory = services.get<BpmnFactory>('bpmnFactory');
  const created = factory.create(type, properties);
  const extension = owner.extensionElements as ModdleElement | undefined;
  if (extension) {
    created.$parent = extension;
    return modeling.updateModdleProperties(element, extension, { values: [...valuesOf(owner), created] });
  }
  const added = factory.create('bpmn:ExtensionElements', { values: [created] });
  created.$parent = added;
  added.$parent = owner;
  modeling.updateModdleProperties(element, owner, { extensionElements: added });
}

export const update = (services: Services, element: Shape, target: ModdleElement, properties: Record<string, unknown>): void =>
  services.get<Modeling>('modeling').updateModdleProperties(element, target, properties);

/** A child such as df:legalBasis or bpmn:formalExpression, with its parent set. */
export function create(services: Services, type: string, parent: ModdleElement | undefined, properties: Record<string, unknown> = {}): ModdleElement {
  const made = services.get<BpmnFactory>('bpmnFactory').create(type, properties);
  if (parent) made.$parent = parent;
  return made;
}
