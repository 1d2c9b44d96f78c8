import { BridgeNetwork } from 'portolan';
import { toHaveFinding, toHaveNoFindings } from '../../../src/testing/matchers/findings';
import { shop } from '../../support/synth';
import { clashingStack, topologyFrom } from '../../support/topologies';
import { shown } from './outcome-text';

const CLASHING = topologyFrom(clashingStack('shop', 8080));
const QUIET = topologyFrom({});

const CLASH =
  "  shop/two: publish '8080:80' takes a host port that shop/one publishes with '8080:80'; " +
  'publish one of them on another port or another host address [HOST_PORT_TAKEN]';

describe('toHaveNoFindings', () => {
  test('looks at a topology', () => {
    expect(toHaveNoFindings(QUIET).pass).toBe(true);
    expect(shown(toHaveNoFindings(CLASHING))).toEqual({
      pass: false,
      text: `expected no findings in the topology, but there are:\n${CLASH}`,
    });
  });

  test.each([['shop'], [{ version: 1 }], [{ version: 2, hosts: [] }], [null], [undefined]])(
    'fails either way for %j',
    (received) => {
      const { pass, text } = shown(toHaveNoFindings(received));
      expect(pass).toBe('unsure');
      expect(text).toContain('expected a DockerStack or a topology, not ');
    },
  );
});

describe('toHaveFinding', () => {
  test.each([[undefined], ['shop/two'], ['two']])('finds it at %s', (at) => {
    const { pass, text } = shown(toHaveFinding(CLASHING, 'HOST_PORT_TAKEN', at));
    const place = at === undefined ? '' : ` at ${at}`;
    expect(pass).toBe(true);
    expect(text).toBe(
      `expected the topology not to have HOST_PORT_TAKEN${place}, but it has:\n${CLASH}`,
    );
  });

  test('looks at a stack', () => {
    const stack = shop();
    new BridgeNetwork(stack, 'front', { subnets: [{ cidr: '172.27.0.0/16' }] });
    new BridgeNetwork(stack, 'back', { subnets: [{ cidr: '172.27.1.0/24' }] });
    expect(toHaveFinding(stack, 'SUBNET_OVERLAP').pass).toBe(true);
    expect(toHaveFinding(stack, 'HOST_PORT_TAKEN').pass).toBe(false);
  });

  test('shows the nearest findings: the same elsewhere first', () => {
    expect(shown(toHaveFinding(CLASHING, 'HOST_PORT_TAKEN', 'shop/one'))).toEqual({
      pass: false,
      text: `expected the topology to have HOST_PORT_TAKEN at shop/one, but it has not; the nearest:\n${CLASH}`,
    });
  });

  test('says when there are none', () => {
    expect(shown(toHaveFinding(QUIET, 'HOST_PORT_TAKEN')).text).toBe(
      'expected the topology to have HOST_PORT_TAKEN, but it has not; there are no findings at all',
    );
  });

  test('rejects a code that no finding has, with the nearest one', () => {
    expect(() => toHaveFinding(QUIET, 'HOST_PORT_TOKEN')).toThrow(
      "toHaveFinding: no finding has the code 'HOST_PORT_TOKEN'; did you mean 'HOST_PORT_TAKEN'? [FINDING_CODE_UNKNOWN]",
    );
  });
});
