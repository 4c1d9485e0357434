/** Adds the administrative facts and the missing BPMN parts to the properties panel. */
import { Group } from '@bpmn-io/properties-panel';
import type { Translate } from '../i18n/translate.js';
import { basics } from './basics.js';
import { documentationEntries, nameEntry } from './documentation.js';
import { departmentFields, documentFields, flowFields, procedureFields, stepFields, type FactField } from './factSpecs.js';
import { factsOf, setFacts, type FactType, type ModdleElement, type Services, type Shape } from './facts.js';
import { entry } from './fields.js';
import { listGroup } from './lists.js';
import { channels, documentFieldList, frameworks, legalBasis, requiredDocuments, timeLimits } from './listSpecs.js';

interface Panel { registerProvider(priority: number, provider: object): void }
interface PanelGroup { id?: string; entries?: { id: string }[] }
const LOWER_THAN_BPMN = 400;
const isActivity = (bo: ModdleElement): boolean => /(Task|SubProcess|Transaction|CallActivity)$/.test(bo.$type) || bo.$type === 'bpmn:Task';

class FactsProvider {
  static $inject = ['propertiesPanel', 'injector'];
  constructor(panel: Panel, private readonly services: Services) { panel.registerProvider(LOWER_THAN_BPMN, this); }

  getGroups(element: Shape): (groups: PanelGroup[]) => PanelGroup[] {
    return (groups) => {
      const own = this.ownGroups(element);
      const general = groups.findIndex((group) => group.id === 'general') + 1;
      // Groups of the standard panel come without the translate function that their heading needs.
      const translate = this.services.get<Translate>('translate');
      return [...groups.slice(0, general), ...own, ...groups.slice(general)]
        .map((group) => ({ translate, ...group, ...this.ownEntries(group, element) }));
    };
  }

  private ownEntries(group: PanelGroup, element: Shape): Partial<PanelGroup> {
    if (group.id === 'documentation') return { entries: documentationEntries(this.services, element) };
    const name = group.id === 'general' ? nameEntry(this.services, element) : undefined;
    return name ? { entries: group.entries?.map((entry) => (entry.id === 'name' ? name : entry)) } : {};
  }

  private ownGroups(element: Shape): PanelGroup[] {
    const bo = element.businessObject;
    const translate = this.services.get<Translate>('translate');
    const basic = basics.flatMap((build) => build(this.services, element) ?? [])
      .map((group) => ({ ...group, id: `df-${group.id}`, label: translate(group.label), component: Group, translate, shouldOpen: true }));
    return [...this.factGroups(element, bo), ...basic];
  }

  private factGroups(element: Shape, bo: ModdleElement): PanelGroup[] {
    const process = bo.$type === 'bpmn:Process' ? bo : bo.$type === 'bpmn:Participant' ? (bo.processRef as ModdleElement | undefined) : undefined;
    const list = (owner: ModdleElement, spec: Parameters<typeof listGroup>[3]) => listGroup(this.services, element, owner, spec);
    if (process) {
      return [this.group(element, process, 'df:Procedure', 'Administrative procedure', procedureFields), list(process, timeLimits), list(process, channels), list(process, requiredDocuments), list(process, legalBasis('df:Procedure')), list(process, frameworks)];
    }
    if (bo.$type === 'bpmn:Lane') return [this.group(element, bo, 'df:Department', 'Department', departmentFields)];
    if (isActivity(bo)) return [this.group(element, bo, 'df:Step', 'Step', stepFields), list(bo, legalBasis('df:Step'))];
    if (bo.$type === 'bpmn:SequenceFlow') return [this.group(element, bo, 'df:Flow', 'Flow', flowFields)];
    if (bo.$type === 'bpmn:DataObjectReference') {
      const object = bo.dataObjectRef as ModdleElement | undefined;
      const owner = !factsOf(bo, 'df:Document') && object && factsOf(object, 'df:Document') ? object : bo;
      return [this.group(element, owner, 'df:Document', 'Document', documentFields), list(owner, documentFieldList)];
    }
    return [];
  }

  private group(element: Shape, owner: ModdleElement, type: FactType, label: string, fields: FactField[]): PanelGroup {
    const translate = this.services.get<Translate>('translate');
    const blank = this.services.get<{ create(type: string): ModdleElement }>('bpmnFactory').create(type);
    return {
      id: `df-${type.slice(3).toLowerCase()}`,
      label: translate(label),
      component: Group,
      translate,
      shouldOpen: true,
      entries: fields.map(({ name, ...field }) => entry({
        ...field, id: `df-${name}`,
        // Without the element its defaults hold, as they do for whoever reads the file.
        get: () => (factsOf(owner, type) ?? blank).get(name),
        set: (value) => setFacts(this.services, element, owner, type, { [name]: value }),
      })),
    } as PanelGroup;
  }
}

export const factsProviderModule = { __init__: ['dfFactsProvider'], dfFactsProvider: ['type', FactsProvider] };
