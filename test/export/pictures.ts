import type { Topology } from 'portolan/topology';
import { quietContainer, topologyFrom } from '../support/topologies';

/** Every kind of lane, chips, doors, and somebody in each mode. */
export function pictured(): Topology {
  return topologyFrom({
    hosts: [
      {
        id: 'local',
        endpoint: 'environment',
        engineVersion: '28.5',
        interfaces: [{ name: 'eth0', addresses: ['192.168.216.131/24'] }],
      },
      { id: 'far', endpoint: 'ssh://far' },
    ],
    networks: [
      network('shop/back', {
        internal: true,
        subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
      }),
      network('shop/front', { options: { 'com.docker.network.bridge.enable_icc': 'false' } }),
      network('shop/lan', { driver: 'macvlan', subnets: [{ cidr: '192.168.216.0/24' }] }),
      network('shop/swarm', { driver: 'overlay' }),
      network('shop/elsewhere', { host: 'far' }),
    ],
    containers: [
      inNetworks('shop/db', [
        { network: 'shop/back', ipv4: '172.27.0.10', aliases: ['db', 'sql'] },
      ]),
      inNetworks(
        'shop/web',
        [
          { network: 'shop/front', aliases: ['www'] },
          { network: 'shop/back', ipv4: '172.27.0.11' },
        ],
        [
          { containerPort: 80, hostPort: 8080, protocol: 'tcp' },
          { containerPort: 443, hostPort: 8443, hostIp: '127.0.0.1', protocol: 'tcp' },
        ],
      ),
      inNetworks('shop/printer', [{ network: 'shop/lan', ipv4: '192.168.216.200' }]),
      inNetworks('shop/spread', [{ network: 'shop/swarm' }]),
      quietContainer('shop/agent', { mode: 'host' }),
      quietContainer('shop/job', { mode: 'none' }),
      quietContainer('shop/sidecar', { mode: 'container', modeContainer: 'shop/web' }),
      { ...inNetworks('shop/other', [{ network: 'shop/elsewhere' }]), host: 'far' },
    ],
  });
}

/** Names that end labels, begin markup, or are longer than any picture. */
const HOSTILE = [
  '"]; end',
  '</title><script>alert(1)</script>',
  "'onload='alert(1)",
  '`x` **y** #quot; %% {a}',
  '\\"]}\n}',
  'ä漢字🙂\u202egnp',
  'n'.repeat(400),
];

/** A container for each hostile name, in a network with that name. */
export function hostile(): Topology {
  return topologyFrom({
    networks: HOSTILE.map((name, index) => network(`n${String(index)}`, { name })),
    containers: HOSTILE.map((name, index) => ({
      ...inNetworks(`c${String(index)}`, [{ network: `n${String(index)}`, aliases: [name] }]),
      name,
    })),
  });
}

/** So many containers on networks of twenty, some of them in two. */
export function crowd(count: number): Topology {
  const networks = Array.from({ length: Math.ceil(count / 20) }, (_, index) =>
    network(`shop/net${String(index)}`, {
      subnets: [{ cidr: `10.${String(index)}.0.0/16`, gateway: `10.${String(index)}.0.1` }],
    }),
  );
  const containers = Array.from({ length: count }, (_, index) => {
    const first = index % networks.length;
    const second = (index * 7 + 1) % networks.length;
    const ids = index % 4 === 0 && second !== first ? [first, second] : [first];
    const attachments = ids.map((id) => ({
      network: `shop/net${String(id)}`,
      ipv4: `10.${String(id)}.1.${String(1 + (index % 250))}`,
    }));
    const publish =
      index % 10 === 0 ? [{ containerPort: 80, hostPort: 8000 + index, protocol: 'tcp' }] : [];
    return inNetworks(`shop/c${String(index)}`, attachments, publish);
  });
  return topologyFrom({ networks, containers });
}

function network(id: string, fields: object): object {
  const name = id.replace('/', '-');
  return { id, name, host: 'local', stack: 'shop', driver: 'bridge', ...fields };
}

function inNetworks(id: string, attachments: object[], publish: object[] = []): object {
  return quietContainer(id, { mode: 'networks', attachments, publish });
}
