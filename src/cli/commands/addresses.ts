import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { addressOwners } from '../../analysis/address-owners';
import { addressUsage } from '../../analysis/address-usage';
import { renderAddresses, renderOwners } from '../../export/addresses';
import { PLAIN_STYLE, type TextStyle } from '../../export/text';
import { formatAddress, parseAddress } from '../../ip/address';
import type { Topology } from '../../topology/topology';
import { readTopologies } from '../read-topologies';

/** Version of what `--json` prints; it grows when a field changes its meaning or goes. */
const JSON_VERSION = 1;

/**
 * `portolan addresses <source> [address]`: who has which addresses.
 *
 * @param end - told the exit code: 1 when nobody has the address that was asked for
 */
export function addAddressesCommand(program: Command, end: (exitCode: number) => void): void {
  program
    .command('addresses')
    .description('show what is used, reserved, dynamic and free, or who has one address')
    .argument('<source>', 'topology.json, or a cdktf.out folder')
    .argument('[address]', 'address to look up; exit code 1 when nobody has it')
    .option('--json', 'print JSON instead of text')
    .action((source: string, address: string | undefined, { json }: { readonly json?: true }) => {
      const topology = readTopologies(source);
      const answer = address === undefined ? usageOf(topology) : ownersOf(topology, address);
      const text = json === true ? JSON.stringify(answer.json, null, 2) : answer.text;
      process.stdout.write(`${text}\n`);
      end(answer.exitCode);
    });
}

interface Answer {
  readonly json: object;
  readonly text: string;
  readonly exitCode: number;
}

function usageOf(topology: Topology): Answer {
  const usage = addressUsage(topology);
  const text = renderAddresses(usage, styleOf(process.stdout.isTTY));
  return { json: { version: JSON_VERSION, ...usage }, text, exitCode: 0 };
}

function ownersOf(topology: Topology, text: string): Answer {
  const address = parseAddress(text, 'portolan addresses');
  const owners = addressOwners(topology, address);
  const isFree = owners.every(({ kind }) => kind === 'free');
  const canonical = formatAddress(address);
  return {
    json: { version: JSON_VERSION, address: canonical, owners },
    text: renderOwners(canonical, owners),
    exitCode: isFree ? 1 : 0,
  };
}

/** Colours only on a terminal, and never with NO_COLOR. */
function styleOf(isTerminal: boolean): TextStyle {
  if (!isTerminal || process.env['NO_COLOR'] !== undefined) return PLAIN_STYLE;
  const { bold, dim, red, yellow } = createColors(true);
  return { heading: bold, faint: dim, error: red, warning: yellow };
}
