/** The catalogues: both languages say the same things, and components say nothing of their own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS } from '../../server/http/codes.js';
import { casework as enCase } from '../../web/i18n/en/case.js';
import { calendar as enCalendar } from '../../web/i18n/en/calendar.js';
import { library as enLibrary } from '../../web/i18n/en/library.js';
import { library as viLibrary } from '../../web/i18n/vi/library.js';
import { analyser as enAnalyser } from '../../web/i18n/en/analyser.js';
import { analyser as viAnalyser } from '../../web/i18n/vi/analyser.js';
import { designer as enDesigner } from '../../web/i18n/en/designer.js';
import { dossierPage as enPage } from '../../web/i18n/en/dossier-page.js';
import { en as enFirst } from '../../web/i18n/en/index.js';
import { receive as enReceive } from '../../web/i18n/en/receive.js';
import { practised as enPractised } from '../../web/i18n/en/practised.js';
import { reports as enReports } from '../../web/i18n/en/reports.js';
import { rules as enRules } from '../../web/i18n/en/rules.js';
import { casework as viCase } from '../../web/i18n/vi/case.js';
import { calendar as viCalendar } from '../../web/i18n/vi/calendar.js';
import { designer as viDesigner } from '../../web/i18n/vi/designer.js';
import { dossierPage as viPage } from '../../web/i18n/vi/dossier-page.js';
import { together as enTogether } from '../../web/i18n/en/together.js';
import { together as viTogether } from '../../web/i18n/vi/together.js';
import { views as enViews } from '../../web/i18n/en/views.js';
import { views as viViews } from '../../web/i18n/vi/views.js';
import { standIns as enStandIns } from '../../web/i18n/en/stand-ins.js';
import { standIns as viStandIns } from '../../web/i18n/vi/stand-ins.js';
import { account as enAccount } from '../../web/i18n/en/account.js';
import { account as viAccount } from '../../web/i18n/vi/account.js';
import { conformity as enConformity } from '../../web/i18n/en/conformity.js';
import { conformity as viConformity } from '../../web/i18n/vi/conformity.js';
import { documents as enDocuments } from '../../web/i18n/en/documents.js';
import { documents as viDocuments } from '../../web/i18n/vi/documents.js';
import { frameworks as enFrameworks } from '../../web/i18n/en/frameworks.js';
import { frameworks as viFrameworks } from '../../web/i18n/vi/frameworks.js';
import { versions as enVersions } from '../../web/i18n/en/versions.js';
import { versions as viVersions } from '../../web/i18n/vi/versions.js';
import { improvements as enImprovements } from '../../web/i18n/en/improvements.js';
import { improvements as viImprovements } from '../../web/i18n/vi/improvements.js';
import { outbox as enOutbox } from '../../web/i18n/en/outbox.js';
import { outbox as viOutbox } from '../../web/i18n/vi/outbox.js';
import { personal as enPersonal } from '../../web/i18n/en/personal.js';
import { personal as viPersonal } from '../../web/i18n/vi/personal.js';
import { organisation as enOrganisation } from '../../web/i18n/en/organisation.js';
import { organisation as viOrganisation } from '../../web/i18n/vi/organisation.js';
import { palette as enPalette } from '../../web/i18n/en/palette.js';
import { palette as viPalette } from '../../web/i18n/vi/palette.js';
import { serviceIndex as enServiceIndex } from '../../web/i18n/en/service-index.js';
import { serviceIndex as viServiceIndex } from '../../web/i18n/vi/service-index.js';
import { settings as enSettings } from '../../web/i18n/en/settings.js';
import { settings as viSettings } from '../../web/i18n/vi/settings.js';
import { versionProblems as enVersionProblems } from '../../web/i18n/en/version-problems.js';
import { versionProblems as viVersionProblems } from '../../web/i18n/vi/version-problems.js';
import { vi as viFirst } from '../../web/i18n/vi/index.js';
import { receive as viReceive } from '../../web/i18n/vi/receive.js';
import { practised as viPractised } from '../../web/i18n/vi/practised.js';
import { reports as viReports } from '../../web/i18n/vi/reports.js';
import { rules as viRules } from '../../web/i18n/vi/rules.js';

/** With those that come later, with their pages. */
const vi = [viFirst, viPalette, viStandIns, viViews, viTogether, viPage, viReceive, viCase, viCalendar, viPractised, viReports, viRules, viOrganisation, viOutbox, viPersonal, viAccount, viServiceIndex, viSettings, viDesigner, viAnalyser, viImprovements, viConformity, viLibrary, viVersions, viVersionProblems, viFrameworks, viDocuments];
const en = [enFirst, enPalette, enStandIns, enViews, enTogether, enPage, enReceive, enCase, enCalendar, enPractised, enReports, enRules, enOrganisation, enOutbox, enPersonal, enAccount, enServiceIndex, enSettings, enDesigner, enAnalyser, enImprovements, enConformity, enLibrary, enVersions, enVersionProblems, enFrameworks, enDocuments];
type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`)));
const inVietnamese = new Map(vi.flatMap((each) => flat(each))), inEnglish = new Map(en.flatMap((each) => flat(each)));
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

test('both languages have the same keys', () => {
  expect([...inEnglish.keys()].sort()).toEqual([...inVietnamese.keys()].sort());
});

test('a text has the same values to fill in, in both languages', () => {
  const different = [...inVietnamese].filter(([key, text]) => holes(text).join() !== holes(inEnglish.get(key) ?? '').join());
  expect(different).toEqual([]);
});

test('no text is empty, and Vietnamese is stored composed (NFC)', () => {
  expect([...inVietnamese, ...inEnglish].filter(([, text]) => text.trim() === '')).toEqual([]);
  expect([...inVietnamese].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
});

test('every problem of the server has words on the pages', () => {
  const unknown = Object.keys(PROBLEMS).filter((code) => !inVietnamese.has(`problem.code.${code}`) && !['bad-json', 'unsupported-media-type', 'method-not-allowed', 'unknown-person', 'already-started', 'internal'].includes(code));
  expect(unknown).toEqual([]);
});

const components = readdirSync(join(__dirname, '../../web'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
test.each(components)('%s has no text outside the catalogues', (path) => {
  const source = readFileSync(join(__dirname, '../../web', path), 'utf8');
  const betweenTags = [...source.matchAll(/<[A-Za-z][^<>]*>\s*([^<>{}]*\p{L}{2,}[^<>{}]*)<\//gu)].map((match) => match[1]?.trim());
  const attributes = [...source.matchAll(/\b(?:label|title|aria-label|placeholder|description)="([^"]*\p{L}{2,}[^"]*)"/gu)].map((match) => match[1]);
  expect([...betweenTags, ...attributes]).toEqual([]);
});

test('every key that a component asks for exists', () => {
  const asked = components.flatMap((path) => [...readFileSync(join(__dirname, '../../web', path), 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(asked)].filter((key) => !inVietnamese.has(key))).toEqual([]);
});
