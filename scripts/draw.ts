/** Draws BPMN files that have no diagram, in place: `node dist/scripts/draw.js [--redraw] FILE…`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { layoutDefinitions } from '../engine/bpmn/layout.js';

const redraw = process.argv.includes('--redraw');
const files = process.argv.slice(2).filter((argument) => argument !== '--redraw');
if (files.length === 0) {
  process.stderr.write('usage: draw [--redraw] FILE…\n');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    writeFileSync(file, await layoutDefinitions(readFileSync(file, 'utf8'), { redraw }));
    process.stdout.write(`${file}\n`);
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
