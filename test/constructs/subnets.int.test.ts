import { parseSubnet } from '../../src/constructs/subnets';
import { benchOf, docker, inspect } from '../support/docker';
import { describeWithEngine } from '../support/needs';

interface NetworkData {
  readonly IPAM: { readonly Config: readonly { readonly Gateway?: string }[] };
}

describeWithEngine('the gateway that Docker would choose', () => {
  const bench = benchOf('subnets');

  test.each<[string, string, string | undefined, Record<string, string>]>([
    ['a block', '10.232.0.0/24', undefined, {}],
    ['a small block', '10.232.1.8/29', undefined, {}],
    ['a range', '10.232.2.0/24', '10.232.2.128/25', {}],
    ['a range at the start of the block', '10.232.3.0/24', '10.232.3.0/25', {}],
    ['an auxiliary address elsewhere', '10.232.4.0/24', undefined, { router: '10.232.4.9' }],
    ['an IPv6 block', 'fd00:232:5::/64', undefined, {}],
  ])('is ours with %s', async (_, cidr, ipRange, auxAddresses) => {
    const isV6 = cidr.includes(':');
    const name = bench.name(cidr.replace(/\W/g, '-'));
    const options = [
      ...(isV6 ? ['--ipv6', '--subnet', '10.232.5.0/24'] : []),
      ...['--subnet', cidr],
      ...(ipRange === undefined ? [] : ['--ip-range', ipRange]),
      ...Object.entries(auxAddresses).flatMap(([key, ip]) => ['--aux-address', `${key}=${ip}`]),
    ];
    await docker('network', 'create', ...options, name);
    const id = await docker(
      'run',
      '-d',
      '--label',
      bench.label,
      '--network',
      name,
      'busybox',
      'sleep',
      '60',
    );
    const routes = await docker('exec', id, 'ip', isV6 ? '-6' : '-4', 'route');
    const { gateway = '' } = parseSubnet(
      { cidr, ...(ipRange === undefined ? {} : { ipRange }), auxAddresses },
      'test',
    );
    expect(routes).toContain(`default via ${gateway} `);
  });

  test('passes over an auxiliary address, for which the engine would refuse the network', async () => {
    const subnet = parseSubnet(
      { cidr: '10.232.6.0/24', auxAddresses: { router: '10.232.6.1' } },
      'test',
    );
    const name = bench.name('aux');
    const aux = ['--aux-address', 'router=10.232.6.1'];
    await expect(
      docker('network', 'create', '--subnet', '10.232.6.0/24', ...aux, name),
    ).rejects.toThrow();
    await docker(
      'network',
      'create',
      '--subnet',
      '10.232.6.0/24',
      ...aux,
      '--gateway',
      subnet.gateway ?? '',
      name,
    );
    const { IPAM } = await inspect<NetworkData>('network', name);
    expect(IPAM.Config[0]?.Gateway).toBe('10.232.6.2');
  });
});
