/** Reads and checks a drawing off the main thread; the same code that publishes and that the command line runs. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { check } from '../../engine/check.js';
import type { Question, Report } from './messages.js';

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const model = await readBpmn(data.xml, data.file);
  const findings = await check([model], { language: data.language });
  const report: Report = { id: data.id, diagnostics: model.diagnostics, findings };
  self.postMessage(report);
};
