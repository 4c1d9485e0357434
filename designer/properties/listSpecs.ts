/** What the lists of a procedure and of a step hold (format.md section 1). */
import { isDate, isName, timeUnits } from './fields.js';
import type { listGroup } from './lists.js';
import type { FactType, ModdleElement } from './facts.js';

type Spec = Parameters<typeof listGroup>[3];
const text = (item: ModdleElement, name: string): string => String(item.get(name) ?? '');

export const legalBasis = (fact: FactType): Spec => ({
  id: 'legalBasis', label: 'Legal basis', fact, property: 'legalBasis', type: 'df:LegalBasis',
  title: (item) => text(item, 'ref'),
  fields: () => [
    { name: 'ref', label: 'Number of the text', kind: 'text' },
    { name: 'title', label: 'Title', kind: 'area' },
    { name: 'from', label: 'In force from', kind: 'text', validate: isDate },
    { name: 'to', label: 'In force until', kind: 'text', validate: isDate },
  ],
});

const unitNames: Record<string, string> = Object.fromEntries(timeUnits);
export const timeLimits: Spec = {
  id: 'timeLimits', label: 'Time limits', fact: 'df:Procedure', property: 'timeLimits', type: 'df:TimeLimit',
  title: (item, translate) => [text(item, 'value'), translate(unitNames[text(item, 'unit')] ?? ''), text(item, 'when')].filter(Boolean).join(' · '),
  fields: () => [
    { name: 'value', label: 'Time limit', kind: 'number' },
    { name: 'unit', label: 'Unit', kind: 'select', options: timeUnits },
    { name: 'when', label: 'Only when (FEEL)', kind: 'area' },
  ],
};

const channelKinds: [string, string][] = [['desk', 'At the desk'], ['online', 'Online'], ['post', 'By public post']];
const channelNames: Record<string, string> = Object.fromEntries(channelKinds);
export const channels: Spec = {
  id: 'channels', label: 'Ways to hand in', fact: 'df:Procedure', property: 'channels', type: 'df:Channel',
  title: (item, translate) => translate(channelNames[text(item, 'kind')] ?? ''),
  fields: () => [
    { name: 'kind', label: 'Way', kind: 'select', options: channelKinds },
    { name: 'value', label: 'Time limit', kind: 'number' },
    { name: 'unit', label: 'Unit', kind: 'select', options: timeUnits },
    { name: 'fee', label: 'Fee or charge', kind: 'text' },
    { name: 'note', label: 'Note', kind: 'area' },
  ],
};

export const requiredDocuments: Spec = {
  id: 'requiredDocuments', label: 'Required documents', fact: 'df:Procedure', property: 'requiredDocuments', type: 'df:RequiredDocument',
  title: (item) => text(item, 'name') || text(item, 'type'),
  fields: () => [
    { name: 'type', label: 'Document type', kind: 'text' },
    { name: 'name', label: 'Document name', kind: 'text' },
    { name: 'copies', label: 'Copies', kind: 'number' },
    { name: 'original', label: 'Kept as', kind: 'select', options: [['original', 'Original'], ['certified', 'Certified copy'], ['copy', 'Copy'], ['electronic', 'Electronic copy'], ['data', 'Data']] },
    { name: 'source', label: 'Source', kind: 'text', hint: 'applicant, unit, database:NAME or procedure:CODE' },
    { name: 'form', label: 'Form', kind: 'text' },
    { name: 'mandatory', label: 'Mandatory', kind: 'check' },
  ],
};

const fieldTypes: [string, string][] = [['string', 'Text'], ['number', 'Number'], ['integer', 'Whole number'], ['boolean', 'Yes or no'], ['date', 'Date']];
const typeNames: Record<string, string> = Object.fromEntries(fieldTypes);
const isMeasured = (item: ModdleElement): boolean => ['number', 'integer'].includes(text(item, 'type'));
export const documentFieldList: Spec = {
  id: 'fields', label: 'Fields of the document', fact: 'df:Document', property: 'declared', type: 'df:Field',
  title: (item, translate) => [`${text(item, 'label') || text(item, 'name')}${item.get('required') ? ' *' : ''}`, translate(typeNames[text(item, 'type')] ?? '')].join(' · '),
  fields: (item) => [
    { name: 'name', label: 'Field name', kind: 'text', hint: 'as conditions use it: letters, digits and _', validate: isName },
    { name: 'label', label: 'Field label', kind: 'text' },
    { name: 'type', label: 'Type', kind: 'select', options: fieldTypes },
    { name: 'required', label: 'Must be filled in', kind: 'check' },
    { name: 'personal', label: 'Personal data', kind: 'select', options: [['none', 'Not personal'], ['basic', 'Basic personal data'], ['sensitive', 'Sensitive personal data']] },
    ...(text(item, 'type') === 'string' ? [{ name: 'options', label: 'Values to choose from', kind: 'text' as const, hint: 'a bar | between' }] : []),
    ...(isMeasured(item) ? [{ name: 'min', label: 'Least value', kind: 'number' as const }, { name: 'max', label: 'Greatest value', kind: 'number' as const }] : []),
  ],
};

export const frameworks: Spec = {
  id: 'frameworks', label: 'Framework', fact: 'df:Procedure', property: 'frameworks', type: 'df:Framework',
  title: (item) => [text(item, 'id'), text(item, 'version')].filter(Boolean).join(' '),
  fields: () => [
    { name: 'id', label: 'Framework id', kind: 'text' },
    { name: 'version', label: 'Version', kind: 'text' },
    { name: 'publisher', label: 'Publisher', kind: 'text' },
    { name: 'effectiveFrom', label: 'In force from', kind: 'text', validate: isDate },
    { name: 'effectiveTo', label: 'In force until', kind: 'text', validate: isDate },
    { name: 'defines', label: 'This file defines the framework', kind: 'check' },
  ],
};
