import { TerraformVariable } from 'cdktf';
import { OverlayNetwork, type OverlayNetworkProps } from 'portolan';
import { onlyResource, shop, topologyOf, type Block } from '../support/synth';

test.each<[OverlayNetworkProps, Block]>([
  [{}, { attachable: true, ingress: undefined }],
  [{ attachable: false }, { attachable: undefined, ingress: undefined }],
  [{ ingress: true }, { attachable: undefined, ingress: true }],
  [
    { ingress: true, attachable: true },
    { attachable: true, ingress: true },
  ],
  [{ encrypted: true }, { options: { encrypted: '' } }],
  [{ encrypted: false }, { options: undefined }],
  [
    { vxlanIds: [4097, 4098] },
    { options: { 'com.docker.network.driver.overlay.vxlanid_list': '4097,4098' } },
  ],
  [{ vxlanIds: [] }, { options: undefined }],
  [{ mtuBytes: 1350 }, { options: { 'com.docker.network.driver.mtu': '1350' } }],
])('writes %j', (props, plan) => {
  const stack = shop();
  new OverlayNetwork(stack, 'mesh', props);
  const block = onlyResource(stack, 'docker_network');
  for (const [attribute, value] of Object.entries(plan)) expect(block[attribute]).toEqual(value);
});

test('says in the topology who may join', () => {
  const stack = shop();
  new OverlayNetwork(stack, 'mesh');
  expect(topologyOf(stack).networks[0]).toMatchObject({
    driver: 'overlay',
    attachable: true,
    ingress: false,
  });
});

describe('options that the engine adds to', () => {
  const labelOf = (props: OverlayNetworkProps): unknown => {
    const stack = shop();
    new OverlayNetwork(stack, 'mesh', props);
    const [label] = onlyResource(stack, 'docker_network')['labels'] as { value: unknown }[];
    return label?.value;
  };

  test('are ignored, and watched by a label', () => {
    const stack = shop();
    new OverlayNetwork(stack, 'mesh', { encrypted: true, labels: { a: 'b' } });
    expect(onlyResource(stack, 'docker_network')).toMatchObject({
      lifecycle: { ignore_changes: ['options'] },
      labels: [
        { label: 'a', value: 'b' },
        { label: 'portolan.options', value: expect.stringMatching(/^[0-9a-f]{16}$/) },
      ],
    });
  });

  test('have a label that changes with them alone', () => {
    expect(labelOf({ mtuBytes: 1350 })).not.toBe(labelOf({ mtuBytes: 1400 }));
    expect(labelOf({ driverOptions: { a: '1', b: '2' } })).toBe(
      labelOf({ driverOptions: { b: '2', a: '1' } }),
    );
  });

  test('are hashed by Terraform when only it knows them', () => {
    const stack = shop();
    const { stringValue } = new TerraformVariable(stack, 'v', { type: 'string' });
    new OverlayNetwork(stack, 'mesh', { driverOptions: { x: stringValue } });
    expect(onlyResource(stack, 'docker_network')['labels']).toEqual([
      { label: 'portolan.options', value: '${substr(sha256(jsonencode([["x", var.v]])), 0, 16)}' },
    ]);
  });

  test('are left alone without options', () => {
    const stack = shop();
    new OverlayNetwork(stack, 'mesh');
    expect(onlyResource(stack, 'docker_network')).not.toHaveProperty('lifecycle');
  });
});
