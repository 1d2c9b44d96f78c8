import type { Command } from 'commander';
import { addressOwners } from '../../analysis/address-owners';
import { addressUsage } from '../../analysis/address-usage';
import { renderAddresses, renderOwners } from '../../export/addresses';
import { formatAddress, parseAddress } from '../../ip/address';
import type { Topology } from '../../topology/topology';
import { FOUND, type Report } from '../exit-codes';
import { readSources } from '../read-sources';
import { terminalStyle } from '../terminal-style';

/** Version of what `--json` prints; it grows when a field changes its meaning or goes. */
const JSON_VERSION = 1;

/** `portolan addresses <source> [address]`: who has which addresses. */
export function addAddressesCommand(program: Command, report: Report): void {
  program
    .command('addresses')
    .description('show what is used, reserved, dynamic and free, or who has one address')
    .argument(
      '<source>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .argument('[address]', 'address to look up; exit code 1 when nobody has it')
    .option('--json', 'print JSON instead of text')
    .action((source: string, address: string | undefined, { json }: { readonly json?: true }) => {
      const { topology } = readSources([source]);
      const answer = address === undefined ? usageOf(topology) : ownersOf(topology, address);
      const text = json === true ? JSON.stringify(answer.json, null, 2) : answer.text;
      process.stdout.write(`${text}\n`);
      if (answer.isMissing) report(FOUND);
    });
}

interface Answer {
  readonly json: object;
  readonly text: string;
  /** Whether nobody has the address that was asked for. */
  readonly isMissing: boolean;
}

function usageOf(topology: Topology): Answer {
  const usage = addressUsage(topology);
  const text = renderAddresses(usage, terminalStyle(process.stdout.isTTY, process.env['NO_COLOR']));
  return { json: { version: JSON_VERSION, ...usage }, text, isMissing: false };
}

function ownersOf(topology: Topology, text: string): Answer {
  const address = parseAddress(text, 'portolan addresses');
  const owners = addressOwners(topology, address);
  const canonical = formatAddress(address);
  return {
    json: { version: JSON_VERSION, address: canonical, owners },
    text: renderOwners(canonical, owners),
    isMissing: owners.every(({ kind }) => kind === 'free'),
  };
}
