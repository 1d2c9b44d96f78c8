import { attachmentSettingIgnored } from '../../src/analysis/rules/attachment-setting-ignored';
import { messages, places } from './topologies';

const networks = [{ id: 'shop/back' }];
const IFNAME = 'com.docker.network.endpoint.ifname';
const SYSCTLS = 'com.docker.network.endpoint.sysctls';

const mac = { macAddress: '02:42:ac:1b:00:0a' };
const priority = { gatewayPriority: 1 };
const ifname = { driverOptions: { [IFNAME]: 'lan0' } };
const sysctls = { driverOptions: { [SYSCTLS]: 'net.ipv4.conf.IFNAME.log_martians=1' } };

test.each([
  ['24.0.9', mac, true],
  ['25.0', mac, false],
  ['26.1.5', sysctls, true],
  ['27.0', sysctls, false],
  ['27.5', priority, true],
  ['28.0', priority, false],
  ['27.5', { gatewayPriority: 0 }, false],
  ['27.5', { gatewayPriority: -1 }, true],
  ['27.5', ifname, true],
  ['28.0', ifname, false],
  [undefined, ifname, true],
  ['20.10', { driverOptions: { 'com.example.other': '1' } }, false],
])('engine %s with %j ignores it: %s', (engineVersion, setting, isFound) => {
  const hosts = [{ id: 'local', engineVersion }];
  const containers = [{ id: 'shop/web', attachments: [{ network: 'shop/back', ...setting }] }];
  expect(places(attachmentSettingIgnored, { hosts, networks, containers })).toEqual(
    isFound ? ['shop/web'] : [],
  );
});

test('names each setting and its version', () => {
  const hosts = [{ id: 'local', engineVersion: '20.10.24' }];
  const attachments = [{ network: 'shop/back', ...mac, ...priority }];
  const containers = [{ id: 'shop/web', attachments }];
  const rest =
    'older ones ignore it, and host local has engine 20.10.24; use a newer engine, say engineVersion of the DockerHost when it is that new, or drop the setting [ATTACHMENT_SETTING_IGNORED]';
  expect(messages(attachmentSettingIgnored, { hosts, networks, containers })).toEqual([
    `shop/web: gatewayPriority 1 in shop/back needs engine 28, ${rest}`,
    `shop/web: macAddress 02:42:ac:1b:00:0a in shop/back needs engine 25, ${rest}`,
  ]);
});

test('goes by the engine of the container, not of another host', () => {
  const hosts = [
    { id: 'local', engineVersion: '20.10' },
    { id: 'nas', engineVersion: '28.5' },
  ];
  const attachments = [{ network: 'shop/back', ...priority }];
  const containers = [{ id: 'shop/web', host: 'nas', attachments }];
  const parts = { hosts, networks: [{ id: 'shop/back', host: 'nas' }], containers };
  expect(places(attachmentSettingIgnored, parts)).toEqual([]);
});
