import { createReach } from '../../../src/analysis/reach/reach';
import { parsePublish } from '../../../src/notation/publish';
import { inNetworks, topologyOf, type Parts } from '../topologies';

const PARTS: Parts = {
  hosts: [{ id: 'local', daemon: { userlandProxy: false } }],
  networks: [{ id: 'front' }, { id: 'side' }, { id: 'back', internal: true }],
  containers: [
    { id: 'web', ...inNetworks('front'), publish: parsePublish('8080:80', '') },
    { id: 'app', ...inNetworks('side') },
    { id: 'db', ...inNetworks('back') },
  ],
};

function ask(id: string): unknown[] {
  return createReach(topologyOf(PARTS))
    .ask({
      from: { kind: 'container', id },
      to: { kind: 'host-address', host: 'local', family: 4 },
      port: 8080,
      protocol: 'tcp',
    })
    .map(({ verdict, reason }) => [verdict, reason?.code]);
}

test('engines that stop it in different ways agree that it does not reach', () => {
  expect(ask('db')).toEqual([['no-route', 'NO_ROUTE_FROM_INTERNAL']]);
});

test('where some let it through, it depends on the version', () => {
  expect(ask('app')).toEqual([['unknown', 'ENGINE_VERSION_UNKNOWN']]);
});
