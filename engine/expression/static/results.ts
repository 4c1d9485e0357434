import type { VariableType } from './types.js';

const byType: [VariableType, string][] = [
  ['boolean', 'not, contains, starts with, ends with, matches, list contains, all, any, odd, even, is, is defined, is empty, '
    + 'before, after, meets, met by, overlaps, overlaps before, overlaps after, finishes, finished by, includes, during, '
    + 'starts, started by, coincides'],
  ['number', 'number, string length, count, decimal, floor, ceiling, round up, round down, round half up, round half down, '
    + 'modulo, sqrt, log, exp, product, median, stddev, day of year, week of year, last day of month'],
  ['string', 'string, substring, upper case, lower case, trim, substring before, substring after, string join, replace, '
    + 'day of week, month of year'],
  ['list', 'append, concatenate, union, distinct values, duplicate values, flatten, insert before, remove, list replace, '
    + 'reverse, sublist, sort, partition, mode, get entries'],
  [{ list: 'string' }, 'split, extract'], [{ list: 'number' }, 'index of'],
  ['context', 'context, context put, context merge, put, put all, merge'],
  ['date', 'date, today'], ['time', 'time'], ['date and time', 'date and time, now'],
  ['years and months duration', 'years and months duration'], ['range', 'range'],
];

/** Types of what built-ins give; those that depend on their arguments are not listed. */
export const resultTypes: ReadonlyMap<string, VariableType> = new Map(
  byType.flatMap(([type, names]) => names.split(', ').map((name): [string, VariableType] => [name, type])));
