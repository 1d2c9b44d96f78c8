import * as fc from 'fast-check';
import {
  expandPorts,
  formatExposed,
  formatPublish,
  parseExposed,
  parsePublish,
  PROTOCOLS,
  type PublishedPort,
} from '../../src/notation/publish';

const tcp = { protocol: 'tcp' } as const;

test.each<[string, PublishedPort[]]>([
  ['80', [{ containerPort: 80, ...tcp }]],
  ['80/udp', [{ containerPort: 80, protocol: 'udp' }]],
  ['80/SCTP', [{ containerPort: 80, protocol: 'sctp' }]],
  ['080', [{ containerPort: 80, ...tcp }]],
  ['0000080', [{ containerPort: 80, ...tcp }]],
  ['80-82', [80, 81, 82].map((containerPort) => ({ containerPort, ...tcp }))],
  ['80-80', [{ containerPort: 80, ...tcp }]],
  ['8080:80', [{ containerPort: 80, hostPort: 8080, ...tcp }]],
  ['0:80', [{ containerPort: 80, ...tcp }]],
  ['65535:65535', [{ containerPort: 65535, hostPort: 65535, ...tcp }]],
  ['8000-8000:80', [{ containerPort: 80, hostPort: 8000, ...tcp }]],
  [
    '8000-8001:90-91/udp',
    [
      { containerPort: 90, hostPort: 8000, protocol: 'udp' },
      { containerPort: 91, hostPort: 8001, protocol: 'udp' },
    ],
  ],
  ['127.0.0.1:8080:80', [{ containerPort: 80, hostPort: 8080, hostIp: '127.0.0.1', ...tcp }]],
  ['127.0.0.1::80', [{ containerPort: 80, hostIp: '127.0.0.1', ...tcp }]],
  ['127.0.0.1:0:80', [{ containerPort: 80, hostIp: '127.0.0.1', ...tcp }]],
  ['0.0.0.0:80:80', [{ containerPort: 80, hostPort: 80, hostIp: '0.0.0.0', ...tcp }]],
  ['[::1]:8080:80', [{ containerPort: 80, hostPort: 8080, hostIp: '::1', ...tcp }]],
  ['[::1]::80', [{ containerPort: 80, hostIp: '::1', ...tcp }]],
  ['[FD00:0::5]:80:80', [{ containerPort: 80, hostPort: 80, hostIp: 'fd00::5', ...tcp }]],
  ['[127.0.0.1]:80:80', [{ containerPort: 80, hostPort: 80, hostIp: '127.0.0.1', ...tcp }]],
  ['target=80', [{ containerPort: 80, ...tcp }]],
  ['published=8080,target=80', [{ containerPort: 80, hostPort: 8080, ...tcp }]],
  ['target=53,published=0,protocol=udp', [{ containerPort: 53, protocol: 'udp' }]],
  [
    'published=8000-8001,target=90-91',
    [
      { containerPort: 90, hostPort: 8000, ...tcp },
      { containerPort: 91, hostPort: 8001, ...tcp },
    ],
  ],
])('reads -p %s', (text, ports) => {
  expect(parsePublish(text, 'shop/web')).toEqual(ports);
});

describe('rejects', () => {
  test.each([
    [
      '80/icmp',
      "publish '80/icmp' has the protocol 'icmp'; write tcp, udp or sctp [PORT_MALFORMED]",
    ],
    [
      '80:0',
      "container port is '0'; write a number from 1 to 65535, or a rising range such as 8000-8010 [PORT_MALFORMED]",
    ],
    [
      '127.0.0.1:80',
      "publish '127.0.0.1:80' has an address but no host port; write '127.0.0.1::80' [PORT_MALFORMED]",
    ],
    ['[::1]:80', "publish '[::1]:80' has no host port; write '[::1]::80' [PORT_MALFORMED]"],
    [
      '::1:8080:80',
      "publish '::1:8080:80' has too many colons; write 'C', 'H:C', 'IP:H:C' or 'IP::C', an IPv6 address in brackets [PORT_MALFORMED]",
    ],
    [
      ':80',
      "publish ':80' has an empty host port; write 'C', 'H:C', 'IP:H:C' or 'IP::C' [PORT_MALFORMED]",
    ],
    [
      ':8080:80',
      "publish ':8080:80' has an empty host address; write 'C', 'H:C', 'IP:H:C' or 'IP::C' [PORT_MALFORMED]",
    ],
    [
      '8000-8010:80',
      "publish '8000-8010:80' lets Docker pick one host port of a range, which the provider cannot express; name one host port, or leave it out ('80') for any free one [PORT_RANGE_TO_ONE]",
    ],
    [
      '8000-8001:80-82',
      "publish '8000-8001:80-82' pairs 2 host ports with 3 container ports; make both ranges equally long [PORT_RANGE_UNEQUAL]",
    ],
    [
      'localhost:80:80',
      "host address 'localhost' is not an IP address; write four numbers from 0 to 255, such as 10.0.0.5 [ADDRESS_MALFORMED]",
    ],
    [
      'published=8080',
      "publish 'published=8080' has no target; write 'published=8080,target=80' [PORT_MALFORMED]",
    ],
    [
      'published=80,target=80,mode=host',
      "publish 'published=80,target=80,mode=host' has the part 'mode=host'; write target=, published= and protocol= [PORT_MALFORMED]",
    ],
    [
      'target=80,target=81',
      "publish 'target=80,target=81' has the key 'target' twice; write it once [PORT_MALFORMED]",
    ],
  ])('-p %s', (text, message) => {
    expect(() => parsePublish(text, 'shop/web')).toThrow(`shop/web: ${message}`);
  });

  test.each([
    '',
    '80:',
    '80/',
    '80/tcp/udp',
    '0',
    '0-5:0-5',
    '65536',
    '1:65536',
    '-80',
    '80-',
    '82-80',
    '80-81-82',
    '+80',
    ' 80',
    '80 ',
    'http',
    '8.0',
    '8e1',
    '::80',
    '[]:80:80',
    '[::1:80:80',
    'target=',
    'published=,target=80',
    'target=80,published',
    'target=80,protocol=icmp',
    '=80',
  ])('-p %j', (text) => {
    expect(() => parsePublish(text, 'shop/web')).toThrow('PORT_MALFORMED');
  });

  test.each([
    '80:80:80',
    '256.0.0.1:80:80',
    '127.1:80:80',
    '010.0.0.1:80:80',
    '[fe80::1%eth0]:80:80',
  ])('the host address in -p %s', (text) => {
    expect(() => parsePublish(text, 'shop/web')).toThrow('ADDRESS_MALFORMED');
  });
});

