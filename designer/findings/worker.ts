/** Reads and checks a drawing off the main thread; the same code that publishes and that the command line runs. */
import { casesPerYear } from '../../engine/analysis/analyse.js';
import { wordsWith } from '../../engine/analysis/labels.js';
import { witnessOf } from '../../engine/analysis/witness.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { check, checkIds, type Finding, type TellingFinding, type WordList } from '../../engine/check.js';
import type { Model } from '../../engine/graph/types.js';
import { remediesFor, type Remedy } from '../../engine/remedies/remedy.js';
import type { Language } from '../i18n/translate.js';
import type { Answer, Offer, Question } from './messages.js';

/** Of the text of the file: a remedy is tried on the graph, whose text is still the old one. */
const OF_THE_TEXT = ['S12', 'S13'];
const graphChecks = checkIds.filter((id) => !OF_THE_TEXT.includes(id));
interface Checked { model: Model; findings: Finding[]; language: Language; on: string; words?: WordList }
let last: Checked | undefined;

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const answer: Answer = data.ask === 'check' ? await checked(data) : { id: data.id, ...(await explained(data.finding)) };
  self.postMessage(answer);
};

async function checked({ id, xml, file, language, on, words }: Question & { ask: 'check' }): Promise<Answer> {
  const since = performance.now();
  const model = await readBpmn(xml, file);
  const findings = await check([model], { language, on, ...(words && { words }) });
  last = { model, findings, language, on, ...(words && { words }) };
  return { id, diagnostics: model.diagnostics, findings, ms: performance.now() - since };
}

async function explained(finding: TellingFinding): Promise<{ frames: ReturnType<typeof witnessOf>; offers: Offer[] }> {
  if (!last) return { frames: [], offers: [] };
  const { model } = last;
  const graph = model.processes.find((each) => finding.elements.some((id) => each.nodes[id] !== undefined || each.flows[id] !== undefined));
  const remedies = await remediesFor(model, finding, wordsWith(last.words));
  const offers = [];
  for (const remedy of remedies) offers.push(await offerOf(remedy, last));
  return { frames: graph ? witnessOf(graph, finding) : [], offers };
}

async function offerOf({ kind, edits, savedHours, model, process }: Remedy, { findings, language, on, words }: Checked): Promise<Offer> {
  const after = telling(await check([model], { language, on, checks: graphChecks, ...(words && { words }) }));
  const before = telling(findings).filter((each) => graphChecks.includes(each.check));
  const key = (each: TellingFinding): string => `${each.check} ${String(each.evidence['kind'] ?? '')} ${each.elements.join(' ')}`;
  const without = (some: readonly TellingFinding[], others: readonly TellingFinding[]): TellingFinding[] => {
    const known = new Set(others.map(key));
    return some.filter((each) => !known.has(key(each)));
  };
  const cases = casesPerYear(model.processes.find((each) => each.id === process)?.procedure);
  return { kind, edits, savedHours, ...(cases !== undefined && { savedPerYear: Math.round(savedHours * cases) }), gone: without(before, after), come: without(after, before) };
}
function telling(findings: readonly Finding[]): TellingFinding[] { return findings.filter((each): each is TellingFinding => each.canTell); }
