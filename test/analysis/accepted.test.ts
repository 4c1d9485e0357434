/** Findings accepted in the drawing itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { check } from '../../engine/check.js';

const bare = readFileSync(join(__dirname, '../../procedures/P03-cap-doi-gcn-published.bpmn'), 'utf8');
const accepting = (check: string, elements: string): string => bare.replace('<df:procedure', `<df:acceptedFinding check="${check}" elements="${elements}" reason="Chờ Sở" lookAgain="2027-06-30" by="Lý Quỳnh Chi" on="2026-11-25" /><df:procedure`);

it('is marked with reason, day and name until its day comes, and only on the elements that it names', async () => {
  const [found] = (await check([await readBpmn(bare, 'P03.bpmn')], { checks: ['T1'] })).filter((each) => each.canTell);
  const elements = found!.canTell ? found!.elements.join(' ') : '';
  const accepted = async (xml: string, on: string) => (await check([await readBpmn(xml, 'x/P03.bpmn')], { checks: ['T1'], on })).flatMap((each) => (each.canTell ? [each.accepted] : []));
  expect(await accepted(accepting('T1', elements), '2026-11-25')).toEqual([{ reason: 'Chờ Sở', lookAgain: '2027-06-30', by: 'Lý Quỳnh Chi', on: '2026-11-25' }]);
  expect(await accepted(accepting('T1', elements), '2027-06-30')).toEqual([undefined]);
  expect(await accepted(accepting('T1', 'thamDinh'), '2026-11-25')).toEqual([undefined]);
});

it('changes nothing of what runs', async () => {
  const hash = async (xml: string) => { const model = await readBpmn(xml); return linkPlan([model], model.processes[0]!.id).plan?.hash; };
  expect(await hash(accepting('T1', 'thamDinh'))).toBe(await hash(bare));
});
