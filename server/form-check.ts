/** What is sent for the form of a step, against the schema that the screen draws it from. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FormSchema } from '../engine/graph/form.js';
import { ProblemError } from './http/problem.js';

/** Compiled schemas kept; a library of procedures has some hundred steps with fields. */
const MOST_KEPT = 500;

export class FormCheck {
  private readonly ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.ajv, ['date']);
  }

  /** Throws a problem that names each field. */
  check(schema: FormSchema, data: Readonly<Record<string, unknown>>): void {
    const validate = this.validator(schema);
    if (validate(data)) return;
    const fields = (validate.errors ?? []).map(({ instancePath, keyword, params, message }) => ({
      field: ['data', ...(keyword === 'required' ? [String(params.missingProperty)] : instancePath.split('/').slice(1))].join('.'), message: message ?? 'is not allowed',
    }));
    throw new ProblemError('bad-request', { fields, detail: fields.map(({ field, message }) => `${field}: ${message}`).join('; ') });
  }

  /** By content: the same form of another version or step is compiled once. */
  private validator(schema: FormSchema): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known) return known;
    const oldest = this.compiled.size >= MOST_KEPT ? this.compiled.keys().next() : undefined;
    if (oldest?.value !== undefined) {
      this.ajv.removeSchema(this.compiled.get(oldest.value)?.schema);
      this.compiled.delete(oldest.value);
    }
    const made = this.ajv.compile(schema);
    this.compiled.set(key, made);
    return made;
  }
}
