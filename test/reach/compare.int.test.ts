import type { Topology } from 'portolan/topology';
import { createReach } from '../../src/analysis/reach/reach';
import { REASON_CODES, type ReasonCode } from '../../src/analysis/reach/reasons';
import { describeWithNamespaces } from '../support/needs';
import type { Case } from './cases';
import { disagreements } from './compare';
import { compareSeeds, Site, type Compared } from './run';
import { seedText, shrink } from './shrink';

const SEEDS = Array.from({ length: 27 }, (_, seed) => seed);
const CASES_OF_EACH = 400;
const TIMEOUT_MS = 900_000;

/** Fewer examples than this of anything, and the comparison says little about it. */
const EXAMPLES = 30;

/** Each is there for a reason that the comparison cannot show on this engine. */
const NOT_HERE: Readonly<Partial<Record<ReasonCode, string>>> = {
  GATEWAY_MODE_ISOLATED: 'engines before 28 do not know the mode',
  GATEWAY_MODE_ROUTED: 'engines before 28 do not know the mode',
  ENGINE_KIND_UNMEASURED: 'it says that nothing is predicted',
  DRIVER_UNMEASURED: 'it says that nothing is predicted',
  ENGINE_VERSION_UNKNOWN: 'it says that nothing is predicted',
  VALUE_UNKNOWN: 'it says that nothing is predicted',
};

/** What must occur beside the reasons. */
const LABELS = [
  ...['mode networks', 'mode host', 'mode none', 'mode container', 'several networks'],
  ...['driver bridge', 'driver macvlan', 'default bridge', 'internal', 'icc off', 'masquerade off'],
  ...['from container', 'from host', 'from lan', 'from lan with a route', 'from outside'],
  ...['by name', 'by alias', 'by hostname', 'by link', 'by extra-host', 'by container-address'],
  ...['by gateway', 'by host-address', 'by loopback', 'by outside', 'tcp', 'udp', 'icmp'],
  ...['IPv4', 'IPv6', 'published on every address', 'published on 0.0.0.0', 'published on ::'],
  ...['published on 127.0.0.1', 'published on ::1', 'published on 192.168.216.2'],
];

describeWithNamespaces('predictions against a real engine', () => {
  const sites = [new Site(), new Site()];
  let compared: readonly Compared[] = [];

  beforeAll(async () => {
    for (const site of sites) await site.create();
    compared = await compareSeeds(SEEDS, sites, CASES_OF_EACH);
  }, TIMEOUT_MS);
  afterAll(async () => {
    for (const site of sites) await site.remove();
  }, TIMEOUT_MS);

  test(
    'agree in every connection',
    async () => {
      const wrong = compared.flatMap(({ scenario, wrong: all }) =>
        all.map((one) => ({ scenario, one })),
      );
      const [first] = wrong;
      const smallest =
        first === undefined ? '' : await shrink(sites[0]!, first.scenario, first.one);
      expect(wrong.map(({ scenario, one }) => seedText(scenario, one)).join('\n')).toBe('');
      expect(smallest).toBe('');
    },
    TIMEOUT_MS,
  );

  test('are 5,000 and more, and neither all of one kind nor of the other', () => {
    const cases = compared.flatMap(({ measured }) => [...measured.keys()]);
    const reaching = cases.filter(({ answer }) => answer.verdict === 'reaches').length;
    process.stdout.write(
      `${String(cases.length)} connections on engine ${sites[0]!.version}, ${String(reaching)} of them reach\n`,
    );
    expect(cases.length).toBeGreaterThanOrEqual(5000);
    expect(reaching / cases.length).toBeGreaterThan(0.3);
    expect(reaching / cases.length).toBeLessThan(0.7);
  });

  test('have enough examples of everything', () => {
    const counts = countLabels(compared);
    const wanted = [...LABELS, ...REASON_CODES.filter((code) => NOT_HERE[code] === undefined)];
    const few = wanted
      .map((label) => ({ label, count: counts.get(label) ?? 0 }))
      .filter(({ count }) => count < EXAMPLES);
    expect(few).toEqual([]);
  });

  test.each([
    ['forgets icc', (one: Topology) => withOption(one, 'com.docker.network.bridge.enable_icc')],
    ['forgets internal', (one: Topology) => withNetworks(one, { internal: false })],
    ['forgets the second host address', publishedEverywhere],
  ])('would not, if the model %s', (_, plant) => {
    const found = compared.flatMap(({ scenario: { topology }, measured }) => {
      const planted = createReach(plant(topology));
      const outcomes = [...measured].flatMap(([one, outcome]): [Case, string][] => {
        const siblings = planted.ask(one.question);
        const answer = siblings.find(({ address }) => address === one.answer.address);
        return answer === undefined ? [] : [[{ ...one, answer, siblings }, outcome]];
      });
      return disagreements(topology, new Map(outcomes));
    });
    const before = compared.flatMap(({ wrong }) => wrong).length;
    expect(found.length).toBeGreaterThan(before + EXAMPLES);
  });
});

function countLabels(compared: readonly Compared[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of compared.flatMap(({ measured }) => [...measured.keys()])) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

function withNetworks(topology: Topology, fields: object): Topology {
  const networks = topology.networks.map((network) => ({ ...network, ...fields }));
  return { ...topology, networks };
}

function withOption(topology: Topology, forgotten: string): Topology {
  const networks = topology.networks.map((network) => {
    const options = Object.entries(network.options).filter(([key]) => key !== forgotten);
    return { ...network, options: Object.fromEntries(options) };
  });
  return { ...topology, networks };
}

function publishedEverywhere(topology: Topology): Topology {
  const containers = topology.containers.map((container) => ({
    ...container,
    publish: container.publish.map(({ containerPort, hostPort, protocol }) => ({
      containerPort,
      ...(hostPort === undefined ? {} : { hostPort }),
      protocol,
    })),
  }));
  return { ...topology, containers };
}
