import { macAddressTaken } from '../../src/analysis/rules/mac-address-taken';
import { messages, places, type ContainerPart } from './topologies';

const MAC = '02:42:ac:1b:00:0a';
const networks = [{ id: 'shop/back' }, { id: 'shop/front' }];

function at(id: string, macAddress?: string, network = 'shop/back'): ContainerPart {
  return { id, attachments: [{ network, macAddress }] };
}

test.each<[string, ContainerPart, readonly string[]]>([
  ['the same one', at('shop/b', MAC), ['shop/b']],
  ['the same one in capitals', at('shop/b', MAC.toUpperCase()), ['shop/b']],
  ['another one', at('shop/b', '02:42:ac:1b:00:0b'), []],
  ['none', at('shop/b'), []],
  ['the same one in another network', at('shop/b', MAC, 'shop/front'), []],
])('with %s on a second container', (_, second, found) => {
  const containers = [at('shop/a', MAC), second];
  expect(places(macAddressTaken, { networks, containers })).toEqual(found);
});

test.each<[string, readonly string[]]>([
  ['24.0.9', []],
  ['25.0', ['shop/b']],
])('engine %s sets it: %j', (engineVersion, found) => {
  const hosts = [{ id: 'local', engineVersion }];
  const containers = [at('shop/a', MAC), at('shop/b', MAC)];
  expect(places(macAddressTaken, { hosts, networks, containers })).toEqual(found);
});

test('names the first container by id to all others', () => {
  const containers = [at('shop/c', MAC), at('shop/a', MAC), at('shop/b', MAC)];
  expect(messages(macAddressTaken, { networks, containers })).toEqual(
    ['shop/b', 'shop/c'].map(
      (id) =>
        `${id}: its MAC address ${MAC} in shop/back is the one of shop/a, too; choose another one, or let Docker pick it [MAC_ADDRESS_TAKEN]`,
    ),
  );
});

test('lets a container have the one of a OneShot that has ended', () => {
  const setup = { ...at('shop/a', MAC), oneShot: true };
  const dependsOn = [{ container: 'shop/a', condition: 'completed' as const }];
  const containers = [setup, { ...at('shop/b', MAC), dependsOn }];
  expect(places(macAddressTaken, { networks, containers })).toEqual([]);
});

test('compares no container with itself', () => {
  const [attachment] = at('shop/a', MAC).attachments ?? [];
  const attachments = attachment === undefined ? [] : [attachment, attachment];
  expect(
    places(macAddressTaken, { networks, containers: [{ id: 'shop/a', attachments }] }),
  ).toEqual([]);
});
