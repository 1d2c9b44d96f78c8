import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { asRoot } from '../support/lan-root';
import { describeWithNamespaces } from '../support/needs';
import { compareSeeds, Site, type Compared } from './run';
import { seedText, shrink } from './shrink';

const SEEDS = Array.from({ length: 45 }, (_, index) => 100 + index);
const CASES_OF_EACH = 800;
const TIMEOUT_MS = 3_600_000;

/** Engines by the Debian suite that has them; the first is the machine's own. */
const ENGINES = [undefined, 'trixie', 'sid'];

describeWithNamespaces('predictions against three engines, 100,000 times', () => {
  test.each(ENGINES)(
    'agree on the engine of %s',
    async (suite) => {
      const root = suite === undefined ? undefined : await unpack(suite);
      const sites = [new Site(root), new Site(root)];
      try {
        for (const site of sites) await site.create();
        const compared = await compareSeeds(SEEDS, sites, CASES_OF_EACH);
        report(sites[0]!.version, compared);
        await expectAgreement(sites[0]!, compared);
      } finally {
        for (const site of sites) await site.remove();
        if (root !== undefined) await asRoot('rm', '-rf', root);
      }
    },
    TIMEOUT_MS,
  );
});

async function unpack(suite: string): Promise<string> {
  const root = join(tmpdir(), `portolan-engine-${suite}-${String(process.pid)}`);
  await asRoot(join(__dirname, 'newer-engine.sh'), suite, root);
  return root;
}

function report(version: string, compared: readonly Compared[]): void {
  const count = compared.reduce((sum, { measured }) => sum + measured.size, 0);
  process.stdout.write(
    `${String(count)} connections of ${String(compared.length)} seeds on engine ${version}\n`,
  );
}

async function expectAgreement(site: Site, compared: readonly Compared[]): Promise<void> {
  const wrong = compared.flatMap(({ scenario, wrong: all }) =>
    all.map((one) => ({ scenario, one })),
  );
  const [first] = wrong;
  const smallest = first === undefined ? '' : await shrink(site, first.scenario, first.one);
  const told = wrong.map(({ scenario, one }) => seedText(scenario, one)).join('\n');
  expect(`${told}${smallest}`).toBe('');
}
