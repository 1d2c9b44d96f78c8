import { setupVitest } from 'portolan/testing/vitest';
import { MATCHERS } from '../../src/testing/matchers/matchers';
import { clashingStack, topologyFrom } from '../support/topologies';

/** What was given to `extend`; vitest itself is tried with the packed package. */
type Extend = Parameters<typeof setupVitest>[0]['extend'];
type Extensions = Parameters<Extend>[0];

function extensions(): Extensions {
  let given: Extensions = {};
  setupVitest({
    extend: (matchers) => {
      given = matchers;
    },
  });
  return given;
}

test('adds every matcher', () => {
  expect(Object.keys(extensions())).toEqual(Object.keys(MATCHERS));
});

test('gives pass and message as vitest takes them', () => {
  const topology = topologyFrom(clashingStack('shop', 8080));
  const result = extensions()['toHaveFinding']?.call({ isNot: false }, topology, 'HOST_PORT_TAKEN');
  expect(result).toMatchObject({ pass: true });
});

test.each([true, false])('what nobody knows fails where isNot is %s', (isNot) => {
  const result = extensions()['toHaveNoFindings']?.call({ isNot }, 'shop');
  expect(result).toMatchObject({ pass: isNot });
});
