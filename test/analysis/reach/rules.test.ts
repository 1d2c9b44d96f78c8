import type { Parts } from '../topologies';
import { box, bridge, hostWith, letterOf, on, published, rowsOn } from './ground';

/** Rules of the user's own, and ways past the engine's gates that need several of them at once. */
const BASE = {
  networks: [
    bridge('a', 1),
    bridge('b', 2),
    bridge('nomasq', 4, {
      options: { 'com.docker.network.bridge.enable_ip_masquerade': 'false' },
    }),
    bridge('noicc', 5, { options: { 'com.docker.network.bridge.enable_icc': 'false' } }),
    bridge('in', 3, { internal: true }),
  ],
  containers: [
    box('src', ['a']),
    box('web', ['b'], { publish: published('8080:80') }),
    box('plain', ['nomasq']),
    box('q1', ['noicc']),
    box('q2', ['noicc']),
    box('inner', ['in']),
  ],
} satisfies Parts;

function withRules(
  forwardRules: readonly { from?: string; to?: string }[],
  daemon: object = {},
): Parts {
  return { ...BASE, hosts: [hostWith({ daemon, forwardRules: [...forwardRules] })] };
}

describe.each([
  [
    'a rule from a network to everywhere opens internal networks to it',
    withRules([{ from: 'a' }]),
    [['src', 'inner@in', '80', 'ok']],
  ],
  [
    'a rule from everywhere opens internal networks to the LAN on 20.10 alone',
    withRules([{ to: 'in' }]),
    [['routed', 'inner@in', '80', 'ok|T|T|T']],
  ],
  [
    'a rule takes a published port across without the proxy',
    withRules([{ from: 'a', to: 'b' }], { userlandProxy: false }),
    [['src', 'gw:a', '8080', 'ok']],
  ],
  [
    'a rule takes what internal networks send to published ports across',
    withRules([{ from: 'in', to: 'b' }]),
    [['inner', 'gw:in', '8080', 'ok']],
  ],
  [
    'a rule is of no use where replies are dropped',
    withRules([{ from: 'nomasq', to: 'b' }]),
    [
      ['plain', 'gw:nomasq', '8080', 'ok|ok|T|T'],
      ['plain', 'web@b', '80', 'ok|ok|T|T'],
    ],
  ],
  [
    'a rule within a network goes before icc',
    withRules([{ from: 'noicc', to: 'noicc' }]),
    [['q1', 'q2@noicc', '80', 'ok']],
  ],
  [
    'a rule is of no use without forwarding',
    withRules([{ from: 'a', to: 'b' }], { ipForward: false }),
    [['src', 'web@b', '80', 'T']],
  ],
] as const)('%s', (_title, given, rows) => {
  test.each(rowsOn(rows))('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
    expect(letterOf(on(engine, given), from, to, port)).toBe(expected);
  });
});
