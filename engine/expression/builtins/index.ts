import { aggregates } from './aggregates.js';
import { contexts } from './contexts.js';
import { conversions } from './conversions.js';
import { lists } from './lists.js';
import { numbers } from './numbers.js';
import { patterns } from './patterns.js';
import { ranges } from './ranges.js';
import { strings } from './strings.js';
import { temporals } from './temporal.js';
import type { Builtin } from './define.js';

/** All built-in functions by name. `is defined` is no function: it looks at its argument's names, not its value. */
export const builtins: Readonly<Record<string, Builtin>> = {
  ...conversions, ...strings, ...numbers, ...lists, ...aggregates, ...contexts, ...patterns, ...ranges, ...temporals,
};