test.each([
  ['80', [{ port: 80, ...tcp }]],
  ['53/udp', [{ port: 53, protocol: 'udp' }]],
  [
    '8000-8001',
    [
      { port: 8000, ...tcp },
      { port: 8001, ...tcp },
    ],
  ],
])('reads --expose %s', (text, ports) => {
  expect(parseExposed(text, 'shop/web')).toEqual(ports);
});

test.each([
  ['80/foo', "port '80/foo' has the protocol 'foo'; write tcp, udp or sctp [PORT_MALFORMED]"],
  [
    '80:80',
    "port is '80:80'; write a number from 1 to 65535, or a rising range such as 8000-8010 [PORT_MALFORMED]",
  ],
  [
    '0',
    "port is '0'; write a number from 1 to 65535, or a rising range such as 8000-8010 [PORT_MALFORMED]",
  ],
])('rejects --expose %s', (text, message) => {
  expect(() => parseExposed(text, 'shop/web')).toThrow(`shop/web: ${message}`);
});

test('prints an exposed port as Docker does', () => {
  expect(formatExposed({ port: 53, protocol: 'udp' })).toBe('53/udp');
});

test.each<[PublishedPort, string]>([
  [{ containerPort: 80, ...tcp }, '80'],
  [{ containerPort: 80, protocol: 'udp' }, '80/udp'],
  [{ containerPort: 80, hostPort: 8080, ...tcp }, '8080:80'],
  [{ containerPort: 80, hostIp: '127.0.0.1', ...tcp }, '127.0.0.1::80'],
  [{ containerPort: 80, hostPort: 8080, hostIp: '::1', ...tcp }, '[::1]:8080:80'],
])('prints %j as -p %s', (port, text) => {
  expect(formatPublish(port)).toBe(text);
});

describe('laws', () => {
  const number = fc.integer({ min: 1, max: 65535 });
  const published = fc
    .record(
      {
        containerPort: number,
        hostPort: number,
        hostIp: fc.oneof(fc.ipV4(), fc.constantFrom('::', '::1', 'fd00::5')),
        protocol: fc.constantFrom(...PROTOCOLS),
      },
      { requiredKeys: ['containerPort', 'protocol'] },
    )
    .map((port): PublishedPort => port);

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(published, (port) => {
        expect(parsePublish(formatPublish(port), '')).toEqual([port]);
      }),
    );
  });

  test('equal ranges pair the ports in order', () => {
    const ranges = fc.record({
      container: fc.integer({ min: 1, max: 65000 }),
      host: fc.integer({ min: 1, max: 65000 }),
      length: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(ranges, ({ container, host, length }) => {
        const text = (first: number): string => `${String(first)}-${String(first + length - 1)}`;
        const spec = { container: text(container), host: text(host), protocol: 'tcp' } as const;
        const ports = expandPorts(spec, '');
        expect(ports).toHaveLength(length);
        ports.forEach(({ containerPort, hostPort }, index) => {
          expect([containerPort, hostPort]).toEqual([container + index, host + index]);
        });
      }),
    );
  });

  test('any text is read or rejected by a code', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'0 1 8 9 : - / . [ ] = , t c p u d'.split(' ')),
    });
    fc.assert(
      fc.property(text, (any) => {
        try {
          parsePublish(any, '');
        } catch (error) {
          expect(error).toHaveProperty('code', expect.stringMatching(/^(PORT|ADDRESS)_/));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
