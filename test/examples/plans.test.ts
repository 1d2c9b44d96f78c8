import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFindings, parseTopology } from 'portolan/topology';
import { exampleNames, synthExamples, type ExampleStack } from '../../scripts/examples';
import { findMisfits } from '../support/plan-types';
import type { Plan } from '../support/synth';

const names = exampleNames();
const outdir = mkdtempSync(join(tmpdir(), 'portolan-examples-'));
let stacks: readonly ExampleStack[] = [];

beforeAll(async () => {
  stacks = await synthExamples(outdir);
}, 120_000);

afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
});

function stacksOf(example: string): readonly ExampleStack[] {
  const found = stacks.filter((each) => each.example === example);
  expect(found).not.toEqual([]);
  return found;
}

function planOf({ folder }: ExampleStack): Plan {
  return JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as Plan;
}

test.each(names)(
  'the plan of %s has what the bindings of the provider have, in their types',
  (name) => {
    for (const stack of stacksOf(name)) expect(findMisfits(planOf(stack))).toEqual([]);
  },
);

test.each(names)('%s is without errors and warnings', (name) => {
  for (const { folder } of stacksOf(name)) {
    const file = join(folder, 'topology.json');
    const found = findFindings(parseTopology(readFileSync(file, 'utf8'), file));
    expect(found.filter(({ level }) => level !== 'note')).toEqual([]);
  }
});

/**
 * What decides whether Terraform replaces a container that an earlier release has deployed. Where the
 * snapshot changes and its example does not, a release would replace users' containers.
 */
test('logical ids and hashes are those of the first release', () => {
  const kept = Object.fromEntries(
    stacks.map((stack) => [stack.stack, identitiesOf(planOf(stack))]),
  );
  expect(kept).toMatchSnapshot();
});

function identitiesOf({ resource }: Plan): Record<string, string> {
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, blocks = {}]) =>
      Object.entries(blocks).map(([id, block]) => [`${type}.${id}`, hashOf(block['labels'])]),
    ),
  );
}

function hashOf(labels: unknown): string {
  if (!Array.isArray(labels)) return '';
  const found = (labels as { label: string; value: string }[]).find(
    ({ label }) => label === 'portolan.recreate',
  );
  return found?.value ?? '';
}
