import type { Row } from './fixture.js';

const io = (more = ''): string => `<ioSpecification id="io"><dataInput id="in" name="in"/><dataOutput id="out" name="out"/>${more}
  <inputSet id="is"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="os"><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>`;
const sets = (inside: string): string => `<task id="A"><ioSpecification id="io"><dataInput id="in" name="in"/><dataInput id="in2" name="in2"/><dataOutput id="out" name="out"/><dataOutput id="out2" name="out2"/>${inside}</ioSpecification></task>`;
const input = (source: string, target: string, more = ''): string =>
  `<dataInputAssociation id="as">${source ? `<sourceRef>${source}</sourceRef>` : ''}${more.startsWith('<sourceRef') ? more : ''}<targetRef>${target}</targetRef>${more.startsWith('<sourceRef') ? '' : more}</dataInputAssociation>`;
const output = (source: string, target: string): string =>
  `<dataOutputAssociation id="as"><sourceRef>${source}</sourceRef><targetRef>${target}</targetRef></dataOutputAssociation>`;
const items = '===<itemDefinition id="many" isCollection="true"/><itemDefinition id="one"/><dataStore id="DS" name="s"/>';

/** Data and their associations. */
export const dataRows: Row[] = [
  ['DATA-01', 'as', `<dataObject id="O" name="o"/><dataObject id="O2" name="o2"/><task id="A">${io()}${input('O', '{{O2|in}}')}</task>`],
  ['DATA-02', 'as', `<dataObject id="O" name="o"/><dataObject id="O2" name="o2"/><task id="A">${io()}${output('{{O2|out}}', 'O')}</task>`],
  ['DATA-03', 'as', `<subProcess id="Sub"><dataObject id="O" name="o"/><task id="In"/></subProcess><dataObject id="O2" name="o2"/><task id="A">${io()}${input('{{O|O2}}', 'in')}</task>`],
  ['DATA-04', 'as', `<subProcess id="Sub"><dataObject id="O" name="o"/><task id="In"/></subProcess><dataObject id="O2" name="o2"/><task id="A">${io()}${output('out', '{{O|O2}}')}</task>`],
  ['DATA-05', 'as', `<dataObject id="O" name="o"/><dataObject id="O2" name="o2"/><task id="A">${io()}${input('O', 'in', '{{<sourceRef>O2</sourceRef>|}}')}</task>`],
  ['DATA-06', 'as', `<dataObject id="O" name="o"/><task id="A">${io()}<dataOutputAssociation id="as"><sourceRef>out</sourceRef>{{|<targetRef>O</targetRef>}}</dataOutputAssociation></task>`],
  ['DATA-07', 'R', '<dataObject id="O" name="o"/><dataObjectReference id="R" {{|dataObjectRef="O"}}/>'],
  ['DATA-08', 'R', '<subProcess id="Sub"><dataObject id="O" name="o"/><task id="In"/></subProcess><dataObject id="O2" name="o2"/><dataObjectReference id="R" dataObjectRef="{{O|O2}}"/>'],
  ['DATA-09', 'R', `<dataObject id="O" name="o"/><dataObjectReference id="R" dataObjectRef="O" {{itemSubjectRef="one"|}}/>${items}`],
  ['DATA-10', 'R', `<dataStoreReference id="R" {{|dataStoreRef="DS"}}/>${items}`],
  ['DATA-11', 'O', `<dataObject id="O" name="o" itemSubjectRef="{{many|one}}"/>${items}`],
  ['DATA-12', 'in', `<task id="A"><ioSpecification id="io"><dataInput id="in" name="in" isCollection="true" itemSubjectRef="{{one|many}}"/><inputSet id="is"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="os"/></ioSpecification></task>${items}`],
  ['DATA-13', 'out', `<task id="A"><ioSpecification id="io"><dataOutput id="out" name="out" itemSubjectRef="{{many|one}}"/><inputSet id="is"/><outputSet id="os"><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification></task>${items}`],
  ['DATA-14', 'S', '<task id="A"/>===<dataStore id="S" capacity="5" isUnlimited="{{true|false}}"/>'],
  ['DATA-15', 'pr', '<property id="pr" {{|name="x"}}/><task id="A"/>'],
  ['DATA-16', 'is', `<task id="A"><ioSpecification id="io"><dataInput id="in" name="in"/><inputSet id="is"><dataInputRefs>{{other|in}}</dataInputRefs></inputSet><outputSet id="os"/></ioSpecification></task><task id="B"><ioSpecification id="io2"><dataInput id="other" name="o"/><inputSet id="is2"><dataInputRefs>other</dataInputRefs></inputSet><outputSet id="os2"/></ioSpecification></task>`],
  ['DATA-17', 'os', `<task id="A"><ioSpecification id="io"><dataOutput id="out" name="out"/><inputSet id="is"/><outputSet id="os"><dataOutputRefs>{{other|out}}</dataOutputRefs></outputSet></ioSpecification></task><task id="B"><ioSpecification id="io2"><dataOutput id="other" name="o"/><inputSet id="is2"/><outputSet id="os2"><dataOutputRefs>other</dataOutputRefs></outputSet></ioSpecification></task>`],
  ['DATA-18', 'is', sets('<inputSet id="is"><dataInputRefs>in</dataInputRefs><optionalInputRefs>{{in2|in}}</optionalInputRefs></inputSet><outputSet id="os"/>')],
  ['DATA-19', 'is', sets('<inputSet id="is"><dataInputRefs>in</dataInputRefs><whileExecutingInputRefs>{{in2|in}}</whileExecutingInputRefs></inputSet><outputSet id="os"/>')],
  ['DATA-20', 'os', sets('<inputSet id="is"/><outputSet id="os"><dataOutputRefs>out</dataOutputRefs><optionalOutputRefs>{{out2|out}}</optionalOutputRefs></outputSet>')],
  ['DATA-21', 'os', sets('<inputSet id="is"/><outputSet id="os"><dataOutputRefs>out</dataOutputRefs><whileExecutingOutputRefs>{{out2|out}}</whileExecutingOutputRefs></outputSet>')],
  ['DATA-22', 'io', sets('<inputSet id="is"><dataInputRefs>in</dataInputRefs>{{|<dataInputRefs>in2</dataInputRefs>}}</inputSet><outputSet id="os"/>')],
  ['DATA-23', 'io', sets('<inputSet id="is"/><outputSet id="os"><dataOutputRefs>out</dataOutputRefs>{{|<dataOutputRefs>out2</dataOutputRefs>}}</outputSet>')],
  ['DATA-24', 'O', '<dataObject id="O" name="o" {{incoming="f"|}}/><task id="A"/><task id="B"/>f:A>B;'],
  ['DATA-25', 'pi', '<ioSpecification id="io"><dataInput id="pi" {{|name="x"}}/><inputSet id="is"><dataInputRefs>pi</dataInputRefs></inputSet><outputSet id="os"/></ioSpecification><task id="A"/>'],
];
