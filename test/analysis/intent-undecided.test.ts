import { intentUndecided } from '../../src/analysis/rules/intent-undecided';
import type { Intent } from '../../src/topology/intent';
import { neverReaches, notExposed, onlyReachedBy, reaches, shopWith } from './intents';
import { inNetworks, messages, places, type ContainerPart, type HostPart } from './topologies';

const ROOTLESS: Partial<HostPart> = { kind: 'rootless' };
const NO_VERSION: Partial<HostPart> = { engineVersion: undefined };
const APP: ContainerPart = { id: 'shop/app', ...inNetworks('shop/front', 'shop/back') };
const PARTLY: ContainerPart = {
  id: 'shop/web',
  unknown: ['publish'],
  ...inNetworks('shop/front'),
};

test.each<[string, Intent, ContainerPart[], Partial<HostPart>?]>([
  ['what holds', reaches('shop/app', 'shop/db'), [APP]],
  ['what does not hold', reaches('shop/web', 'shop/db'), []],
  ['what does not depend on the version', reaches('shop/app', 'shop/db'), [APP], NO_VERSION],
])('is silent about %s', (_, intent, containers, ...[host]) => {
  expect(messages(intentUndecided, shopWith([intent], containers, host))).toEqual([]);
});

test.each<[string, Intent, ContainerPart[], string, Partial<HostPart>?]>([
  ['an end elsewhere', reaches('shop/web', 'blog/db'), [], 'blog/db is not in the topology'],
  ['a host elsewhere', neverReaches('lan:nas', 'shop/db'), [], 'lan:nas is not in the topology'],
  ['one who may', onlyReachedBy('shop/db', ['blog/a']), [], 'blog/a is not in the topology'],
  ['an engine of another kind', reaches('shop/app', 'shop/db'), [APP], 'rootless', ROOTLESS],
  ['the same for never', neverReaches('shop/app', 'shop/db'), [APP], 'rootless', ROOTLESS],
  ['the same for only', onlyReachedBy('shop/db', []), [APP], 'rootless', ROOTLESS],
  ['ports that only Terraform knows', notExposed('shop/web'), [PARTLY], 'only Terraform knows'],
])('finds %s', (_, intent, containers, text, ...[host]) => {
  expect(messages(intentUndecided, shopWith([intent], containers, host))).toEqual([
    expect.stringContaining(text),
  ]);
});

test('an engine version that decides and is not given', () => {
  const publish = [
    { containerPort: 80, hostPort: 8080, hostIp: '127.0.0.1', protocol: 'tcp' as const },
  ];
  const web: ContainerPart = { id: 'shop/web', publish, ...inNetworks('shop/front') };
  const intents = [neverReaches('lan:local', 'shop/web', 80), notExposed('shop/web')];
  expect(places(intentUndecided, shopWith(intents, [web], NO_VERSION))).toEqual([
    'shop/web',
    'shop/web',
  ]);
});

test('says whose intent it is, and what to do', () => {
  expect(messages(intentUndecided, shopWith([reaches('shop/web', 'blog/db')]))).toEqual([
    'shop/web: stack shop means that shop/web reaches blog/db, which is not known: blog/db is not in ' +
      'the topology; check all stacks together, as synth does [INTENT_UNDECIDED]',
  ]);
});
