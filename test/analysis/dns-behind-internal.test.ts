import { dnsBehindInternal as rule } from '../../src/analysis/rules/dns-behind-internal';
import {
  defaultBridge,
  inNetworks,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const bridge = defaultBridge();
const networks: readonly NetworkPart[] = [
  { id: 'back', internal: true },
  { id: 'lan', driver: 'macvlan', internal: true },
  { id: 'front' },
  { id: 'other', external: true, internal: true },
  bridge,
];

function worker(part: Partial<ContainerPart>): {
  networks: typeof networks;
  containers: ContainerPart[];
} {
  return { networks, containers: [{ id: 'worker', dns: ['1.1.1.1'], ...part }] };
}

test.each([[['back']], [['lan']], [['back', 'lan']]])('reports a container in %j', (names) => {
  expect(places(rule, worker(inNetworks(...names)))).toEqual(['worker']);
});

test.each<[string, Partial<ContainerPart>]>([
  ['has a network with a way out', inNetworks('back', 'front')],
  ['is on the default bridge', inNetworks(bridge.id)],
  ['is in a network that is not declared here', inNetworks('back', 'other')],
  ['is in a network that nobody knows', inNetworks('back', 'elsewhere')],
  ['is in host mode', { mode: 'host' }],
  ['has search domains only', { ...inNetworks('back'), dns: [], dnsSearch: ['lab'] }],
])('lets a container pass that %s', (_, part) => {
  expect(messages(rule, worker(part))).toEqual([]);
});
