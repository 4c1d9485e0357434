/** Document definitions to PDF, with the fonts that come with pdfmake: they have all Vietnamese letters. Nothing else is read, and nothing fetched. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

interface Pdf { getBuffer(): Promise<Buffer> }
interface PdfMaker { setFonts(fonts: unknown): void; setUrlAccessPolicy(allow: () => boolean): void; setLocalAccessPolicy(allow: (path: string) => boolean): void; createPdf(definition: TDocumentDefinitions): Pdf }

const FOLDER = join(dirname(createRequire(fileURLToPath(import.meta.url)).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (name: string): string => join(FOLDER, `Roboto-${name}.ttf`);
/** Upright, and for what is bold. */
export const FONT_FILES: readonly string[] = [font('Regular'), font('Medium')];

function prepared(): PdfMaker {
  const made = pdfmake as unknown as PdfMaker;
  made.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } });
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path.startsWith(FOLDER));
  return made;
}

let maker: PdfMaker | undefined;
export function pdfOf(definition: TDocumentDefinitions): Promise<Buffer> {
  maker ??= prepared();
  return maker.createPdf(definition).getBuffer();
}
