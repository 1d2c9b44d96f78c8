import { toBeExposedOnlyOn } from '../../../src/testing/matchers/exposure';
import type { ContainerPart, HostPart } from '../../analysis/topologies';
import { topologyOf } from '../../analysis/topologies';
import { shown } from './outcome-text';

const NET = { id: 'shop/net', subnets: [{ cidr: '10.80.0.0/24' }] };

function publishing(
  publish: ContainerPart['publish'],
  host: Partial<HostPart> = {},
  container: Partial<ContainerPart> = {},
) {
  return topologyOf({
    hosts: [{ id: 'local', engineVersion: '28.5', ...host }],
    networks: [NET],
    containers: [
      { id: 'shop/web', attachments: [{ network: NET.id }], publish, ...container },
      { id: 'shop/side', mode: 'container', modeContainer: 'shop/web' },
    ],
  });
}

const tcp = { protocol: 'tcp' } as const;
const LOCAL = publishing([{ containerPort: 80, hostPort: 8080, hostIp: '127.0.0.1', ...tcp }]);
const OPEN = publishing([{ containerPort: 80, hostPort: 8080, ...tcp }]);

test.each([
  [LOCAL, ['127.0.0.1:8080']],
  [LOCAL, ['127.0.0.1:8080/tcp']],
  [OPEN, ['8080']],
  [OPEN, ['0.0.0.0:8080', '[::]:8080']],
  [publishing([]), []],
  [publishing([{ containerPort: 53, protocol: 'udp', hostIp: '::1' }]), ['[::1]:ephemeral/udp']],
])('passes where exactly these are open, row %#', (topology, sockets) => {
  expect(toBeExposedOnlyOn(topology, 'web', sockets).pass).toBe(true);
});

test('a port that is published for a shared network stack opens both', () => {
  expect(toBeExposedOnlyOn(LOCAL, 'side', ['127.0.0.1:8080']).pass).toBe(true);
  expect(toBeExposedOnlyOn(LOCAL, 'side', []).pass).toBe(false);
});

test('says what is open, and for whom', () => {
  expect(shown(toBeExposedOnlyOn(OPEN, 'shop/web', ['127.0.0.1:8080']))).toEqual({
    pass: false,
    text: [
      'expected shop/web to be exposed only on 127.0.0.1:8080, but',
      '  it is open on 0.0.0.0:8080 for its host, containers of other networks, the LAN and maybe for the outside (the addresses of the host are not declared)',
      '  it is open on [::]:8080 for its host, containers of other networks, the LAN and maybe for the outside (the addresses of the host are not declared)',
      '  it is not open on 127.0.0.1:8080; the nearest: 0.0.0.0:8080, [::]:8080',
    ].join('\n'),
  });
});

test('says which is not open, and which are nearest', () => {
  expect(shown(toBeExposedOnlyOn(LOCAL, 'web', ['127.0.0.1:8080', '9090'])).text).toBe(
    [
      'expected shop/web to be exposed only on 127.0.0.1:8080, 9090, but',
      '  it is not open on 9090; the nearest: 127.0.0.1:8080',
    ].join('\n'),
  );
});

test('says that nothing is wrong where something was to be', () => {
  expect(shown(toBeExposedOnlyOn(LOCAL, 'web', ['127.0.0.1:8080'])).text).toBe(
    'expected shop/web to be exposed on more or on less, but it is exposed only on 127.0.0.1:8080',
  );
});

test('an engine that leaves the address of the container open exposes it there', () => {
  const old = publishing([{ containerPort: 80, hostPort: 8080, hostIp: '127.0.0.1', ...tcp }], {
    engineVersion: '20.10.24',
  });
  const { pass, text } = shown(toBeExposedOnlyOn(old, 'web', ['127.0.0.1:8080']));
  expect(pass).toBe(false);
  expect(text).toContain('it is open on a dynamic IPv4 address:80 for its host, the LAN');
});

test('fails either way where only Terraform knows more', () => {
  const partly = publishing([], {}, { unknown: ['publish'] });
  expect(shown(toBeExposedOnlyOn(partly, 'web', []))).toEqual({
    pass: 'unsure',
    text: 'only Terraform knows some ports of shop/web, so that it may be exposed on more',
  });
});

test.each([
  ['wob', ['8080'], 'PLACE_UNKNOWN'],
  ['host', ['8080'], 'PLACE_UNKNOWN'],
  ['web', ['0'], 'PORT_MALFORMED'],
  ['web', ['65536'], 'PORT_MALFORMED'],
  ['web', ['localhost:80'], 'PORT_MALFORMED'],
  ['web', ['127.0.0.1:8080:80'], 'PORT_MALFORMED'],
  ['web', ['127.0.0.999:80'], 'ADDRESS_MALFORMED'],
  ['web', ['80/http'], 'PROP_CHOICE'],
  ['web', [8080], 'PROP_TYPE'],
  ['web', [''], 'PROP_EMPTY'],
  ['web', '8080', 'PROP_TYPE'],
])('rejects %s on %j', (container, sockets, code) => {
  expect(() => toBeExposedOnlyOn(LOCAL, container, sockets as string[])).toThrow(code);
});
