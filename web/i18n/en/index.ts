import { casework } from './case.js';
import { common } from './common.js';
import { designer } from './designer.js';
import { dossier } from './dossier.js';
import { findings } from './findings.js';
import { problems } from './problems.js';
import { reports } from './reports.js';
import { work } from './work.js';

export const en = { ...casework, ...common, ...designer, ...dossier, ...findings, ...problems, ...reports, ...work };
