import { Testing, TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { BridgeNetwork, Container, DockerHost, DockerStack, NetworkMode, OneShot } from 'portolan';
import {
  onlyResource,
  planOf,
  resourceNamed,
  shop,
  topologyOf,
  type Block,
} from '../../support/synth';

const image = 'nginx:1.27';

describe('names', () => {
  test('come from the construct path', () => {
    const stack = shop();
    const group = new Construct(stack, 'backend');
    const web = new Container(group, 'db001', { image });
    expect(onlyResource(stack, 'docker_container')['name']).toBe('shop-backend-db001');
    expect(topologyOf(stack).containers[0]).toMatchObject({
      id: 'shop/backend/db001',
      name: 'shop-backend-db001',
    });
    expect(web.node.path).toBe('shop/backend/db001');
  });

  test('are refused when the path makes one that Docker refuses', () => {
    expect(() => new Container(shop(), 'wéb', { image })).toThrow(
      "shop/wéb: the path makes the container name 'shop-wéb', which Docker refuses; give a 'name', or ids of letters, digits, _, . and - [NAME_MALFORMED]",
    );
  });
});

describe('dependsOn', () => {
  test('orders the two, without waiting', () => {
    const stack = shop();
    const db = new Container(stack, 'db', { image });
    new Container(stack, 'web', { image }).dependsOn(db);
    expect(resourceNamed(stack, 'docker_container', 'shop-web')['depends_on']).toEqual([
      expect.stringMatching(/^docker_container\.db_\w+$/),
    ]);
    expect(resourceNamed(stack, 'docker_container', 'shop-db')).not.toHaveProperty('wait');
    expect(topologyOf(stack).containers[1]?.dependsOn).toEqual([
      { container: 'shop/db', condition: 'started' },
    ]);
  });

  test('healthy makes the other one wait for its healthcheck', () => {
    const stack = shop();
    const db = new Container(stack, 'db', { image });
    new Container(stack, 'web', { image }).dependsOn(db, 'healthy');
    expect(resourceNamed(stack, 'docker_container', 'shop-db')).toMatchObject({ wait: true });
    expect(topologyOf(stack).containers[1]?.dependsOn).toEqual([
      { container: 'shop/db', condition: 'healthy' },
    ]);
  });

  test('healthy leaves the time limit of the other one', () => {
    const stack = shop();
    const db = new Container(stack, 'db', { image, waitHealthy: { timeoutSeconds: 90 } });
    new Container(stack, 'web', { image }).dependsOn(db, 'healthy');
    expect(resourceNamed(stack, 'docker_container', 'shop-db')).toMatchObject({
      wait: true,
      wait_timeout: 90,
    });
  });

  test('completed waits for a OneShot', () => {
    const stack = shop();
    const migrate = new OneShot(stack, 'migrate', { image });
    const web = new Container(stack, 'web', { image });
    web.dependsOn(migrate, 'completed');
    expect(resourceNamed(stack, 'docker_container', 'shop-web')['depends_on']).toEqual([
      expect.stringContaining('migrate'),
    ]);
    expect(topologyOf(stack).containers[1]?.dependsOn).toEqual([
      { container: 'shop/migrate', condition: 'completed' },
    ]);
  });

  test('keeps what it already depends on', () => {
    const stack = shop();
    const [one, two] = ['one', 'two'].map((id) => new Container(stack, id, { image }));
    const web = new Container(stack, 'web', { image });
    web.dependsOn(one!);
    web.dependsOn(two!);
    expect(resourceNamed(stack, 'docker_container', 'shop-web')['depends_on']).toHaveLength(2);
  });

  test('orders the stacks when the other one is in another stack', () => {
    const app = Testing.app();
    const [base, blog] = ['base', 'blog'].map((id) => new DockerStack(app, id));
    const db = new Container(base!, 'db', { image });
    new Container(blog!, 'web', { image }).dependsOn(db);
    expect(onlyResource(blog!, 'docker_container')).not.toHaveProperty('depends_on');
    expect(blog!.dependencies).toEqual([base]);
  });

  test('rejects the completion of a container that stays up', () => {
    const stack = shop();
    const db = new Container(stack, 'db', { image });
    expect(() => {
      new Container(stack, 'web', { image }).dependsOn(db, 'completed');
    }).toThrow(
      "shop/web: it waits for shop/db to complete, which is a Container and stays up; make that one a OneShot, or wait for 'healthy' [NOT_A_ONE_SHOT]",
    );
  });
});

describe('link', () => {
  function linked(): {
    stack: DockerStack;
    web: Container;
    db: Container;
    networks: () => Block[];
  } {
    const stack = shop();
    const db = new Container(stack, 'db001', { image });
    const web = new Container(stack, 'web', { image });
    const networks = (): Block[] => Object.values(planOf(stack).resource['docker_network'] ?? {});
    return { stack, web, db, networks };
  }

  test('makes an internal network for the two', () => {
    const { web, db, networks } = linked();
    web.link(db, 'mysql');
    expect(networks()).toEqual([
      expect.objectContaining({
        name: 'shop-web-link-db001',
        driver: 'bridge',
        internal: true,
      }),
    ]);
  });

  test('gives the names to the target alone', () => {
    const { stack, web, db } = linked();
    web.link(db, 'db002', 'db003', 'db004');
    const attachmentsOf = (name: string): unknown =>
      resourceNamed(stack, 'docker_container', name)['networks_advanced'];
    const network = expect.stringMatching(/^\$\{docker_network\.\S+\.id\}$/);
    expect(attachmentsOf('shop-db001')).toEqual([
      { name: 'bridge' },
      { name: network, aliases: ['db001', 'db002', 'db003', 'db004'] },
    ]);
    expect(attachmentsOf('shop-web')).toEqual([{ name: 'bridge' }, { name: network }]);
  });

  test('needs no further name', () => {
    const { stack, web, db } = linked();
    web.link(db);
    expect(resourceNamed(stack, 'docker_container', 'shop-db001')['networks_advanced']).toEqual([
      { name: 'bridge' },
      { name: expect.any(String), aliases: ['db001'] },
    ]);
  });

  test('twice to the same target adds names to one network', () => {
    const { stack, web, db, networks } = linked();
    web.link(db, 'mysql');
    web.link(db, 'mysql', 'mariadb');
    expect(networks()).toHaveLength(1);
    expect(resourceNamed(stack, 'docker_container', 'shop-db001')['networks_advanced']).toEqual([
      { name: 'bridge' },
      { name: expect.any(String), aliases: ['db001', 'mysql', 'mariadb'] },
    ]);
    expect(topologyOf(stack).containers[1]?.links).toEqual([
      { container: 'shop/db001', aliases: ['mysql', 'mariadb'] },
    ]);
  });

  test('by two containers makes two networks', () => {
    const { stack, web, db, networks } = linked();
    web.link(db, 'mysql');
    new Container(stack, 'cron', { image }).link(db, 'database');
    expect(networks().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['shop-web-link-db001', 'shop-cron-link-db001']),
    );
  });

  test('rejects a container that exists already', () => {
    const { stack, web } = linked();
    const old = Container.fromName(stack, 'old', 'legacy') as unknown as Container;
    expect(() => {
      web.link(old, 'mysql');
    }).toThrow('LINK_TARGET_UNMANAGED');
  });
});

