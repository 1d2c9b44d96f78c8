import { TerraformVariable } from 'cdktf';
import { BridgeNetwork, Container, type PortMapping } from 'portolan';
import { onlyContainer, onlyResource, shop, type Block } from '../../support/synth';

const any = { ip: '', protocol: 'tcp' };

const FORMS: [string | number | PortMapping, Block[]][] = [
  ['80', [{ internal: 80, ...any }]],
  [80, [{ internal: 80, ...any }]],
  ['8080:80', [{ internal: 80, external: 8080, ...any }]],
  ['127.0.0.1:8080:80', [{ internal: 80, external: 8080, ip: '127.0.0.1', protocol: 'tcp' }]],
  ['127.0.0.1::80', [{ internal: 80, ip: '127.0.0.1', protocol: 'tcp' }]],
  ['0.0.0.0:8080:80', [{ internal: 80, external: 8080, ip: '0.0.0.0', protocol: 'tcp' }]],
  ['[::1]:8080:80', [{ internal: 80, external: 8080, ip: '::1', protocol: 'tcp' }]],
  ['[FD00:0::1]::80', [{ internal: 80, ip: 'fd00::1', protocol: 'tcp' }]],
  ['53:53/udp', [{ internal: 53, external: 53, ip: '', protocol: 'udp' }]],
  ['53:53/UDP', [{ internal: 53, external: 53, ip: '', protocol: 'udp' }]],
  ['36412/sctp', [{ internal: 36412, ip: '', protocol: 'sctp' }]],
  [
    '8000-8001:9000-9001',
    [
      { internal: 9000, external: 8000, ...any },
      { internal: 9001, external: 8001, ...any },
    ],
  ],
  [
    '9000-9001',
    [
      { internal: 9000, ...any },
      { internal: 9001, ...any },
    ],
  ],
  [{ container: 80 }, [{ internal: 80, ...any }]],
  [{ container: 80, host: 8080 }, [{ internal: 80, external: 8080, ...any }]],
  [
    { container: '90-91', host: '80-81' },
    [
      { internal: 90, external: 80, ...any },
      { internal: 91, external: 81, ...any },
    ],
  ],
  [{ container: 80, hostIp: '127.0.0.1' }, [{ internal: 80, ip: '127.0.0.1', protocol: 'tcp' }]],
  [
    { container: 53, host: 53, protocol: 'udp' },
    [{ internal: 53, external: 53, ip: '', protocol: 'udp' }],
  ],
];

test.each(FORMS)('publishes %j', (form, ports) => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', publish: [form] });
  expect(onlyResource(stack, 'docker_container')['ports']).toEqual(ports);
  expect(onlyContainer(stack).publish).toHaveLength(ports.length);
});

test('keeps several bindings of one port in the order they are written', () => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', publish: ['127.0.0.1:80:80', '[::1]:80:80'] });
  expect(onlyResource(stack, 'docker_container')).toMatchObject({
    ports: [{ ip: '127.0.0.1' }, { ip: '::1' }],
    lifecycle: { ignore_changes: ['ports'] },
  });
});

test('takes a host port that only Terraform knows', () => {
  const stack = shop();
  const port = new TerraformVariable(stack, 'port', { type: 'number' });
  const publish = [{ container: 80, host: port.numberValue }];
  new Container(stack, 'web', { image: 'nginx:1.27', publish });
  expect(onlyResource(stack, 'docker_container')['ports']).toEqual([
    { internal: 80, external: '${var.port}', ip: '', protocol: 'tcp' },
  ]);
  expect(onlyContainer(stack)).toMatchObject({
    publish: [{ containerPort: 80, protocol: 'tcp' }],
    unknown: ['publish/0/hostPort'],
  });
});

test('leaves a container port that only Terraform knows out of the topology', () => {
  const stack = shop();
  const port = new TerraformVariable(stack, 'port', { type: 'number' });
  const publish = [{ container: port.numberValue, host: 80 }, '8080:81'];
  new Container(stack, 'web', { image: 'nginx:1.27', publish });
  expect(onlyContainer(stack)).toMatchObject({
    publish: [{ containerPort: 81 }],
    listens: [{ port: 81 }],
    unknown: expect.arrayContaining(['publish', 'listens']),
  });
});

test('rejects a wrong part beside one that only Terraform knows', () => {
  const stack = shop();
  const port = new TerraformVariable(stack, 'port', { type: 'number' });
  const publish = [{ container: 'http', host: port.numberValue }];
  expect(() => new Container(stack, 'web', { image: 'nginx:1.27', publish })).toThrow(
    'PORT_MALFORMED',
  );
});

test('rejects a token inside text', () => {
  const stack = shop();
  const port = new TerraformVariable(stack, 'port', { type: 'number' });
  const publish = [`${port.stringValue}:80`];
  expect(() => new Container(stack, 'web', { image: 'nginx:1.27', publish })).toThrow(
    'shop/web: publish has a value in its text that only Terraform knows; write { container: 80, host: ... } [PORT_MALFORMED]',
  );
});

test('answers on what is published and exposed when nothing is said', () => {
  const stack = shop();
  const networks = [new BridgeNetwork(stack, 'front')];
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks,
    expose: [80, 9000],
    publish: ['8080:80'],
  });
  expect(onlyContainer(stack).listens).toEqual([
    { port: 80, protocol: 'tcp' },
    { port: 9000, protocol: 'tcp' },
  ]);
});
