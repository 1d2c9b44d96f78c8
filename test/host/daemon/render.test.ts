import { renderDaemonJson, type DaemonConfig } from 'portolan/host';
import { EVERY_SETTING, REFUSED } from './engines';

test('writes sorted keys, values as the file has them, and proxies in their section', () => {
  const config: DaemonConfig = {
    mtu: 1400,
    bip: '172.19.0.1/16',
    icc: false,
    httpProxy: 'http://proxy.example:3128',
    noProxy: 'localhost',
    defaultUlimits: { nofile: { soft: 1024, hard: 4096 } },
    defaultShmSize: 134217728,
    dns: ['10.0.0.54', '10.0.0.53'],
    otherKeys: { 'network-diagnostic-port': 9000 },
  };
  expect(renderDaemonJson(config, '28.5.2')).toBe(`{
  "bip": "172.19.0.1/16",
  "default-shm-size": "134217728",
  "default-ulimits": {
    "nofile": {
      "Hard": 4096,
      "Name": "nofile",
      "Soft": 1024
    }
  },
  "dns": [
    "10.0.0.54",
    "10.0.0.53"
  ],
  "icc": false,
  "mtu": 1400,
  "network-diagnostic-port": 9000,
  "proxies": {
    "http-proxy": "http://proxy.example:3128",
    "no-proxy": "localhost"
  }
}
`);
});

test('gives the same bytes in whatever order the settings are written', () => {
  const forwards = { bip: '172.19.0.1/16', logOpts: { 'max-file': '3', 'max-size': '10m' } };
  const backwards = { logOpts: { 'max-size': '10m', 'max-file': '3' }, bip: '172.19.0.1/16' };
  expect(renderDaemonJson(forwards, '20.10')).toBe(renderDaemonJson(backwards, '20.10'));
});

test('writes an empty object for no settings', () => {
  expect(renderDaemonJson({ mtu: undefined }, '20.10')).toBe('{}\n');
});

test.each(Object.entries(REFUSED))(
  'rejects for engine %s what that engine refuses, and nothing else',
  (version, refused) => {
    const rejected = Object.entries(EVERY_SETTING)
      .filter(([name, value]) => isRejected({ [name]: value }, version))
      .map(([name]) => name);
    expect(rejected).toEqual([...refused].sort());
  },
);

function isRejected(config: DaemonConfig, version: string): boolean {
  try {
    renderDaemonJson(config, version);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'DAEMON_KEY_UNSUPPORTED' });
    return true;
  }
}

test('says which engines have the key', () => {
  expect(() => renderDaemonJson({ allowDirectRouting: true }, '28.0')).toThrow(
    "daemon.json: engine 28.0 does not know 'allow-direct-routing', which engines have from 28.2 on; leave out allowDirectRouting, or name the engine that the file is for [DAEMON_KEY_UNSUPPORTED]",
  );
  expect(() => renderDaemonJson({ oomScoreAdjust: 0 }, '25.0.1')).toThrow('before 25.0');
});

test.each<[string, unknown, string]>([
  ['a network address as bip', { bip: '172.19.0.0/16' }, 'BRIDGE_ADDRESS_UNUSABLE'],
  ['a broadcast address as bip', { bip: '172.19.255.255/16' }, 'BRIDGE_ADDRESS_UNUSABLE'],
  ['a bip without room', { bip: '172.19.0.1/31' }, 'BRIDGE_ADDRESS_UNUSABLE'],
  ['a loopback bip', { bip: '127.1.0.1/16' }, 'BRIDGE_ADDRESS_UNUSABLE'],
  ['a multicast bip', { bip: '224.1.0.1/16' }, 'BRIDGE_ADDRESS_UNUSABLE'],
  ['a bip without a prefix', { bip: '172.19.0.1' }, 'CIDR_MALFORMED'],
  ['an impossible octet', { bip: '172.19.0.256/16' }, 'ADDRESS_MALFORMED'],
  ['an IPv6 bip', { bip: 'fd00::1/64' }, 'ADDRESS_FAMILY'],
  ['an IPv4 fixedCidrV6', { fixedCidrV6: '10.0.0.0/8' }, 'ADDRESS_FAMILY'],
  ['host bits in fixedCidr', { fixedCidr: '172.19.1.1/24' }, 'CIDR_HOST_BITS'],
  ['text as mtu', { mtu: '1400' }, 'PROP_TYPE'],
  ['an mtu that no interface takes', { mtu: 67 }, 'PROP_RANGE'],
  ['a name as name server', { dns: ['resolver.example'] }, 'ADDRESS_MALFORMED'],
  ['text as a list', { dns: '10.0.0.53' }, 'PROP_TYPE'],
  ['a number as log option', { logOpts: { 'max-file': 3 } }, 'PROP_TYPE'],
  ['an unknown firewall', { firewallBackend: 'ufw' }, 'PROP_CHOICE'],
  ['a mark of 33 bits', { bridgeAcceptFwmark: '0x100000000' }, 'DAEMON_VALUE_MALFORMED'],
  ['a label without value', { labels: ['rack'] }, 'DAEMON_VALUE_MALFORMED'],
  ['a relative path', { dataRoot: 'docker' }, 'PATH_NOT_ABSOLUTE'],
  ['a pool without size', { defaultAddressPools: [{ base: '10.0.0.0/8' }] }, 'PROP_TYPE'],
  [
    'a pool of larger nets',
    { defaultAddressPools: [{ base: '10.0.0.0/16', size: 8 }] },
    'PROP_RANGE',
  ],
  [
    'a pool with a misspelt key',
    { defaultAddressPools: [{ base: '10.0.0.0/16', size: 24, mask: 1 }] },
    'PROP_UNKNOWN',
  ],
  [
    'limits in the wrong order',
    { defaultUlimits: { nofile: { soft: 2, hard: 1 } } },
    'ULIMIT_MALFORMED',
  ],
  ['a misspelt setting', { bpi: '172.19.0.1/16' }, 'PROP_UNKNOWN'],
  [
    'a listed key among the others',
    { otherKeys: { 'fixed-cidr': '10.0.0.0/24' } },
    'OPTION_GIVEN_TWICE',
  ],
  ['proxies among the others', { otherKeys: { proxies: {} } }, 'OPTION_GIVEN_TWICE'],
  [
    "a flag's name among the others",
    { otherKeys: { 'dns-opt': ['ndots:2'] } },
    'DAEMON_KEY_IGNORED',
  ],
])('rejects %s', (_title, config, code) => {
  expect(codeOf(() => renderDaemonJson(config as DaemonConfig, '28.5'))).toBe(code);
});

function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
  return undefined;
}

test('says what to write for a bip that is the network itself', () => {
  expect(() => renderDaemonJson({ bip: '172.19.0.0/16' }, '28.5')).toThrow(
    'daemon.json: bip 172.19.0.0/16 is the address of the network itself; write an address inside the block, such as 172.19.0.1/16 [BRIDGE_ADDRESS_UNUSABLE]',
  );
});
