/** Lint rules: correctness everywhere, purity in engine/, and sizes that keep a file readable. */
import tseslint from 'typescript-eslint';

const TIME = 'Time comes in with the command.';
const HOST = 'Depends on the machine it runs on.';

const purity = {
  'no-restricted-properties': ['error',
    { object: 'Date', property: 'now', message: TIME },
    { object: 'Math', property: 'random', message: 'Chance comes in with the command or from a seed.' },
  ],
  'no-restricted-globals': ['error',
    ...['process', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'crypto', 'Intl', 'WeakRef', 'FinalizationRegistry']
      .map((name) => ({ name, message: HOST })),
  ],
  'no-restricted-syntax': ['error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
    { selector: "CallExpression[callee.name='Date']", message: TIME },
    { selector: 'MemberExpression[property.name=/^(toLocale.*|localeCompare|getTimezoneOffset)$/]', message: HOST },
    { selector: 'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/]', message: 'Local time; use the calendar or the UTC methods.' },
  ],
};

const sizes = (lines, functionLines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: functionLines, skipBlankLines: true, skipComments: true, IIFEs: false }],
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'data/**', '**/*.generated.*', 'test/fixtures/**'] },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      ...sizes(250, 50),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    },
  },
  { files: ['engine/**/*.ts'], rules: purity },
  // It turns a zone's name into data where a calendar is read; an import rule keeps it out of workflows.
  { files: ['engine/calendar/zone.ts'], rules: { 'no-restricted-globals': 'off' } },
  // A component is markup and a test file is a list: both read well at lengths that logic does not.
  { files: ['**/*.tsx'], rules: sizes(300, 120) },
  { files: ['test/**'], rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true }], 'max-lines-per-function': 'off' } },
  // Command-line programs speak through the console.
  { files: ['bench/**', 'scripts/**', 'bin/**'], rules: { 'no-console': 'off' } },
);
