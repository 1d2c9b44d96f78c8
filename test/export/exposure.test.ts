import type { ExposedSocket } from '../../src/analysis/exposure/socket';
import { renderExposure, renderExposureJson } from '../../src/export/exposure';

const WEB: ExposedSocket = {
  host: 'local',
  kind: 'published',
  address: '0.0.0.0',
  family: 4,
  port: 8080,
  protocol: 'tcp',
  container: 'web',
  containerPort: 80,
  reachableFrom: { host: 'yes', containers: 'yes', lan: 'yes', outside: 'unknown' },
  reasons: { outside: 'a router decides' },
  bypassesFirewall: 'yes',
};
const WEB6: ExposedSocket = { ...WEB, address: '::', family: 6, bypassesFirewall: 'no' };
const OWN: ExposedSocket = {
  ...WEB,
  kind: 'lan-address',
  address: '192.168.1.9',
  port: 80,
  network: 'lan',
};

function render(...sockets: readonly ExposedSocket[]): string {
  return renderExposure({ sockets, incomplete: [] });
}

/** Without the legend below. */
function tableOf(...sockets: readonly ExposedSocket[]): string[] {
  return (render(...sockets).split('\n\n')[0] ?? '').split('\n');
}

test('one line for what both families have in common', () => {
  expect(tableOf(WEB, WEB6)).toEqual([
    'local: 2 open ports, 2 of them for the LAN',
    'ADDRESS     PORT      HOST  BRIDGES  LAN  OUTSIDE  FIREWALL   WHO',
    '0.0.0.0 ::  8080/tcp  yes   yes      yes  ? (1)    IPv4 past  web, port 80',
    '(1) a router decides',
  ]);
});

test('a reason is said once, whoever has it', () => {
  const other = { ...WEB, port: 81, reasons: { outside: 'a router decides', lan: 'luck' } };
  expect(tableOf(WEB, other).slice(-2)).toEqual(['(1) a router decides', '(2) luck']);
});

test.each<[string, Partial<ExposedSocket>, string]>([
  ['a program with a name', { container: undefined, service: 'sshd' }, 'sshd'],
  ['a program without', { container: undefined }, 'a program of the host'],
  ['host mode', { kind: 'host-mode' }, 'web, host mode'],
  ['an own address', { network: 'lan', kind: 'lan-address' }, 'web in lan'],
  ['the same port inside', { containerPort: 8080 }, 'web'],
])('names %s', (_, fields, who) => {
  expect(
    tableOf({ ...WEB, ...fields })[2]
      ?.split(/ {2,}/)
      .at(-1),
  ).toBe(who);
});

test.each<[string, Partial<ExposedSocket>, string]>([
  ['passed for one family alone', {}, 'past'],
  ['not passed', { bypassesFirewall: 'no' }, 'web'],
  ['not known', { bypassesFirewall: 'unknown' }, '?'],
])('shows a firewall that is %s', (_, fields, mark) => {
  const line = tableOf({ ...WEB, containerPort: 8080, ...fields })[2] ?? '';
  expect(line.slice('0.0.0.0  8080/tcp  yes   yes      yes  ? (1)    '.length)).toMatch(
    new RegExp(`^\\s*\\${mark}`),
  );
});

test('who it is stands below where a line would be wider than the terminal', () => {
  const long = { ...WEB, container: 'a-shop-with-a-long-name/and-a-container' };
  expect(tableOf(long)).toEqual([
    'local: 1 open port, 1 of them for the LAN',
    'ADDRESS  PORT      HOST  BRIDGES  LAN  OUTSIDE  FIREWALL',
    '0.0.0.0  8080/tcp  yes   yes      yes  ? (1)    past',
    '  a-shop-with-a-long-name/and-a-container, port 80',
    '(1) a router decides',
  ]);
  const wide = renderExposure({ sockets: [long], incomplete: [] }, undefined, 120).split('\n');
  expect(wide[2]).toMatch(/past {6}a-shop-with-a-long-name\/and-a-container, port 80$/);
});

test('no line has more than 80 columns', () => {
  const long = { ...OWN, container: 'a'.repeat(70), address: '2001:db8:ffff:ffff::1' };
  for (const line of render(WEB, WEB6, long).split('\n')) expect(line.length).toBeLessThan(81);
});

test('a table for each host', () => {
  const text = render(WEB, { ...WEB, host: 'far' });
  expect(text.match(/^\w+: 1 open port/gm)).toEqual(['local: 1 open port', 'far: 1 open port']);
});

test('what cannot be told is said', () => {
  expect(renderExposure({ sockets: [], incomplete: ['a', 'b'] })).toBe(
    'No port is open.\n\nOnly Terraform knows some ports of a and b.',
  );
});

test('signs that steer a terminal are written out', () => {
  const text = render({ ...WEB, host: 'lo\u001bcal', container: 'we\u202eb' });
  expect(text).toContain('lo\\u001bcal');
  expect(text).toContain('we\\u202eb');
});

test('the JSON form has a version, and everything of the exposure', () => {
  expect(JSON.parse(renderExposureJson({ sockets: [WEB], incomplete: ['web'] }))).toEqual({
    version: 1,
    sockets: [WEB],
    incomplete: ['web'],
  });
});
