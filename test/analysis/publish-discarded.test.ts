import { publishDiscarded } from '../../src/analysis/rules/publish-discarded';
import {
  defaultBridge,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const publish = [{ containerPort: 80, hostPort: 8080, protocol: 'tcp' as const }];
const networks: NetworkPart[] = [
  defaultBridge(),
  { id: 'shop/back', name: 'back', internal: true },
  { id: 'shop/front', name: 'front' },
  { id: 'shop/lan', name: 'lan', driver: 'macvlan' },
  { id: 'shop/mesh', name: 'mesh', driver: 'overlay' },
  { id: 'shop/alan', name: 'alan', driver: 'ipvlan' },
  { id: 'blog/back', name: 'back', external: true },
];

function web(...ids: readonly string[]): ContainerPart {
  return { id: 'shop/web', publish, attachments: ids.map((network) => ({ network })) };
}

test.each<[readonly string[], boolean]>([
  [['local:bridge'], false],
  [['shop/front'], false],
  [['shop/mesh'], false],
  [['shop/back'], true],
  [['blog/back'], true],
  [['shop/lan'], true],
  [['shop/back', 'shop/front'], false],
  [['shop/back', 'shop/lan'], true],
  [['shop/lan', 'shop/front'], false],
  [['shop/alan', 'shop/front'], true],
  [['shop/back', 'elsewhere/front'], false],
])('of a container in %j it finds something: %s', (ids, isFound) => {
  expect(places(publishDiscarded, { networks, containers: [web(...ids)] })).toEqual(
    isFound ? ['shop/web'] : [],
  );
});

test.each([
  ['27.5', ['shop/web']],
  ['28.0', []],
  [undefined, []],
])('on engine %s it looks at priorities: %j', (engineVersion, found) => {
  const attachments = [{ network: 'shop/alan' }, { network: 'shop/front', gatewayPriority: 1 }];
  const containers = [{ id: 'shop/web', publish, attachments }];
  const hosts = [{ id: 'local', engineVersion }];
  expect(places(publishDiscarded, { hosts, networks, containers })).toEqual(found);
});

test.each([
  ['host' as const, 'in host mode the program has the ports of the host itself'],
  ['none' as const, 'a container without network has none'],
])('says why nothing is opened in %s mode', (mode, reason) => {
  const containers = [{ id: 'shop/web', mode, publish }];
  expect(messages(publishDiscarded, { containers })).toEqual([
    `shop/web: publish '8080:80' opens nothing: ${reason}; drop publish, or put the container into a network [PUBLISH_DISCARDED]`,
  ]);
});

test('leaves container mode to another rule', () => {
  const containers: ContainerPart[] = [{ id: 'shop/web', mode: 'container', publish }];
  expect(places(publishDiscarded, { containers })).toEqual([]);
});

test('finds publishAll, too', () => {
  const containers = [{ ...web('shop/lan'), publish: [], publishAll: true }];
  expect(messages(publishDiscarded, { networks, containers })).toEqual([
    'shop/web: publish of every exposed port opens nothing: its default route is in shop/lan, and macvlan publishes nothing: it has an address on the LAN itself; add a bridge network that is not internal and that gets the default route, or drop publish [PUBLISH_DISCARDED]',
  ]);
});
