import { peerPortIsHostPort as rule } from '../../src/analysis/rules/peer-port-is-host-port';
import { inNetworks, messages, places, type ContainerPart } from './topologies';

const networks = [{ id: 'back' }];

function asking(value: string): ContainerPart {
  return { id: 'web', env: { API_URL: value }, ...inNetworks('back') };
}

const api: ContainerPart = {
  id: 'api',
  publish: [{ containerPort: 80, hostPort: 8080, protocol: 'tcp' }],
  ...inNetworks('back'),
};

test.each(['http://api:8080', 'api:8080', 'http://user:secret@API:8080/x'])(
  'reports the port of the host in %s',
  (value) => {
    expect(places(rule, { networks, containers: [asking(value), api] })).toEqual(['web']);
  },
);

test.each(['http://api:80', 'http://api', 'api', 'http://api:9090', 'http://other:8080'])(
  'lets %s pass',
  (value) => {
    expect(messages(rule, { networks, containers: [asking(value), api] })).toEqual([]);
  },
);

test.each<[string, ContainerPart]>([
  ['says that it answers there, too', { ...api, listens: [{ port: 8080, protocol: 'tcp' }] }],
  [
    'has an image that does',
    {
      ...api,
      image: 'tomcat:10',
      publish: [{ containerPort: 8443, hostPort: 8080, protocol: 'tcp' }],
    },
  ],
  [
    'gets a port of the host that Docker picks',
    { ...api, publish: [{ containerPort: 80, protocol: 'tcp' }] },
  ],
])('lets a neighbour pass that %s', (_, peer) => {
  const containers = [asking('http://api:8080'), peer];
  expect(messages(rule, { networks, containers })).toEqual([]);
});
