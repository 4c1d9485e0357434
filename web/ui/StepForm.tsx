/** The form of a step, drawn by rjsf from the schema that the server checks by, with our own inputs. */
import type { Ref } from 'react';
import { Checkbox, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
// Not from the package's index, which asks for the compiling validator for its own tests.
import Form from '@rjsf/core/lib/components/Form.js';
import type { FieldTemplateProps, ObjectFieldTemplateProps, RJSFSchema, UiSchema, WidgetProps } from '@rjsf/utils';
import type { StepForm as Given } from '../../engine/graph/form.js';
import { nameInWords } from '../format.js';
import { useWords } from '../i18n/index.js';
import { DateField } from './DateField.js';
import { validator } from './form-validator.js';

export type Values = Record<string, unknown>;
/** `validateForm` marks what is wrong at its field and says whether nothing is. */
export type FormHandle = Form<Values>;

interface Props { id: string; form: Given; values: Values; onChange: (values: Values) => void; ref?: Ref<FormHandle> }

export function StepForm({ id, form, values, onChange, ref }: Props) {
  if (form.ui['ui:order'].length === 0) return null;
  return (
    <Form<Values> ref={ref} tagName="div" idPrefix={id} schema={form.schema as RJSFSchema} uiSchema={form.ui as UiSchema<Values>} formData={values} validator={validator}
      onChange={(event) => onChange(event.formData ?? {})} widgets={WIDGETS} templates={TEMPLATES} showErrorList={false} focusOnFirstError={({ property = '' }) => focusOn(`${id}_${property.slice(1)}`)} onError={shownAtFields} noHtml5Validate><></></Form>
  );
}

/** rjsf looks for inputs among those of a form, and ours stand in a form of the page. */
const focusOn = (id: string): void => document.getElementById(id)?.focus();

/** Else rjsf writes to the console that somebody has left a field empty. */
const shownAtFields = (): void => undefined;

/** The browser's own words for a field that the drawing has not named. */
const labelOf = ({ label, name }: WidgetProps): string => (label === name ? nameInWords(name) : label);

function useCommon(props: WidgetProps) {
  const { t } = useWords();
  const [first] = props.rawErrors ?? [];
  return { id: props.id, label: labelOf(props), required: props.required ?? false, ...(first ? { error: t(first) } : {}) };
}

function TextWidget(props: WidgetProps) {
  return <TextInput {...useCommon(props)} value={typeof props.value === 'string' || typeof props.value === 'number' ? props.value : ''} onChange={(event) => props.onChange(event.currentTarget.value || undefined)} />;
}
function CheckboxWidget(props: WidgetProps) {
  return <Checkbox id={props.id} label={labelOf(props)} checked={props.value === true} onChange={(event) => props.onChange(event.currentTarget.checked)} />;
}
function SelectWidget(props: WidgetProps) {
  const choices = (props.options.enumOptions ?? []).map(({ value, label }) => ({ value: String(value), label }));
  return <NativeSelect {...useCommon(props)} value={typeof props.value === 'string' ? props.value : ''} data={[{ value: '', label: '' }, ...choices]} onChange={(event) => props.onChange(event.currentTarget.value || undefined)} />;
}
function NumberWidget(props: WidgetProps) {
  const { language } = useWords();
  return <NumberInput {...useCommon(props)} value={typeof props.value === 'number' ? props.value : ''} onChange={(next) => props.onChange(next === '' ? undefined : Number(next))} decimalSeparator={language === 'vi' ? ',' : '.'} thousandSeparator={language === 'vi' ? '.' : ','} hideControls />;
}
function DateWidget(props: WidgetProps) {
  return <DateField {...useCommon(props)} value={typeof props.value === 'string' ? props.value : ''} keepTyped onChange={props.onChange} />;
}
const WIDGETS = { TextWidget, CheckboxWidget, SelectWidget, UpDownWidget: NumberWidget, DateWidget };

/** Label and error stand in our inputs. */
const TEMPLATES = {
  FieldTemplate: ({ children }: FieldTemplateProps) => <>{children}</>,
  ObjectFieldTemplate: ({ properties }: ObjectFieldTemplateProps) => <Stack gap="sm">{properties.map(({ name, content }) => <div key={name}>{content}</div>)}</Stack>,
};
