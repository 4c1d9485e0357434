import type { Row } from './fixture.js';

const on = (fact: string): string => `<extensionElements xmlns:df="https://dossierflow.org/schema/bpmn/1.0">${fact}</extensionElements>`;
const task = (fact: string): string => `<userTask id="A">${on(fact)}</userTask><userTask id="B"/>`;
const procedure = (inside: string, attributes = ''): string => `${on(`<df:procedure code="P01" ${attributes}>${inside}</df:procedure>`)}<task id="A"/>`;

const document = (inside: string): string => `<dataObject id="O" name="o">${on(`<df:document type="don">${inside}</df:document>`)}</dataObject><task id="A"/>`;

/** Facts of the procedure extension. */
export const factRows: Row[] = [
  ['FACT-01', 'A', task('<df:step kind="{{decides|decide}}"/>')],
  ['FACT-02', 'A', task('<df:step standardMinutes="{{ten|10}}"/>')],
  ['FACT-03', 'f', `<task id="A"/><task id="B"/><sequenceFlow id="f" sourceRef="A" targetRef="B">${on('<df:flow probability="{{1.5|0.5}}"/>')}</sequenceFlow>`],
  ['FACT-04', 'A', task('<df:step limit="2" {{|unit="workingDays"}}/>')],
  ['FACT-05', 'P', procedure('<df:timeLimit {{|value="5"}} unit="workingDays"/>')],
  ['FACT-06', 'A', task('<df:step separateFrom="{{C|B}}"/>')],
  ['FACT-07', 'P', procedure('', 'cutOff="{{3 pm|15:00}}"')],
  ['FACT-08', 'P', procedure('<df:legalBasis ref="1" from="{{1/8/2024|2024-08-01}}"/>')],
  ['FACT-09', 'P', procedure('<df:framework id="F" effectiveTo="{{2024|2024-08-01}}"/>')],
  ['FACT-10', 'S', `<startEvent id="S">{{${on('<df:step kind="receive"/>')}|}}</startEvent>`],
  ['FACT-11', 'L', `<laneSet id="LS"><lane id="L" name="l">${on('<df:department {{|id="d"}}/>')}<flowNodeRef>A</flowNodeRef></lane></laneSet><task id="A"/>`],
  ['FACT-12', 'O', `<dataObject id="O" name="o">${on('<df:document {{|type="don"}}/>')}</dataObject><task id="A"/>`],
  ['FACT-13', 'P', procedure('<df:legalBasis {{title="x"|ref="1"}}/>')],
  ['FACT-14', 'P', `${on('<df:acceptedFinding check="S1" elements="A" reason="x" lookAgain="{{soon|2027-01-31}}"/>')}<task id="A"/>`],
  ['FACT-15', 'O', document('<df:field name="{{số thửa|soThua}}" type="integer"/>')],
  ['FACT-16', 'O', document('<df:field name="a" type="date"/><df:field name="{{a|b}}"/>')],
  ['FACT-18', 'V', `<property id="V" name="soThua">${on('<df:field name="{{thua|soThua}}" type="integer"/>')}</property><task id="A"/>`],
  ['FACT-17', 'O', document('<df:field name="a" type="integer" min="{{3|-3}}" max="2"/>')],
  ['FACT-17', 'O', document('<df:field name="a" {{type="date"|type="string"}} options="Nam, Nữ"/>')],
];
