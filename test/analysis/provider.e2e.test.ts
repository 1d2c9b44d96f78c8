import { dependable } from 'cdktf';
import {
  BridgeNetwork,
  Container,
  DockerHost,
  Healthcheck,
  Volume,
  type ContainerProps,
  type DockerStack,
} from 'portolan';
import { parseVersion } from '../../src/notation/version';
import { docker } from '../support/docker';
import { describeWithProvider } from '../support/needs';
import { deploymentOf } from '../support/terraform';

const idle = {
  image: 'busybox',
  command: ['sleep', '600'],
  init: true,
  stopGraceSeconds: 1,
} satisfies Partial<ContainerProps>;

describeWithProvider(['4.5.0'], 'what the rules say of the provider', (provider, { version }) => {
  const deployment = deploymentOf('rules', provider);
  const [major = 0] = parseVersion(version, 'the engine');
  const testOnOld = major < 25 ? test : test.skip;

  const define =
    (
      props: Partial<ContainerProps>,
      after: (web: Container, stack: DockerStack) => void = () => undefined,
    ) =>
    (stack: DockerStack): void => {
      const subnets = [{ cidr: '10.213.244.0/28' }];
      const networks = [new BridgeNetwork(stack, 'back', { subnets })];
      after(new Container(stack, 'web', { ...idle, networks, ...props }), stack);
    };

  test('DNS_ORDER_LOST hands name servers and search domains over in its own order', async () => {
    const dns = ['10.0.0.9', '10.0.0.1', '10.0.0.5'];
    await deployment.apply(define({ dns, dnsSearch: ['a', 'lab', 'corp'] }));
    const { HostConfig } = await deployment.container('web');
    expect(HostConfig).toMatchObject({
      Dns: ['10.0.0.5', '10.0.0.1', '10.0.0.9'],
      DnsSearch: ['corp', 'lab', 'a'],
    });
  });

  test.each([
    ['without a healthcheck', {}],
    ['whose healthcheck is switched off', { healthcheck: Healthcheck.none() }],
  ])('L8 refuses to wait for a container %s', async (_, props) => {
    const ended = await deployment.tryApply(define({ ...props, waitHealthy: true }));
    expect(ended.status).toBe(1);
    expect(ended.text.replace(/[\s\u2502]+/g, ' ')).toContain(
      "you have supplied a 'wait' argument, but the container does not have a healthcheck defined",
    );
  });

  test('L7 Terraform refuses containers that wait for each other', async () => {
    const ended = await deployment.tryApply(
      define({}, (web, stack) => {
        const other = new Container(stack, 'other', { ...idle });
        web.resource.dependsOn = [dependable(other.resource)];
        other.resource.dependsOn = [dependable(web.resource)];
      }),
    );
    expect(ended.text).toMatch(/Error: Cycle: docker_container\..*, docker_container\./);
  });

  /** An engine that says of itself to be newer, so that synth lets the option pass. */
  const host = DockerHost.local({ engineVersion: '28.5' });

  testOnOld('MOUNT_OPTION_UNSUPPORTED refuses a subpath for an engine before 26', async () => {
    const ended = await deployment.tryApply(
      (stack) => {
        const volumes = [new Volume(stack, 'data').at('/data', { subpath: 'a' })];
        new Container(stack, 'web', { ...idle, volumes });
      },
      { host },
    );
    expect(ended.text).toContain(
      'Setting VolumeOptions.Subpath requires docker version 1.45 or higher',
    );
  });

  testOnOld('START_INTERVAL_UNSUPPORTED refuses it for an engine before 25', async () => {
    const healthcheck = Healthcheck.shell('true', { startInterval: '2s' });
    const ended = await deployment.tryApply(define({ healthcheck }), { host });
    expect(ended.text.replace(/[\s\u2502]+/g, ' ')).toContain('requires API version 1.44');
  });

  test('VOLUME_NAME_TAKEN deletes the volume that it found with everything in it', async () => {
    const name = deployment.bench.name('uploads');
    await docker('volume', 'create', name);
    await deployment.apply((stack) => {
      new Volume(stack, 'uploads', { name });
    });
    await deployment.destroy();
    expect(await docker('volume', 'ls', '-q', '--filter', `name=${name}`)).toBe('');
  });
});
