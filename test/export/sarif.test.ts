import { z } from 'zod';
import { checkTopology } from '../../src/analysis/check';
import type { CheckReport } from '../../src/export/check-report';
import { renderSarif } from '../../src/export/sarif';
import { portClash, quietNetwork, topologyFrom } from '../support/topologies';

/** Everything of the SARIF 2.1.0 schema that we write, with what it requires, and nothing else. */
const message = z.strictObject({ text: z.string().min(1), markdown: z.string().min(1).optional() });
const level = z.enum(['none', 'note', 'warning', 'error']);
const uri = z
  .string()
  .refine((text) => URL.canParse(text, 'file:///root/') && !/[\s\\]/.test(text));
const location = z.strictObject({
  physicalLocation: z
    .strictObject({
      artifactLocation: z.strictObject({ uri, uriBaseId: z.string().optional() }),
      region: z
        .strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1).optional() })
        .optional(),
    })
    .optional(),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })),
});
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              help: message.optional(),
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z.array(location),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                justification: z.string().optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

type Log = z.infer<typeof sarif>;

const topology = topologyFrom({
  networks: [quietNetwork('a/net'), quietNetwork('b/net')],
  containers: [...portClash('a', 80), ...portClash('b', 81)],
  accepted: [
    { code: 'HOST_PORT_TAKEN', at: 'a/two', reason: 'one at a time' },
    { code: 'NAME_SHARED', at: 'a/one', reason: 'on purpose' },
  ],
});

function logOf(fields: Partial<CheckReport> = {}): Log {
  const report: CheckReport = {
    topology,
    ...checkTopology(topology),
    files: new Map(topology.containers.map(({ id }) => [id, 'cdktf.out/stacks/a b/topology.json'])),
    lines: new Map([['b/two', { file: 'src/main.ts', line: 14, column: 3 }]]),
    ...fields,
  };
  const explain = (code: string): string | undefined =>
    code === 'HOST_PORT_TAKEN' ? '# The page' : undefined;
  return sarif.parse(JSON.parse(renderSarif(report, '1.2.3', explain)));
}

function resultAt(at: string, log: Log = logOf()): Log['runs'][number]['results'][number] {
  const found = log.runs[0]!.results.find(
    ({ locations }) => locations[0]!.logicalLocations[0]!.fullyQualifiedName === at,
  );
  return found!;
}

test('is what the format requires, also without findings', () => {
  expect(logOf({ findings: [], accepted: [] }).runs[0]).toMatchObject({
    tool: { driver: { name: 'Portolan', semanticVersion: '1.2.3', rules: [] } },
    results: [],
  });
});

test('describes each rule that found something once, with its page', () => {
  const { rules } = logOf().runs[0]!.tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))].sort());
  expect(rules.find(({ id }) => id === 'HOST_PORT_TAKEN')).toEqual({
    id: 'HOST_PORT_TAKEN',
    shortDescription: { text: expect.any(String) },
    help: { text: '# The page', markdown: '# The page' },
    defaultConfiguration: { level: 'error' },
  });
});

test('describes an acceptance in vain', () => {
  expect(resultAt('a/one')).toMatchObject({ ruleId: 'ACCEPTED_FINDING_ABSENT', level: 'note' });
});

test('every result points at its rule', () => {
  const [run] = logOf().runs;
  for (const { ruleId, ruleIndex } of run!.results) {
    expect(run!.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  }
});

test('a result lies where the construct is made', () => {
  expect(resultAt('b/two').locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'src/main.ts', uriBaseId: '%SRCROOT%' },
    region: { startLine: 14, startColumn: 3 },
  });
});

test('a result lies in the source where that is not known', () => {
  expect(resultAt('a/two').locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'cdktf.out/stacks/a%20b/topology.json', uriBaseId: '%SRCROOT%' },
  });
});

test.each([
  ['/tmp/a#b.json', 'file:///tmp/a%23b.json'],
  ['C:\\plans\\a.json', 'file:///C:/plans/a.json'],
])('an absolute path %s is a URI of its own', (file, wanted) => {
  const lines = new Map([['b/two', { file, line: 1, column: 1 }]]);
  const place = resultAt('b/two', logOf({ lines })).locations[0]!.physicalLocation;
  expect(place!.artifactLocation).toEqual({ uri: wanted });
});

test('what is accepted is suppressed, not left out', () => {
  expect(resultAt('a/two')).toMatchObject({
    ruleId: 'HOST_PORT_TAKEN',
    suppressions: [{ kind: 'inSource', justification: 'one at a time' }],
  });
});

test('what is not accepted is not suppressed', () => {
  expect(resultAt('b/two').suppressions).toBeUndefined();
});

test('fingerprints tell results apart', () => {
  const prints = logOf().runs[0]!.results.map((each) => each.partialFingerprints['portolan/v1']);
  expect(new Set(prints).size).toBe(prints.length);
});
