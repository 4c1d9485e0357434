/** Facts of the `df:` extension: not the standard's rules but ours, so that a mistyped value is named and not passed over. */
import dossierflow from '../df-moddle.json' with { type: 'json' };
import { is, states, text, type El } from '../element.js';
import { rule, type Rule } from './rule.js';

interface Property { name: string; type: string; isAttr?: boolean; isMany?: boolean }
const types = dossierflow.types as { name: string; properties: Property[] }[];
/** bpmn-moddle puts prefixes into the descriptor it is given. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const propertiesOf = (fact: El): Property[] =>
  (types.find((each) => local(each.name) === local(fact.$type))?.properties ?? []).filter((each) => each.isAttr).map(({ name, type }) => ({ name: local(name), type: local(type) }));
const listed = new Map(dossierflow.enumerations.map((each) => [local(each.name), each.literalValues.map((value) => value.name)]));
const all = types.map((each) => `df:${local(each.name)}`).join(' ');

/** Which element of BPMN a fact stands on. */
const places: Readonly<Record<string, readonly string[]>> = {
  'df:Procedure': ['Process'], 'df:Department': ['Lane'], 'df:Step': ['Activity'], 'df:Document': ['DataObject', 'DataObjectReference'], 'df:Flow': ['SequenceFlow'],
};
const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const wrong = (fact: El, names: readonly string[], right: RegExp): string | undefined =>
  names.map((name) => text(fact, name)).find((value) => value !== undefined && !right.test(value));

export const factRules: Rule[] = [
  rule('FACT-01', all, 'df', 'error', 'Values with a fixed list are of that list', (fact) =>
    propertiesOf(fact).filter((each) => {
      const value = text(fact, each.name);
      return value !== undefined && listed.has(each.type) && !listed.get(each.type)!.includes(value);
    }).map((each) => `${each.name}="${String(fact[each.name])}", not one of ${listed.get(each.type)!.join(', ')}`).join('; ')),
  rule('FACT-02', all, 'df', 'error', 'Numbers are numbers, 0 or more', (fact) =>
    propertiesOf(fact).filter((each) => ['Real', 'Integer'].includes(each.type) && states(fact, each.name) && !(Number(fact[each.name]) >= 0)).map((each) => each.name).join(', ')),
  rule('FACT-03', 'df:Flow', 'df', 'error', 'A probability is at most 1', (fact) => Number(fact.probability) > 1),
  rule('FACT-04', 'df:Step', 'df', 'warning', 'A limit comes with its unit', (fact) => states(fact, 'limit') && !text(fact, 'unit')),
  rule('FACT-05', 'df:TimeLimit', 'df', 'error', 'A time limit has a value and a unit', (fact) => !states(fact, 'value') || !text(fact, 'unit')),
  rule('FACT-06', 'df:Step', 'df', 'error', 'separateFrom names activities of the file', (fact, file) =>
    (text(fact, 'separateFrom') ?? '').split(/\s+/).filter((id) => id && !is(file.byId(id), 'Activity')).join(', ')),
  rule('FACT-07', 'df:Procedure', 'df', 'error', 'A cut-off is a time of day, HH:MM', (fact) => wrong(fact, ['cutOff'], /^([01]\d|2[0-3]):[0-5]\d$/)),
  rule('FACT-08', 'df:LegalBasis', 'df', 'error', 'Dates of force are written YYYY-MM-DD', (fact) => wrong(fact, ['from', 'to'], date)),
  rule('FACT-09', 'df:Framework', 'df', 'error', 'Dates of effect are written YYYY-MM-DD', (fact) => wrong(fact, ['effectiveFrom', 'effectiveTo'], date)),
  rule('FACT-10', Object.keys(places).join(' '), 'df', 'warning', 'A fact stands on the element it is about', (fact) => {
    const bearer = fact.$parent?.$parent;
    return !places[fact.$type]!.some((type) => is(bearer, type)) && fact.$type;
  }),
  rule('FACT-11', 'df:Department df:Framework', 'df', 'error', 'A department or framework has an id', (fact) => !text(fact, 'id')),
  rule('FACT-12', 'df:Document df:RequiredDocument', 'df', 'error', 'A document has a type', (fact) => !text(fact, 'type')),
  rule('FACT-13', 'df:LegalBasis', 'df', 'error', 'A legal basis has a reference', (fact) => !text(fact, 'ref')),
];