describe('outputs', () => {
  function outputOf(stack: DockerStack, value: string | number): unknown {
    new TerraformOutput(stack, 'out', { value, staticId: true });
    const { output } = JSON.parse(Testing.synth(stack)) as { output: { out: { value: unknown } } };
    return output.out.value;
  }

  test('id and name are references', () => {
    const stack = shop();
    const web = new Container(stack, 'web', { image });
    expect(outputOf(stack, `${web.id} ${web.name}`)).toMatch(
      /^\$\{docker_container\.web_\w+\.id\} \$\{docker_container\.web_\w+\.name\}$/,
    );
  });

  test.each([
    ['ipv4', 'ip_address'],
    ['ipv6', 'global_ipv6_address'],
  ] as const)('%s selects the network by name', (method, field) => {
    const stack = shop();
    const front = new BridgeNetwork(stack, 'front');
    const web = new Container(stack, 'web', { image, networks: [front] });
    const value = String(outputOf(stack, web[method](front)));
    expect(value.replace(/_[0-9A-F]{8}/g, '')).toBe(
      `\${try(zipmap(docker_container.web.network_data.*.network_name, docker_container.web.network_data.*.${field})[docker_network.front.name], "")}`,
    );
  });

  test('ipv4 knows the default bridge', () => {
    const stack = shop();
    const web = new Container(stack, 'web', { image });
    expect(outputOf(stack, web.ipv4(NetworkMode.bridge))).toContain('.bridge, "")');
  });

  test('hostPort is the number as written', () => {
    const web = new Container(shop(), 'web', {
      image,
      publish: ['8080:80', '5353:53/udp', '9000-9002:90-92'],
    });
    expect([web.hostPort(80), web.hostPort(53, 'udp'), web.hostPort(91)]).toEqual([
      8080, 5353, 9001,
    ]);
  });

  test.each([
    ['53/udp', '0.0.0.0'],
    ['127.0.0.1::53/udp', '127.0.0.1'],
  ])('hostPort selects the port that Docker picks for %s by its address', (publish, address) => {
    const stack = shop();
    const web = new Container(stack, 'web', { image, publish: [publish] });
    const value = String(outputOf(stack, web.hostPort(53, 'udp'))).replace(
      /docker_container\.web_\w{8}/g,
      'web',
    );
    expect(value).toBe(
      `\${try(zipmap(formatlist("%d/%s %s", web.ports.*.internal, web.ports.*.protocol, web.ports.*.ip), web.ports.*.external)["53/udp ${address}"], try(zipmap(formatlist("%d/%s", web.ports.*.internal, web.ports.*.protocol), web.ports.*.external)["53/udp"], 0))}`,
    );
  });

  test('hostPort knows every port of publishAll', () => {
    const web = new Container(shop(), 'web', { image, publishAll: true });
    expect(typeof web.hostPort(80)).toBe('number');
  });

  test.each([
    [80, 'udp'],
    [81, 'tcp'],
  ] as const)('hostPort rejects %i/%s, which is not published', (port, protocol) => {
    const web = new Container(shop(), 'web', { image, publish: ['8080:80'] });
    expect(() => web.hostPort(port, protocol)).toThrow('NO_SUCH_PORT');
  });

  test('rejects the address in a network it is not in', () => {
    const stack = shop();
    const web = new Container(stack, 'web', { image });
    expect(() => web.ipv4(new BridgeNetwork(stack, 'front'))).toThrow(
      'shop/web: it is not in shop/front; add the network to networks, or connect it [NO_SUCH_ATTACHMENT]',
    );
  });
});

