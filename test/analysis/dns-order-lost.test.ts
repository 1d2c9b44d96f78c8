import { dnsOrderLost as rule } from '../../src/analysis/rules/dns-order-lost';
import { messages, places, type ContainerPart } from './topologies';

function web(part: Partial<ContainerPart>): { containers: ContainerPart[] } {
  return { containers: [{ id: 'web', ...part }] };
}

/** As a container's resolv.conf had them, made by provider 4.5.0. */
test.each([
  ['dns', ['10.0.0.9', '10.0.0.1', '10.0.0.5'], '10.0.0.5, 10.0.0.1, 10.0.0.9'],
  ['dns', ['8.8.8.8', '1.1.1.1'], '1.1.1.1, 8.8.8.8'],
  ['dnsSearch', ['a', 'lab', 'corp'], 'corp, lab, a'],
])('says in which order %s arrives when it is written %j', (what, written, order) => {
  expect(messages(rule, web({ [what]: written }))).toEqual([
    expect.stringContaining(`${what} ${written.join(', ')} reaches the engine as ${order},`),
  ]);
});

test('reports name servers and search domains each', () => {
  const part = { dns: ['8.8.8.8', '1.1.1.1'], dnsSearch: ['lab', 'corp'] };
  expect(places(rule, web(part))).toEqual(['web', 'web']);
});

test.each<Partial<ContainerPart>>([
  { dns: ['1.1.1.1', '8.8.8.8'] },
  { dns: ['8.8.8.8'] },
  { dns: ['8.8.8.8', '8.8.8.8'] },
  { dnsSearch: ['corp', 'lab', 'a'] },
  { dnsOptions: ['timeout:1', 'attempts:1'] },
  { unknown: ['dns'] },
])('lets %j pass', (part) => {
  expect(messages(rule, web(part))).toEqual([]);
});
