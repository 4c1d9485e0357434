/** Asks the worker after each pause in drawing; answers to older questions are dropped. */
import { notesOf, type Note, type Question, type Report } from './messages.js';
import type { Language } from '../i18n/translate.js';

const PAUSE_MS = 400;

export interface Checker { ask(readXml: () => Promise<string>): void; stop(): void }

export function createChecker(language: Language, file: string, answer: (notes: Note[]) => void): Checker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    if (data.id !== last) return;
    // What the reader says may come again as a finding: one line for each is enough.
    const said = new Set(data.diagnostics.map((it) => it.message));
    answer(notesOf([...data.diagnostics, ...data.findings.filter((it) => !it.canTell || !said.has(it.message))]));
  };
  return {
    ask(readXml) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last += 1;
        const id = last;
        void readXml().then((xml) => worker.postMessage({ id, xml, file, language } satisfies Question));
      }, PAUSE_MS);
    },
    stop() { clearTimeout(timer); worker.terminate(); },
  };
}