describe('host', () => {
  test('is the one of the stack', () => {
    const stack = shop();
    expect(new Container(stack, 'web', { image }).host).toBe(stack.host);
    expect(onlyResource(stack, 'docker_container')).not.toHaveProperty('provider');
  });

  test('may be another one, by a provider alias', () => {
    const stack = shop();
    const host = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });
    expect(new Container(stack, 'web', { image, host }).host).toBe(host);
    expect(onlyResource(stack, 'docker_container')['provider']).toBe('docker.nas');
  });
});

describe('fromName', () => {
  test('refers to a container without a resource', () => {
    const stack = shop();
    const old = Container.fromName(stack, 'old', 'legacy');
    expect([old.id, old.name, old.host]).toEqual(['legacy', 'legacy', stack.host]);
    expect(planOf(stack).resource).toEqual({});
    expect(topologyOf(stack).containers).toEqual([
      expect.objectContaining({
        id: 'shop/old',
        name: 'legacy',
        external: true,
        unknown: ['image', 'attachments', 'publish'],
      }),
    ]);
  });

  test('may be on another host', () => {
    const stack = shop();
    const host = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });
    expect(Container.fromName(stack, 'old', 'legacy', { host }).host).toBe(host);
  });
});

test('rejects a container without an image', () => {
  expect(() => new Container(shop(), 'web', {} as never)).toThrow(
    'shop/web: image is missing; give image [PROP_MISSING]',
  );
});
