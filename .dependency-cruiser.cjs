/** The layers of docs/guide/concepts.md, as rules. Each layer may use those before it. */
const LAYERS = [
  ['errors', '^src/(errors|expect|defined)\\.ts$'],
  ['ip', '^src/ip/'],
  ['addresses', '^src/addresses/'],
  ['notation', '^src/notation/'],
  ['topology', '^src/topology/'],
  ['host', '^src/host/'],
  ['sources', '^src/sources/'],
  ['analysis', '^src/analysis/'],
  ['export', '^src/export/'],
];

const PURE =
  '^src/(errors|expect|defined)\\.ts$|^src/(ip|addresses|notation|topology|host|sources|analysis|export)/';

/** The only file of a pure layer that touches the disk: the reader and writer of the lock file. */
const LOCK_FILE = '^src/addresses/lock-file\\.ts$';

/** The only files of the constructs that touch the disk; everything else gets what they read. */
const EDGES =
  '^src/constructs/(read-file|build-context|docker-context|output-files|image|container/files)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...LAYERS.map(([name, path], index) => ({
      name: `layer-${name}`,
      comment: `${name} is below what it would import.`,
      severity: 'error',
      from: { path },
      to: {
        path: '^(src|stacks)/',
        pathNot: LAYERS.slice(0, index + 1).map(([, allowed]) => allowed),
      },
    })),
    {
      name: 'pure-layers-touch-nothing',
      comment:
        'Decide over plain data; read and write at the edge. What path does to text is pure.',
      severity: 'error',
      from: { path: PURE, pathNot: LOCK_FILE },
      to: { dependencyTypes: ['core'], pathNot: '^path$' },
    },
    {
      name: 'cdktf-in-constructs-only',
      comment: 'Only constructs and testing know cdktf; everything else sees the topology.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(constructs|testing)/' },
      to: { path: 'node_modules/(cdktf|constructs|@cdktf)/' },
    },
    {
      name: 'cli-without-constructs',
      comment:
        'Synth writes topology.json and the command line reads it; loading cdktf would slow it down.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(constructs|testing)/' },
    },
    {
      name: 'disk-at-the-edges',
      comment: 'Named edge files read and write; see EDGES.',
      severity: 'error',
      from: { path: '^src/constructs/', pathNot: EDGES },
      to: { path: '^(node:)?(fs|os|child_process)', dependencyTypes: ['core'] },
    },
    {
      name: 'stacks-use-the-package',
      comment: 'A stack is what a user could have written: it imports the package by name.',
      severity: 'error',
      from: { path: '^(stacks|examples)/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(index|topology-entry|(export|host)/index|testing/(index|jest|vitest))\\.ts$',
      },
    },
    {
      name: 'no-undeclared-dependencies',
      comment: 'What is not in package.json is not there for users.',
      severity: 'error',
      from: { path: '^(src|stacks)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['npm-peer'],
      },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'types'] },
  },
};
