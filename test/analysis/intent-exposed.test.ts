import { intentExposed } from '../../src/analysis/rules/intent-exposed';
import { notExposed, shopWith } from './intents';
import { inNetworks, messages, type ContainerPart, type HostPart } from './topologies';

const tcp = { protocol: 'tcp' } as const;

function published(hostIp?: string): ContainerPart {
  const publish = [{ containerPort: 80, hostPort: 8080, ...tcp, ...(hostIp && { hostIp }) }];
  return { id: 'shop/web', publish, ...inNetworks('shop/front') };
}

const LAN = { id: 'shop/lan', driver: 'macvlan', options: { parent: 'eth0' } };

test.each<[string, ContainerPart[], number?]>([
  ['nothing published', []],
  ['a port for loopback alone', [published('127.0.0.1')]],
  ['another port', [published()], 443],
])('is content with %s', (_, containers, ...[port]) => {
  expect(messages(intentExposed, shopWith([notExposed('shop/web', port)], containers))).toEqual([]);
});

test.each<[string, ContainerPart[], string, Partial<HostPart>?]>([
  ['a published port', [published()], 'open on 0.0.0.0:8080/tcp and [::]:8080/tcp; publish on'],
  ['one address', [published('192.168.1.5')], 'open on 192.168.1.5:8080/tcp; publish on 127.0.0.1'],
  [
    'the network of the host',
    [{ id: 'shop/web', mode: 'host', listens: [{ port: 80, ...tcp }] }],
    'put it into a bridge network instead of host mode',
  ],
  [
    'an address on the LAN',
    [{ id: 'shop/web', listens: [{ port: 80, ...tcp }], ...inNetworks('shop/lan') }],
    'open on its address in shop/lan:80/tcp; put it into a bridge network instead of one on the LAN',
  ],
  [
    'an old engine',
    [published('127.0.0.1')],
    'open on its address in shop/front:80/tcp; let it listen on a network that is internal',
    { engineVersion: '20.10.24' },
  ],
  [
    'the owner of its network stack',
    [published(), { id: 'shop/side', mode: 'container', modeContainer: 'shop/web' }],
    'open on 0.0.0.0:8080/tcp',
  ],
])('finds %s', (_, containers, text, ...[host]) => {
  const who = containers.at(-1)?.id ?? '';
  const parts = shopWith([notExposed(who)], containers, host);
  const networks = [...(parts.networks ?? []), LAN];
  const found = messages(intentExposed, { ...parts, networks });
  expect(found).toEqual([expect.stringContaining(text)]);
});

test('says whose intent it is', () => {
  expect(messages(intentExposed, shopWith([notExposed('shop/web', 80)], [published()]))).toEqual([
    'shop/web: stack shop means that shop/web:80/tcp is not exposed, and it is open on ' +
      '0.0.0.0:8080/tcp and [::]:8080/tcp; publish on 127.0.0.1, or not at all [INTENT_EXPOSED]',
  ]);
});
