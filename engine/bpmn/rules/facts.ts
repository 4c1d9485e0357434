/** Facts of the `df:` extension: not the standard's rules but ours, so that a mistyped value is named and not passed over. */
import dossierflow from '../df-moddle.json' with { type: 'json' };
import { is, list, states, text, type El } from '../element.js';
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
  'df:AcceptedFinding': ['Process'],
};
/** A field stands in its document, or on the property that it is about. */
const isPlaced = (field: El): boolean => { const bearer = field.$parent?.$parent; return field.$parent?.$type === 'df:Document' || (is(bearer, 'Property') && text(bearer!, 'name') === text(field, 'name')); };
const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const wrong = (fact: El, names: readonly string[], right: RegExp): string | undefined =>
  names.map((name) => text(fact, name)).find((value) => value !== undefined && !right.test(value));

/** The least and the greatest value of a field may lie below zero. */
const mayBeNegative = (fact: El): boolean => fact.$type === 'df:Field';
const fieldName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const isMeasured = (field: El): boolean => ['number', 'integer'].includes(text(field, 'type') ?? '');

export const factRules: Rule[] = [
  rule('FACT-01', all, 'df', 'error', 'Values with a fixed list are of that list', (fact) =>
    propertiesOf(fact).filter((each) => {
      const value = text(fact, each.name);
      return value !== undefined && listed.has(each.type) && !listed.get(each.type)!.includes(value);
    }).map((each) => `${each.name}="${String(fact[each.name])}", not one of ${listed.get(each.type)!.join(', ')}`).join('; ')),
  rule('FACT-02', all, 'df', 'error', 'Numbers are numbers, 0 or more', (fact) =>
    propertiesOf(fact).filter((each) => ['Real', 'Integer'].includes(each.type) && states(fact, each.name) && !(Number(fact[each.name]) >= (mayBeNegative(fact) ? -Infinity : 0))).map((each) => each.name).join(', ')),
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
  rule('FACT-14', 'df:AcceptedFinding', 'df', 'error', 'An accepted finding names its check, a reason and the day to look again', (fact) =>
    [...['check', 'reason'].filter((name) => !text(fact, name)), ...(date.test(text(fact, 'lookAgain') ?? '') ? [] : ['lookAgain'])].join(', ')),
  rule('FACT-15', 'df:Field', 'df', 'error', 'A field has a name that expressions can use', (fact) => {
    const name = text(fact, 'name') ?? '';
    return (!fieldName.test(name) || name in Object.prototype) && `"${name}"`;
  }),
  rule('FACT-16', 'df:Document', 'df', 'error', 'A document declares a field once', (fact) => {
    const names = list(fact, 'declared').map((each) => text(each, 'name'));
    return [...new Set(names.filter((name, at) => names.indexOf(name) < at))].join(', ');
  }),
  rule('FACT-18', 'df:Field', 'df', 'error', 'A field is declared in its document, or on the property of its name', (fact) => !isPlaced(fact) && text(fact, 'name')),
  rule('FACT-17', 'df:Field', 'df', 'error', 'A list of values is of texts, bounds are of numbers and in order', (fact) =>
    [...(states(fact, 'options') && (text(fact, 'type') ?? 'string') !== 'string' ? ['options'] : []), ...(['min', 'max'].filter((name) => states(fact, name) && !isMeasured(fact))),
      ...(states(fact, 'min') && states(fact, 'max') && Number(fact.min) > Number(fact.max) ? ['min, max'] : [])].join(', ')),
];
