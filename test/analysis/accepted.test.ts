import { checkTopology, findFindings } from '../../src/analysis/check';
import type { Acceptance } from '../../src/topology/topology';
import { portClash, quietContainer, quietNetwork, topologyFrom } from '../support/topologies';

const CLASH: Acceptance = { code: 'HOST_PORT_TAKEN', at: 'shop/two', reason: 'one at a time' };

const fieldsWith = (accepted: readonly Acceptance[]): object => ({
  networks: [quietNetwork('shop/net')],
  containers: portClash('shop', 80),
  accepted,
});

function check(
  accepted: readonly Acceptance[],
  fields: object = {},
): ReturnType<typeof checkTopology> {
  return checkTopology(topologyFrom({ ...fieldsWith(accepted), ...fields }));
}

test('an accepted finding is no finding, and keeps its reason', () => {
  const { findings, accepted } = check([CLASH]);
  expect(findings).toEqual([]);
  expect(accepted).toEqual([
    expect.objectContaining({ ...CLASH, level: 'error', problem: expect.any(String) }),
  ]);
});

test.each<[string, Partial<Acceptance>]>([
  ['another code', { code: 'NAME_SHARED' }],
  ['another place', { at: 'shop/one' }],
])('%s accepts nothing', (_, fields) => {
  const { findings, accepted } = check([{ ...CLASH, ...fields }]);
  expect(findings.map(({ code }) => code)).toEqual(['HOST_PORT_TAKEN', 'ACCEPTED_FINDING_ABSENT']);
  expect(accepted).toEqual([]);
});

test('an acceptance in vain is a note', () => {
  const containers = [quietContainer('shop/web')];
  const acceptance = { ...CLASH, at: 'shop/web' };
  expect(check([acceptance], { containers }).findings).toEqual([
    {
      code: 'ACCEPTED_FINDING_ABSENT',
      level: 'note',
      at: 'shop/web',
      problem: "HOST_PORT_TAKEN is accepted here ('one at a time') and does not occur",
      fix: 'remove the acceptFinding',
    },
  ]);
});

test('it is not noted where only Terraform knows a value', () => {
  const containers = [quietContainer('shop/web', { unknown: ['publish'] })];
  expect(check([{ ...CLASH, at: 'shop/web' }], { containers }).findings).toEqual([]);
});

test('findFindings leaves out what is accepted', () => {
  expect(findFindings(topologyFrom(fieldsWith([CLASH])))).toEqual([]);
});
