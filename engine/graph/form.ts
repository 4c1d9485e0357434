/**
 * The form of a step: one JSON Schema for the screen that draws it, the server that checks what is sent, and the
 * description of the API; beside it hints for the screen and what the form starts with.
 */
import type { StepField } from './fields.js';
import type { Data, Json } from './types.js';

export interface FieldSchema {
  type: 'number' | 'integer' | 'boolean' | 'string' | ['string', 'number', 'boolean']; title: string;
  format?: 'date'; minLength?: number; maxLength?: number; enum?: readonly string[]; minimum?: number; maximum?: number;
}
/** Draft 2020-12. Other data may come along: what a button of the drawing states is not typed into a field. */
export interface FormSchema { $schema: string; type: 'object'; properties: Record<string, FieldSchema>; required: string[] }
/** `ui`: hints as rjsf reads them. `data`: by field, what the dossier already says; a box that nobody has ticked says no. */
export interface StepForm { schema: FormSchema; ui: { 'ui:order': string[]; [field: string]: unknown }; data: Record<string, Json> }

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const MOST_CHARACTERS = 4_000;

export function formOf(fields: readonly StepField[], known: Data = {}): StepForm {
  return {
    schema: {
      $schema: DRAFT, type: 'object', properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
      required: fields.filter((field) => field.required).map((field) => field.name),
    },
    ui: { 'ui:order': fields.map((field) => field.name), ...Object.fromEntries(fields.filter(isMeasured).map((field) => [field.name, { 'ui:widget': 'updown' }])) },
    data: Object.fromEntries(fields.flatMap(({ name, type }) => (known[name] !== undefined ? [[name, known[name]]] : type === 'boolean' ? [[name, false]] : []))),
  };
}

/** The same, to be left unfinished: who sends a dossier back or refuses it has no result to state yet. */
export function unfinished(schema: FormSchema): FormSchema {
  return { ...schema, required: [] };
}

const isMeasured = ({ type }: StepField): boolean => type === 'number' || type === 'integer';

function schemaOf({ label: title, type, declared, required, options, min, max }: StepField): FieldSchema {
  switch (type) {
    case 'boolean': return { type, title };
    case 'number': case 'integer': return { type, title, ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
    case 'date': return { type: 'string', format: 'date', title };
    // A field that the drawing does not type and that nothing measures may hold a figure, or yes and no, as well.
    case 'string': return declared ? { type, title, maxLength: MOST_CHARACTERS, ...(required && { minLength: 1 }), ...(options && { enum: options }) } : { type: ['string', 'number', 'boolean'], title, maxLength: MOST_CHARACTERS };
  }
}
