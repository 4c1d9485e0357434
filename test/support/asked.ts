/** What the program asks the database, and whether an index of the schema answers it: told from the questions, so that it needs no server with indexes. */
import mongoose, { type Schema } from 'mongoose';

type Filter = Readonly<Record<string, unknown>>;
export interface Asked { collection: string; method: string; filter: Filter; sort: readonly string[]; limited: boolean }
export interface Index { fields: readonly string[]; partial: Filter | undefined }

/** What one of them has may be sorted after it was found. */
const FEW = new Set(['dossierId', 'assignee', 'upload', 'staffId']);
const READS = new Set(['find', 'findOne', 'countDocuments', 'findOneAndUpdate', 'findOneAndDelete', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'aggregate', 'distinct']);

/** Listens until `stop`; every connection of the process is heard. */
export function listen(): { asked: Asked[]; stop(): void } {
  const asked: Asked[] = [];
  mongoose.set('debug', (collection: string, method: string, first: unknown, second?: unknown, third?: unknown) => {
    if (READS.has(method)) asked.push({ collection, method, ...questionOf(method, first, method.includes('Update') || method.startsWith('update') ? third : second) });
  });
  return { asked, stop: () => { mongoose.set('debug', false); } };
}

function questionOf(method: string, first: unknown, options: unknown): Pick<Asked, 'filter' | 'sort' | 'limited'> {
  if (method === 'aggregate') {
    const stages = first as Record<string, unknown>[];
    return { filter: (stages.find((stage) => '$match' in stage)?.$match ?? {}) as Filter, sort: [], limited: false };
  }
  const { sort = {}, limit } = (options ?? {}) as { sort?: Record<string, number> | Map<string, number>; limit?: number };
  return { filter: (first ?? {}) as Filter, sort: sort instanceof Map ? [...sort.keys()] : Object.keys(sort), limited: limit !== undefined || method === 'findOne' };
}

export function indexesOf(schema: Schema): Index[] {
  const named = schema.indexes().map(([fields, options]) => ({ fields: Object.keys(fields as object), partial: (options as { partialFilterExpression?: Filter } | undefined)?.partialFilterExpression }));
  return [{ fields: ['_id'], partial: undefined }, ...named];
}

const isRegExp = (value: unknown): boolean => value instanceof RegExp || (typeof value === 'object' && value !== null && '$regex' in value);
function isEqual(value: unknown): boolean {
  if (isRegExp(value)) return false;
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  const operators = Object.keys(value).filter((key) => key.startsWith('$'));
  return operators.length === 0 || operators.every((key) => key === '$in' || key === '$eq');
}
/** A range, or the beginning of a text: an index begins its walk there. */
function isRange(value: unknown): boolean {
  if (value instanceof RegExp) return value.source.startsWith('^');
  return typeof value === 'object' && value !== null && ['$gt', '$gte', '$lt', '$lte', '$exists'].some((key) => key in value);
}

/** Conditions that all have to hold, side by side. */
function flat(filter: Filter): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, value]): [string, unknown][] => (field === '$and' ? (value as Filter[]).flatMap(flat) : field === '$or' ? [] : [[field, value]]));
}
const choices = (filter: Filter): Filter[][] => Object.entries(filter).flatMap(([field, value]) => (field === '$or' ? [value as Filter[]] : field === '$and' ? (value as Filter[]).flatMap(choices) : []));

/** An index finds what is asked for, or each of the things that may hold has one that does; a page in an order is read in that order from it. */
export function isServed(indexes: readonly Index[], { filter, sort, limited }: Pick<Asked, 'filter' | 'sort' | 'limited'>): boolean {
  const all = flat(filter);
  if (indexes.some((index) => serves(index, all, limited ? sort : []))) return true;
  return choices(filter).some((branches) => branches.every((branch) => indexes.some((index) => serves(index, [...all, ...flat(branch)], limited ? sort : []))));
}

function serves({ fields, partial }: Index, conditions: readonly [string, unknown][], sort: readonly string[]): boolean {
  const equal = new Set(conditions.filter(([, value]) => isEqual(value)).map(([field]) => field));
  if (partial && !Object.keys(partial).every((field) => equal.has(field))) return false;
  let known = 0;
  while (known < fields.length && equal.has(fields[known]!)) known += 1;
  if (known === fields.length) return true;
  const ranged = conditions.some(([field, value]) => field === fields[known] && isRange(value));
  const left = fields.slice(0, known).some((field) => FEW.has(field)) ? [] : sort.filter((field) => !equal.has(field));
  const inOrder = left.every((field, at) => fields[known + at] === field);
  return left.length === 0 ? known > 0 || ranged : inOrder;
}
