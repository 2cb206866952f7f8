/** Who may import whom (ARCHITECTURE.md). scripts/import-rules.test.ts proves that each rule fires. */
const test = '\\.test\\.tsx?$|/test-support/|^server/src/crash/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'engine-imports-nothing-of-ours', severity: 'error', from: { path: '^engine/' }, to: { path: '^(knowledge|contracts|server|web)/' } },
    { name: 'engine-cannot-see-node', severity: 'error', from: { path: '^engine/', pathNot: test }, to: { dependencyTypes: ['core'] } },
    { name: 'knowledge-imports-engine-types-only', severity: 'error', from: { path: '^knowledge/', pathNot: test }, to: { path: '^engine/', pathNot: '^engine/knowledge/types\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'knowledge-imports-nothing-else-of-ours', severity: 'error', from: { path: '^knowledge/' }, to: { path: '^(contracts|server|web)/' } },
    { name: 'knowledge-reads-files-with-yaml-and-zod', severity: 'error', from: { path: '^knowledge/', pathNot: test }, to: { path: 'node_modules/', pathNot: 'node_modules/(yaml|zod)/' } },
    { name: 'contracts-import-zod-only', severity: 'error', from: { path: '^contracts/', pathNot: test }, to: { pathNot: '^contracts/|node_modules/zod/' } },
    { name: 'server-does-not-see-web', severity: 'error', from: { path: '^server/' }, to: { path: '^web/' } },
    { name: 'web-sees-contract-types-only', severity: 'error', from: { path: '^web/src/', pathNot: test }, to: { path: '^contracts/', dependencyTypesNot: ['type-only'] } },
    { name: 'web-sees-named-engine-entries-only', severity: 'error', from: { path: '^web/src/', pathNot: test }, to: { path: '^engine/', pathNot: '^engine/gap/what-if\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'web-does-not-see-server-or-knowledge', severity: 'error', from: { path: '^web/' }, to: { path: '^(server|knowledge)/' } },
    { name: 'no-zod-in-web', severity: 'error', from: { path: '^web/src/' }, to: { path: 'node_modules/zod/' } },
    { name: 'server-features-meet-at-index', severity: 'error', from: { path: '^server/src/features/([^/]+)/', pathNot: test }, to: { path: '^server/src/features/([^/]+)/', pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'] } },
    { name: 'web-features-never-meet', severity: 'error', from: { path: '^web/src/features/([^/]+)/' }, to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' } },
    { name: 'server-platform-knows-no-feature', severity: 'error', from: { path: '^server/src/platform/', pathNot: test }, to: { path: '^server/src/(features|app|commands)' } },
    { name: 'web-ui-and-lib-know-no-feature', severity: 'error', from: { path: '^web/src/(ui|lib)/' }, to: { path: '^web/src/(features|app)/' } },
    { name: 'web-features-do-not-see-app', severity: 'error', from: { path: '^web/src/features/', pathNot: test }, to: { path: '^web/src/app/' } },
    { name: 'only-declared-packages', severity: 'error', from: { pathNot: '^(e2e|bench|scripts)/|vitest|' + test }, to: { pathNot: '^(engine|knowledge|contracts)/', dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] } },
    { name: 'no-dev-packages-at-run-time', severity: 'error', from: { path: '^(engine|knowledge|contracts|server/src|web/src)/', pathNot: test + '|vitest' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' } },
    { name: 'tests-are-not-imported', severity: 'error', from: { pathNot: test + '|^e2e/|vitest' }, to: { path: test } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|\\.cairn/' },
    tsPreCompilationDeps: 'specify',
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'] },
  },
};
