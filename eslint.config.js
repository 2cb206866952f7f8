import tseslint from 'typescript-eslint';

/** Flat config replaces a rule in a later matching block, so each zone lists its whole set of restricted syntax. */
const environmentReads = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read in one place: server/src/platform/settings.ts.',
};
const chance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument in engine/.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument in engine/.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is an argument in engine/.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument in engine/.' },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: 'Time is an argument in engine/.' },
  { selector: "MemberExpression[object.name='crypto']", message: 'Chance and ids are arguments in engine/.' },
];
const defaultExports = { selector: 'ExportDefaultDeclaration', message: 'Exports are named.' };
const wordsInPages = [
  { selector: "JSXText[value=/[\\p{L}]{2,}/u]", message: 'Every string of a page goes through i18n.' },
  { selector: "JSXAttribute[name.name=/^(label|placeholder|title|aria-label|alt|description)$/] > Literal[value=/[\\p{L}]{2,}/u]", message: 'Every string of a page goes through i18n.' },
];

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/.cairn/**', '.tmp/**', 'coverage/**'] },
  {
    files: ['**/*.{ts,tsx,js}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'no-promise-executor-return': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // It takes the void of Promise.withResolvers<void>() for a mistake.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', environmentReads, defaultExports],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['engine/**/*.ts'], rules: { 'no-restricted-syntax': ['error', environmentReads, defaultExports, ...chance] } },
  { files: ['engine/**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', environmentReads, defaultExports] } },
  { files: ['web/src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', environmentReads, defaultExports, ...wordsInPages] } },
  { files: ['web/src/**/*.test.tsx'], rules: { 'no-restricted-syntax': ['error', environmentReads, defaultExports] } },
  { files: ['server/src/platform/settings.ts', 'scripts/**', 'bench/**', 'e2e/**'], rules: { 'no-restricted-syntax': ['error', defaultExports] } },
  { files: ['**/*.config.{ts,js}', '**/vitest*.ts'], rules: { 'no-restricted-syntax': ['error', environmentReads] } },
  { files: ['scripts/**', 'bench/**', 'e2e/**', 'server/src/commands/**', 'server/src/cli.ts', 'server/src/platform/**/print*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' } },
);
