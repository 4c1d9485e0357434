/** List groups of the panel: legal basis, time limits, required documents, frameworks. */
import { ListGroup } from '@bpmn-io/properties-panel';
import type { Translate } from '../i18n/translate.js';
import { create, factsOf, setFacts, update, type FactType, type ModdleElement, type Services, type Shape } from './facts.js';
import { entry, type Field } from './fields.js';

interface ListSpec {
  id: string; label: string; fact: FactType; property: string; type: string;
  /** What one item is called in the list. */
  title: (item: ModdleElement, translate: Translate) => string;
  fields: (item: ModdleElement) => (Omit<Field, 'get' | 'set' | 'id'> & { name: string })[];
}

export function listGroup(services: Services, element: Shape, owner: ModdleElement, spec: ListSpec): object {
  const translate = services.get<Translate>('translate');
  const items = (factsOf(owner, spec.fact)?.get(spec.property) as ModdleElement[] | undefined) ?? [];
  const write = (next: ModdleElement[]) => setFacts(services, element, owner, spec.fact, { [spec.property]: next });
  return {
    id: `df-${spec.id}`,
    label: translate(spec.label),
    component: ListGroup,
    translate,
    items: items.map((item, index) => ({
      id: `${element.id}-${spec.id}-${index}`,
      label: spec.title(item, translate) || translate('<empty>'),
      entries: spec.fields(item).map(({ name, ...field }) => entry({
        ...field, id: `${element.id}-${spec.id}-${index}-${name}`,
        get: () => item.get(name), set: (value) => update(services, element, item, { [name]: value }),
      })),
      remove: (event: Event) => { event.stopPropagation(); write(items.filter((it) => it !== item)); },
    })),
    add: (event: Event) => {
      event.stopPropagation();
      write([...items, create(services, spec.type, factsOf(owner, spec.fact))]);
    },
  };
}
