import { hostPortEphemeral } from '../../src/analysis/rules/host-port-ephemeral';
import { parsePublish } from '../../src/notation/publish';
import { messages, places } from './topologies';

const networks = [{ id: 'shop/front' }];
const attachments = [{ network: 'shop/front' }];

test.each([
  ['32767:80', false],
  ['32768:80', true],
  ['60999:80/udp', true],
  ['61000:80', false],
  ['8080:40000', false],
  ['40000', false],
])("of '%s' it finds something: %s", (publish, isFound) => {
  const containers = [{ id: 'shop/web', attachments, publish: parsePublish(publish, '') }];
  expect(places(hostPortEphemeral, { networks, containers })).toEqual(isFound ? ['shop/web'] : []);
});

test('says it once of a range, and names the ports that are among them', () => {
  const publish = parsePublish('32760-32770:10000-10010/udp', '');
  const containers = [{ id: 'shop/sip', attachments, publish }];
  expect(messages(hostPortEphemeral, { networks, containers })).toEqual([
    "shop/sip: publish '32768:10008/udp', '32769:10009/udp' and '32770:10010/udp' takes ports between 32768 and 60999, which Linux and Docker hand out themselves: one of them may be in use when the container starts; choose ports below 32768 [HOST_PORT_EPHEMERAL]",
  ]);
});
