/** Who may import whom. The direction in one line: resolver → use case → domain, entity or platform. */
const subgraph = '^subgraphs/([^/]+)/';
const test = '(\\.test\\.ts$|/tests/|/testing/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea in two places.',
      from: { pathNot: test },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-other-subgraph',
      severity: 'error',
      comment: 'Subgraphs meet in the graph and in schema/events.ts, nowhere else.',
      from: { path: subgraph },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      severity: 'error',
      comment: 'The gateway knows the supergraph. Its tests start everything.',
      from: { path: '^gateway/', pathNot: test },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      comment: 'Another product could use platform/ as it is.',
      from: { path: '^platform/', pathNot: test },
      to: { path: '^(subgraphs|gateway|schema|worker|scripts|examples)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Rules are functions of their arguments: no database, no clock, no Node. What computes dates may be taken from a library.',
      from: { path: '^subgraphs/[^/]+/domain/', pathNot: test },
      to: {
        pathNot: ['^subgraphs/[^/]+/domain/', '^platform/result\\.ts$', '^node_modules/rrule-temporal/'],
      },
    },
    {
      name: 'entities-know-domain-only',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '^subgraphs/', pathNot: ['/domain/', '\\.entity\\.ts$'] },
    },
    {
      name: 'graphql-types-know-no-use-case',
      severity: 'error',
      comment: 'Object types are shapes; what fills them comes from resolvers.',
      from: { path: '\\.graphql\\.ts$' },
      to: {
        path: '^subgraphs/',
        pathNot: ['/domain/', '\\.graphql\\.ts$', '\\.entity\\.ts$', '/find-slots\\.ts$'],
      },
    },
    {
      name: 'use-cases-know-no-resolver',
      severity: 'error',
      from: { path: subgraph, pathNot: ['\\.resolver\\.ts$', '/schema\\.ts$', test] },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'loaders-know-no-use-case',
      severity: 'error',
      from: { path: '\\.loaders\\.ts$' },
      to: {
        path: '^subgraphs/',
        pathNot: [
          '\\.entity\\.ts$',
          '\\.loaders\\.ts$',
          '/tables\\.ts$',
          '/visible-bookings\\.ts$',
          '/read-booking-events\\.ts$',
        ],
      },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { pathNot: [test, '^scripts/test-services/', '^bench/'] },
      to: { path: test },
    },
    {
      name: 'no-development-dependencies-in-the-product',
      severity: 'error',
      from: {
        path: '^(platform|subgraphs|gateway|worker|standalone)',
        pathNot: [test, '^gateway/playground/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    // `#platform/…` means dist/ at run time: here it has to mean the sources.
    tsConfig: { fileName: '.dependency-cruiser.tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
