import {
  parseDaemonJson,
  renderDaemonJson,
  toHostDaemon,
  type DaemonConfig,
  type ParseDaemonOptions,
} from 'portolan/host';
import { EVERY_SETTING } from './engines';

test.each(Object.entries(EVERY_SETTING))('reads back %s as it was written', (name, value) => {
  const config: DaemonConfig = { [name]: value };
  const version = name === 'oomScoreAdjust' ? '24.0' : '29.0';
  expect(parseDaemonJson(renderDaemonJson(config, version), 'daemon.json')).toEqual(config);
});

test('keeps unknown keys where it is told to, and writes them again', () => {
  const text = '{\n  "bip": "172.19.0.1/16",\n  "from-the-future": {\n    "a": 1\n  }\n}\n';
  const config = parseDaemonJson(text, 'daemon.json', { unknownKeys: 'keep' });
  expect(config).toEqual({ bip: '172.19.0.1/16', otherKeys: { 'from-the-future': { a: 1 } } });
  expect(renderDaemonJson(config, '28.5')).toBe(text);
});

test('keeps a key whatever its name is', () => {
  const text = '{\n  "__proto__": {\n    "a": 1\n  },\n  "constructor": 1\n}\n';
  const config = parseDaemonJson(text, 'daemon.json', { unknownKeys: 'keep' });
  expect(renderDaemonJson(config, '28.5')).toBe(text);
});

test('rejects a way of its own to read unknown keys', () => {
  const options = { unknownKeys: 'drop' } as unknown as ParseDaemonOptions;
  expect(() => parseDaemonJson('{}', 'daemon.json', options)).toThrow('[PROP_CHOICE]');
});

test.each<[string, string, string]>([
  ['an unknown key', '{"from-the-future": 1}', 'DAEMON_KEY_UNKNOWN'],
  ['a key in other case', '{"BIP": "172.19.0.1/16"}', 'DAEMON_KEY_UNKNOWN'],
  ["a flag's name", '{"registry-mirror": ["https://mirror.example"]}', 'DAEMON_KEY_IGNORED'],
  ['a proxy at the top', '{"http-proxy": "http://proxy.example"}', 'DAEMON_KEY_IGNORED'],
  ['another key among the proxies', '{"proxies": {"mtu": 1400}}', 'DAEMON_KEY_IGNORED'],
  ['a wrong type', '{"mtu": "1400"}', 'PROP_TYPE'],
  ['an empty file', '', 'DAEMON_JSON_MALFORMED'],
  ['a trailing comma', '{"mtu": 1400,}', 'DAEMON_JSON_MALFORMED'],
  ['a byte order mark', '\uFEFF{}', 'DAEMON_JSON_MALFORMED'],
  ['a list', '[]', 'PROP_TYPE'],
  [
    'limits under another name',
    '{"default-ulimits": {"nofile": {"Name": "nproc", "Hard": 1, "Soft": 1}}}',
    'PROP_UNKNOWN',
  ],
])('rejects %s', (_title, text, code) => {
  expect(() => parseDaemonJson(text, 'daemon.json')).toThrow(`[${code}]`);
});

test("rejects a flag's name even where unknown keys are kept", () => {
  expect(() => parseDaemonJson('{"label": ["a=b"]}', 'd', { unknownKeys: 'keep' })).toThrow(
    "d: dockerd starts with the key 'label' and passes it over; write 'labels' [DAEMON_KEY_IGNORED]",
  );
});

test('names the nearest key', () => {
  expect(() => parseDaemonJson('{"fixed_cidr": "10.0.0.0/24"}', 'web/daemon.json')).toThrow(
    "web/daemon.json: there is no key 'fixed_cidr'; did you mean 'fixed-cidr'? [DAEMON_KEY_UNKNOWN]",
  );
});

test('hands a topology what changes who reaches whom', () => {
  const { bip, icc, defaultAddressPools, dataRoot } = EVERY_SETTING;
  expect(toHostDaemon({ bip, icc, defaultAddressPools, dataRoot })).toEqual({
    daemon: { bip, icc },
    addressPools: defaultAddressPools,
  });
});
