import { TerraformVariable } from 'cdktf';
import { DockerHost, Volume, type VolumeProps } from 'portolan';
import { onlyResource, planOf, shop, topologyOf, type Block } from '../support/synth';

test.each<[keyof VolumeProps, VolumeProps, Block, Block]>([
  ['name', { name: 'wp_data' }, { name: 'wp_data' }, { name: 'wp_data' }],
  ['driver', { driver: 'local' }, { driver: 'local' }, { driver: 'local' }],
  [
    'driverOptions',
    { driverOptions: { type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/${x}' } },
    { driver_opts: { type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/$${x}' } },
    { driverOptions: { type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/${x}' } },
  ],
  [
    'labels',
    { labels: { b: '', a: '${x}' } },
    {
      labels: [
        { label: 'a', value: '$${x}' },
        { label: 'b', value: '' },
      ],
    },
    { labels: { b: '', a: '${x}' } },
  ],
  ['protect', { protect: true }, { lifecycle: { prevent_destroy: true } }, { protected: true }],
  ['protect', { protect: false }, { lifecycle: undefined }, { protected: false }],
  [
    'host',
    { host: DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' }) },
    { provider: 'docker.nas' },
    { host: 'nas' },
  ],
])('writes %s', (_, props, plan, model) => {
  const stack = shop();
  new Volume(stack, 'data', props);
  const block = onlyResource(stack, 'docker_volume');
  for (const [attribute, value] of Object.entries(plan)) expect(block[attribute]).toEqual(value);
  expect(topologyOf(stack).volumes).toEqual([
    expect.objectContaining({ id: 'shop/data', stack: 'shop', external: false, ...model }),
  ]);
});

test('names itself after its path', () => {
  const stack = shop();
  const volume = new Volume(stack, 'data');
  expect(onlyResource(stack, 'docker_volume')['name']).toBe('shop-data');
  expect(volume.host).toBe(stack.host);
});

test('takes a name that only Terraform knows', () => {
  const stack = shop();
  new Volume(stack, 'data', {
    name: new TerraformVariable(stack, 'v', { type: 'string' }).stringValue,
  });
  expect(onlyResource(stack, 'docker_volume')['name']).toBe('${var.v}');
  expect(topologyOf(stack).volumes[0]).toMatchObject({ id: 'shop/data', unknown: ['name'] });
});

test('fromName refers to a volume without a resource', () => {
  const stack = shop();
  const volume = Volume.fromName(stack, 'old', 'legacy');
  expect(planOf(stack).resource).toEqual({});
  expect(volume.name).toBe('legacy');
  expect(topologyOf(stack).volumes).toEqual([
    expect.objectContaining({ id: 'shop/old', name: 'legacy', host: 'local', external: true }),
  ]);
});

test('fromName may be on another host', () => {
  const stack = shop();
  const host = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });
  expect(Volume.fromName(stack, 'old', 'legacy', { host }).host).toBe(host);
  expect(topologyOf(stack).hosts.map(({ id }) => id)).toEqual(['local', 'nas']);
});
