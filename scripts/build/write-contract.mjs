/** Writes the exported types of server/contract.ts as one JSON Schema to the file that is named. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from '../setup/places.mjs';

const options = { path: join(root, 'server', 'contract.ts'), tsconfig: join(root, 'tsconfig.json'), type: '*', expose: 'export', jsDoc: 'extended', skipTypeCheck: true, additionalProperties: false };
writeFileSync(process.argv[2], JSON.stringify(createGenerator(options).createSchema('*')));
