import {
  BridgeNetwork,
  Container,
  Image,
  Network,
  NetworkMode,
  Volume,
  type ContainerProps,
  type DockerStack,
} from 'portolan';
import { inspectContainer, inspectNetwork } from '../support/deployers-inspect';
import { docker } from '../support/docker';
import { describeWithProvider, type Provider } from '../support/needs';
import { deploymentOf } from '../support/terraform';

const IMAGE = 'busybox:1.36';

/** Same numbers, same process: it was not restarted. */
async function lifeOf(container: string): Promise<string> {
  const { Id, State } = await inspectContainer(container);
  return `${Id} ${String(State.Pid)} ${State.StartedAt} ${State.Status}`;
}

/** Starts a container as people do by hand, and gives its id. */
function run(name: string, ...words: readonly string[]): Promise<string> {
  return docker('run', '-d', '--init', '--name', name, ...words);
}

function referring(provider: Provider): void {
  const deployment = deploymentOf('refer', provider);
  const [net, volume, image, proxy] = ['net', 'volume', 'image', 'proxy'].map((id) =>
    deployment.name(id),
  ) as [string, string, string, string];
  let before: readonly string[] = [];

  const survey = async (): Promise<string[]> => [
    await lifeOf(proxy),
    (await inspectNetwork(net)).Id,
    await docker('volume', 'inspect', '--format', '{{.Name}} {{.CreatedAt}}', volume),
    await docker('image', 'inspect', '--format', '{{.Id}} {{.RepoTags}}', image),
  ];

  const define = (stack: DockerStack): void => {
    const network = Network.fromName(stack, 'net', net);
    const data = Volume.fromName(stack, 'volume', volume);
    new Container(stack, 'web', {
      image: Image.fromName(stack, 'image', image),
      command: ['httpd', '-f', '-h', '/data'],
      init: true,
      networks: [network],
      volumes: [data.at('/data')],
    });
    new Container(stack, 'sniff', {
      image: IMAGE,
      command: ['sleep', 'infinity'],
      init: true,
      networkMode: NetworkMode.container(Container.fromName(stack, 'proxy', proxy)),
    });
  };

  beforeAll(async () => {
    await docker('network', 'create', '--subnet', '10.231.71.0/24', net);
    await docker('volume', 'create', volume);
    await docker('tag', IMAGE, image);
    await run(proxy, '--network', net, '-v', `${volume}:/data`, image, 'sleep', 'infinity');
    await docker('exec', proxy, 'sh', '-c', 'echo kept > /data/page');
    before = await survey();
    await deployment.apply(define);
  });

  test('a container joins an existing network, with an existing volume and image', async () => {
    const page = await docker('exec', proxy, 'wget', '-q', '-O', '-', 'http://web/page');
    expect(page).toBe('kept');
    const { Image: id } = await inspectContainer(deployment.name('web'));
    expect(id).toBe(await docker('image', 'inspect', '--format', '{{.Id}}', image));
  });

  test('a container shares the network of an existing one', async () => {
    const { HostConfig } = await inspectContainer(deployment.name('sniff'));
    expect(HostConfig.NetworkMode).toMatch(/^container:/);
    const { NetworkSettings } = await inspectContainer(proxy);
    const address = NetworkSettings.Networks[net]?.IPAddress ?? 'none';
    const seen = await docker('exec', deployment.name('sniff'), 'ip', '-4', 'address');
    expect(seen).toContain(` ${address}/24 `);
  });

  test('the second plan is empty', async () => {
    expect(await deployment.plan()).toEqual([]);
  });

  test.each<[string, (stack: DockerStack, name: string) => void]>([
    ['network', (stack, name) => Network.fromName(stack, 'missing', name)],
    ['image', (stack, name) => Image.fromName(stack, 'missing', name)],
  ])('rejects an existing %s that is not there', async (_, refer) => {
    const ended = await deployment.tryApply((stack) => {
      define(stack);
      refer(stack, deployment.name('missing'));
    });
    expect(ended.status).toBe(1);
    expect(ended.text).toMatch(new RegExp(`Error: .*${deployment.name('missing')}`, 's'));
    deployment.synth(define);
  });

  test('what existed is as it was after the destroy, and nothing else is left', async () => {
    await deployment.destroy();
    expect(await survey()).toEqual(before);
    const filter = `name=${deployment.bench.prefix}-`;
    expect(await docker('ps', '-a', '--filter', filter, '--format', '{{.Names}}')).toBe(proxy);
  });
}

/** Containers as people start them, and the same as they would be declared. */
const ADOPTED: Record<
  string,
  { readonly words: readonly string[]; readonly props: Partial<ContainerProps> }
