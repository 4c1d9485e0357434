/** Entries of the properties panel from short descriptions: what to read, what to write, how to show it. */
import {
  CheckboxEntry, isCheckboxEntryEdited, isNumberFieldEntryEdited, isSelectEntryEdited, isTextAreaEntryEdited, isTextFieldEntryEdited,
  NumberFieldEntry, SelectEntry, TextAreaEntry, TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { useService } from 'bpmn-js-properties-panel';
import type { Translate } from '../i18n/translate.js';
import type { Shape } from './facts.js';

export type Kind = 'text' | 'area' | 'number' | 'select' | 'check';
/** `label`, `hint` and option labels are English originals, looked up by the translate service. */
export interface Field {
  id: string; label: string; kind: Kind; get: () => unknown; set: (value: unknown) => void;
  options?: readonly (readonly [value: string, label: string])[];
  hint?: string; validate?: (value: unknown) => string | undefined;
}
export interface Entry { id: string; component: unknown; isEdited?: (node: Element | null) => boolean; field: Field }

const components = { text: TextFieldEntry, area: TextAreaEntry, number: NumberFieldEntry, select: SelectEntry, check: CheckboxEntry };
const edited = { text: isTextFieldEntryEdited, area: isTextAreaEntryEdited, number: isNumberFieldEntryEdited, select: isSelectEntryEdited, check: isCheckboxEntryEdited };

function FieldEntry({ element, id, field }: { element: Shape; id: string; field: Field }): unknown {
  const translate = useService('translate') as Translate;
  const debounce = useService('debounceInput');
  const problem = (value: unknown): string | null => {
    const text = field.validate?.(value);
    return text ? translate(text) : null;
  };
  return h(components[field.kind], {
    element, id, debounce, translate,
    label: translate(field.label),
    description: field.hint ? translate(field.hint) : undefined,
    getValue: field.get,
    setValue: (value: unknown) => { if (!problem(value)) field.set(value === '' ? undefined : value); },
    getOptions: () => [{ value: '', label: translate('<none>') }, ...(field.options ?? []).map(([value, label]) => ({ value, label: translate(label) }))],
    validate: field.validate ? problem : undefined,
    monospace: field.kind === 'area' && /FEEL/.test(field.label),
    step: 'any',
  });
}

export const entry = (field: Field): Entry => ({ id: field.id, component: FieldEntry, isEdited: edited[field.kind], field });

export const isDate = (value: unknown): string | undefined =>
  !value || /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(String(value)) ? undefined : 'Date as yyyy-MM-dd expected.';
export const isName = (value: unknown): string | undefined => (!value || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(String(value)) ? undefined : 'Letters, digits and _ expected.');
export const isTime = (value: unknown): string | undefined => (!value || /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? undefined : 'Time as HH:mm expected.');
export const isShare = (value: unknown): string | undefined =>
  value === undefined || value === '' || (Number(value) >= 0 && Number(value) <= 1) ? undefined : 'Between 0 and 1.';

export const timeUnits = [['workingHours', 'Working hours'], ['workingDays', 'Working days'], ['days', 'Calendar days']] as const;
