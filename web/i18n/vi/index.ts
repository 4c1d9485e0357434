import { common } from './common.js';
import { dossier } from './dossier.js';
import { findings } from './findings.js';
import { notices } from './notice.js';
import { problems } from './problems.js';
import { work } from './work.js';

export const vi = { ...common, ...dossier, ...findings, ...notices, ...problems, ...work };