> = {
  plain: { words: [], props: {} },
  published: { words: ['-p', '127.0.0.1::80'], props: { publish: ['127.0.0.1::80'] } },
  restarted: {
    words: ['--restart', 'always', '-e', 'MODE=shop', '-l', 'team=web'],
    props: { restart: 'always', env: { MODE: 'shop' }, labels: { team: 'web' } },
  },
  'on-the-host': {
    words: ['--network', 'host'],
    props: { networkMode: NetworkMode.host },
  },
  checked: {
    words: ['--health-cmd', 'true', '--health-interval', '1s', '--memory', '64m'],
    props: { memory: '64m' },
  },
};

function adopting(provider: Provider): void {
  const deployment = deploymentOf('adopt', provider);
  const [net, volume, shop] = ['net', 'volume', 'shop'].map((id) => deployment.name(id)) as [
    string,
    string,
    string,
  ];
  const ids = new Map<string, string>();
  let before: readonly string[] = [];

  const survey = async (): Promise<string[]> => [
    (await inspectNetwork(net)).Id,
    await docker('volume', 'inspect', '--format', '{{.Name}} {{.CreatedAt}}', volume),
    ...(await Promise.all(
      [shop, ...Object.keys(ADOPTED).map((id) => deployment.name(id))].map(lifeOf),
    )),
  ];

  /** @param id what to take over; undefined takes nothing over */
  const define = (stack: DockerStack, id: (name: string) => string | undefined): void => {
    const network = new BridgeNetwork(stack, 'net', {
      subnets: [{ cidr: '10.231.72.0/24' }],
      adopt: id(net),
    });
    const data = new Volume(stack, 'volume', { adopt: id(net) !== undefined });
    const common = { image: IMAGE, command: ['sleep', 'infinity'], init: true };
    new Container(stack, 'shop', {
      ...common,
      networks: [{ network, ipv4: '10.231.72.9', aliases: ['till'] }],
      volumes: [data.at('/data')],
      adopt: id(shop),
    });
    for (const [key, { props }] of Object.entries(ADOPTED)) {
      new Container(stack, key, { ...common, ...props, adopt: id(deployment.name(key)) });
    }
  };
  const adopted = (stack: DockerStack): void => {
    define(stack, (name) => ids.get(name));
  };
  const declared = (stack: DockerStack): void => {
    define(stack, () => undefined);
  };

  beforeAll(async () => {
    ids.set(net, await docker('network', 'create', '--subnet', '10.231.72.0/24', net));
    await docker('volume', 'create', volume);
    const attached = ['--network', net, '--ip', '10.231.72.9', '--network-alias', 'till'];
    const mounted = ['-v', `${volume}:/data`];
    ids.set(shop, await run(shop, ...attached, ...mounted, IMAGE, 'sleep', 'infinity'));
    await docker('exec', shop, 'sh', '-c', 'echo kept > /data/page');
    for (const [key, { words }] of Object.entries(ADOPTED)) {
      const name = deployment.name(key);
      ids.set(name, await run(name, ...words, IMAGE, 'sleep', 'infinity'));
    }
    before = await survey();
  });

  test('a network, a volume and containers are taken over, and nothing else is done', async () => {
    const { text } = await deployment.tryApply(adopted);
    const count = String(ids.size + 1);
    expect(text).toContain(`${count} imported, 0 added, 0 changed, 0 destroyed`);
  });

  test('each is the same object as before, its containers the same processes', async () => {
    expect(await survey()).toEqual(before);
  });

  test('the second plan is empty', async () => {
    expect(await deployment.plan()).toEqual([]);
  });

  test('without adopt, the next deployment makes the containers as they are declared', async () => {
    await deployment.apply(declared);
    const { Id, NetworkSettings } = await inspectContainer(shop);
    expect(Id).not.toBe(ids.get(shop));
    expect(NetworkSettings.Networks[net]?.IPAddress).toBe('10.231.72.9');
    expect(await docker('exec', shop, 'cat', '/data/page')).toBe('kept');
    expect(await deployment.plan()).toEqual([]);
  });

  test('the destroy takes away what was taken over', async () => {
    await deployment.destroy();
    const filter = ['--filter', `name=${deployment.bench.prefix}-`];
    expect(await docker('ps', '-aq', ...filter)).toBe('');
    expect(await docker('network', 'ls', '-q', ...filter)).toBe('');
    expect(await docker('volume', 'ls', '-q', ...filter)).toBe('');
  });
}

describeWithProvider(['3.6.2', '4.5.0'], 'existing objects', (provider) => {
  describe('referred to by name', () => {
    referring(provider);
  });
  describe('taken over', () => {
    adopting(provider);
  });
});
