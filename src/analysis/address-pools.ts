import { bitsOf } from '../ip/address';
import { overlaps, tryParseCidr, type Cidr } from '../ip/cidr';
import type { Host } from '../topology/host';
import type { Network } from '../topology/network';
import { areSubnetsKnown } from './fixed-addresses';
import { interfaceBlocks, routeBlocks } from './host-networks';
import { bridgeBlock } from './local-blocks';
import { isBridgeOfEngine, type Model } from './model';

/** Docker's own pools: fifteen blocks of /16 and sixteen of /20. */
const DEFAULT_POOLS = [
  { base: '172.17.0.0/16', size: 16 },
  { base: '172.18.0.0/16', size: 16 },
  { base: '172.19.0.0/16', size: 16 },
  { base: '172.20.0.0/14', size: 16 },
  { base: '172.24.0.0/14', size: 16 },
  { base: '172.28.0.0/14', size: 16 },
  { base: '192.168.0.0/16', size: 20 },
];

/** More blocks than this are never used up. */
const MANY = 4096;

/** IPv4 blocks that the engine hands to networks without one of their own, in its order. */
export function autoBlocks({ addressPools }: Host): Cidr[] {
  const pools = addressPools.length === 0 ? DEFAULT_POOLS : addressPools;
  const blocks: Cidr[] = [];
  for (const { base, size } of pools) {
    const cidr = tryParseCidr(base);
    if (cidr?.family !== 4 || size < cidr.prefix || size > bitsOf(4)) continue;
    const step = 1n << BigInt(bitsOf(4) - size);
    for (let { first } = cidr; first <= cidr.last && blocks.length < MANY; first += step) {
      blocks.push({ family: 4, first, last: first + step - 1n, prefix: size });
    }
  }
  return blocks;
}

/** Whether the engine cuts an IPv4 block out of its pools for the network. */
export function picksBlock(model: Model, network: Network): boolean {
  const { driver, subnets, ipamDriver = 'default', options } = network;
  if (driver === 'overlay' || ipamDriver !== 'default' || isBridgeOfEngine(network)) return false;
  if (options['com.docker.network.enable_ipv4'] === 'false') return false;
  return subnets.length === 0 && areSubnetsKnown(model, network);
}

/**
 * The block that the default bridge gets when nobody says: the first one of the pools that no
 * interface or route of the host, as far as they are known, is in.
 */
export function assumedBridgeBlock(model: Model, host: Host): Cidr | undefined {
  if (bridgeBlock(host) !== undefined || host.daemon.bridge !== undefined) return undefined;
  if (host.interfaces.some(({ name }) => name === 'docker0')) return undefined;
  const taken = [...interfaceBlocks(model, host), ...routeBlocks(model, host)];
  return autoBlocks(host).find((block) => !taken.some(({ cidr }) => overlaps(cidr, block)));
}
