/** Asks the worker after each pause in drawing, then how the drawing stands beside others; answers to older questions are dropped. */
import { byImportance, type Finding, type TellingFinding, type WordList } from '../../engine/check.js';
import type { Language } from '../i18n/translate.js';
import { notesOf, type Answer, type Explanation, type Note, type Question, type Report } from './messages.js';

const PAUSE_MS = 400;
/** Others are asked over the network, and the same text once. */
const COMPARE_PAUSE_MS = 600;

export interface Checker { ask(readXml: () => Promise<string>): void; explain(finding: TellingFinding): Promise<Explanation>; stop(): void }
export interface CheckerOptions {
  language: Language; file: string;
  words?: WordList | undefined;
  /** `ms`: what the worker needed for the drawing; absent when only what others say is new. */
  answer: (notes: Note[], ms?: number) => void;
  /** Findings of the drawing beside other procedures. */
  compare?: ((xml: string) => Promise<Finding[]>) | undefined;
}

export function createChecker({ language, file, words, answer, compare }: CheckerOptions): Checker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (explanation: Explanation) => void>();
  let last = 0;
  let lastCheck: { id: number; xml: string } | undefined;
  let report: Report | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beside = createComparing(compare, () => { if (report) answer(together(report, beside.findings())); });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ('frames' in data) {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
      return;
    }
    if (data.id !== lastCheck?.id) return;
    report = data;
    answer(together(data, beside.findings()), data.ms);
    beside.ask(lastCheck.xml);
  };
  const send = (question: Question): void => worker.postMessage(question);
  return {
    ask(readXml) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const id = (last += 1);
        void readXml().then((xml) => {
          lastCheck = { id, xml };
          send({ id, ask: 'check', xml, file, language, on: today(), words });
        });
      }, PAUSE_MS);
    },
    explain(finding) {
      const id = (last += 1);
      return new Promise((resolve) => { waiting.set(id, resolve); send({ id, ask: 'explain', finding }); });
    },
    stop() { clearTimeout(timer); beside.stop(); worker.terminate(); },
  };
}

/** What is known of the drawing beside others stays until it is known anew: it may be a change behind. */
function createComparing(compare: CheckerOptions['compare'], onNews: () => void) {
  let known: { xml: string; findings: Finding[] } = { xml: '', findings: [] };
  let wanted: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (xml: string): void => {
    // When nobody answers, the next change of the drawing asks again.
    compare?.(xml).then((findings) => {
      if (wanted !== xml) return;
      const isNews = JSON.stringify(findings) !== JSON.stringify(known.findings);
      known = { xml, findings };
      if (isNews) onNews();
    }, () => undefined);
  };
  return {
    findings: (): Finding[] => known.findings,
    ask(xml: string): void {
      clearTimeout(timer);
      wanted = xml;
      if (xml !== known.xml) timer = setTimeout(() => run(xml), COMPARE_PAUSE_MS);
    },
    stop(): void { clearTimeout(timer); wanted = undefined; },
  };
}

function together({ diagnostics, findings }: Report, beside: readonly Finding[]): Note[] {
  // What the reader says may come again as a finding: one line for each is enough.
  const said = new Set(diagnostics.map((it) => it.message));
  return notesOf([...diagnostics, ...byImportance([...findings.filter((it) => !it.canTell || !said.has(it.message)), ...beside])]);
}

/** The day here, as it stands on the wall. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
