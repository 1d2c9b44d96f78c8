import { ConfigError } from '../../src/errors';
import { parseMac } from '../../src/notation/mac';
import { benchOf, docker, tryDocker } from '../support/docker';
import { callEngine } from '../support/docker-api';
import { describeWithEngine } from '../support/needs';

describeWithEngine('MAC addresses', () => {
  const bench = benchOf('mac');
  const network = bench.name('net');
  let made = 0;

  beforeAll(async () => {
    await docker('network', 'create', '--internal', '--subnet', '10.231.118.0/28', network);
  });

  /** The address that the interface has; nothing when the container does not start with it. */
  async function addressInside(mac: string): Promise<string | undefined> {
    made += 1;
    const name = bench.name(String(made));
    // Newer CLIs do not say the address to engines before 25, which take it for the container.
    await callEngine('POST', `/containers/create?name=${name}`, {
      Image: 'busybox:latest',
      Cmd: ['cat', '/sys/class/net/eth0/address'],
      MacAddress: mac,
      HostConfig: { NetworkMode: network },
      NetworkingConfig: { EndpointsConfig: { [network]: { MacAddress: mac } } },
    });
    const { status, stdout } = await tryDocker('start', '--attach', name);
    return status === 0 ? stdout.trimEnd() : undefined;
  }

  test.each(['02:42:ac:1b:00:0a', '02:42:AC:1B:00:0B', '02-42-ac-1b-00-0c', '0242.ac1b.000d'])(
    'a container has the address %s as we read it',
    async (text) => {
      expect(await addressInside(text)).toBe(parseMac(text, 'web'));
    },
  );

  test.each([
    'zz:42:ac:1b:00:0a',
    '02:42:ac:1b:00',
    '2:42:ac:1b:0:a',
    '0242ac1b000a',
    '01:00:5e:00:00:01',
    'ff:ff:ff:ff:ff:ff',
    '00:00:00:00:00:00',
  ])('no container starts with the address %s, and we refuse it', async (text) => {
    expect(await addressInside(text)).toBeUndefined();
    expect(() => parseMac(text, 'web')).toThrow(ConfigError);
  });

  test('Docker cuts an address of eight bytes, which we refuse', async () => {
    const text = '02:42:ac:1b:00:0e:06:07';
    expect(await addressInside(text)).toBe('02:42:ac:1b:00:0e');
    expect(() => parseMac(text, 'web')).toThrow(ConfigError);
  });
});
