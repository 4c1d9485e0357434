/** What the lists of a procedure and of a step hold (format.md section 1). */
import { isDate, timeUnits } from './fields.js';
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
