/**
 * Checks forms in the browser. The content security policy lets no script be made from text, which compiling
 * validators do, so this one walks through the schema. Messages are keys of our own words.
 */
import { Validator, type Schema } from '@cfworker/json-schema';
import { ErrorSchemaBuilder, type RJSFSchema, type RJSFValidationError, type ValidatorType } from '@rjsf/utils';
import type { FormSchema } from '../../engine/graph/form.js';

type Values = Record<string, unknown>;
export interface FieldError { field: string; message: string }

/** Without fields that say nothing: they are not sent either. */
const sent = (data: unknown): unknown => JSON.parse(JSON.stringify(data ?? {}));

const MESSAGES: Record<string, string> = { format: 'form.date', maxLength: 'form.tooLong', minLength: 'form.required', enum: 'form.option', minimum: 'form.tooSmall', maximum: 'form.tooLarge' };
const TYPES: Record<string, string> = { number: 'form.number', integer: 'form.integer' };

export function errorsOf(schema: FormSchema, data: Values): FieldError[] {
  const values = sent(data) as Values;
  const found = new Map<string, string>(schema.required.filter((name) => !(name in values)).map((name) => [name, 'form.required']));
  for (const { keyword, instanceLocation } of new Validator(schema as unknown as Schema, '2020-12', false).validate(values).errors) {
    const field = decodeURIComponent(instanceLocation.slice(2));
    if (field && !found.has(field)) found.set(field, (keyword === 'type' ? TYPES[String(schema.properties[field]?.type)] : MESSAGES[keyword]) ?? 'form.invalid');
  }
  return [...found].map(([field, message]) => ({ field, message }));
}

/** What is right of what has been entered so far. */
export function rightOf(schema: FormSchema, data: Values): Values {
  const wrong = new Set(errorsOf(schema, data).map(({ field }) => field));
  return Object.fromEntries(Object.entries(data).filter(([name]) => !wrong.has(name)));
}

const asSchema = (schema: RJSFSchema): FormSchema => ({ ...schema, required: schema.required ?? [], properties: schema.properties ?? {} }) as FormSchema;

export const validator: ValidatorType<Values> = {
  validateFormData(data, schema) {
    const wrong = errorsOf(asSchema(schema), data ?? {});
    const builder = new ErrorSchemaBuilder<Values>();
    for (const { field, message } of wrong) builder.addErrors(message, field);
    const errors: RJSFValidationError[] = wrong.map(({ field, message }) => ({ property: `.${field}`, message, stack: `${field}: ${message}` }));
    return { errors, errorSchema: builder.ErrorSchema };
  },
  isValid: (schema, data) => new Validator(schema as Schema, '2020-12').validate(sent(data)).valid,
  rawValidation: <Result,>(schema: RJSFSchema, data?: Values) => ({ errors: errorsOf(asSchema(schema), data ?? {}) as Result[] }),
};
