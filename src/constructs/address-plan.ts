import { Construct } from 'constructs';
import { resolve } from 'node:path';
import { ConfigError } from '../errors';
import { expectText } from '../expect';
import { bitsOf } from '../ip/address';
import { formatCidr, parseCidr, type Cidr } from '../ip/cidr';
import { spaceOfPlan } from './address-book';
import { ADDRESS_PART, type AddressPart } from './address-part';
import type { AddressSource } from './address-source';
import { addSource } from './address-sources';
import { noteChange } from './app-revision';
import { PlannedSubnet, type PlannedSubnetProps } from './planned-subnet';
import { checkProps, cidr, flag, integer, listOf, text, type PropTable } from './props';
import { TOPOLOGY_PART, type TopologyPart } from './topology-part';

/** Where an {@link AddressPlan} finds addresses, and where it writes down who has them. */
export interface AddressPlanProps {
  /**
   * Blocks that subnets are cut out of, of either family: `10.20.0.0/16`, `fd00:20::/48`. The lowest
   * free place is taken first. Of a pool that holds more than Docker's own pools, those are left out; one
   * that lies in them is asked for, and used.
   */
  readonly pools: readonly string[];

  /**
   * Prefix length of IPv4 subnets for which nothing else is asked.
   *
   * @default 24
   */
  readonly prefixLength?: number;

  /**
   * Prefix length of IPv6 subnets for which nothing else is asked.
   *
   * @default 64
   */
  readonly prefixLengthIpv6?: number;

  /**
   * Addresses and blocks inside the pools that are given by hand. No subnet is cut out of a reserved
   * block; a subnet may hold a smaller one, and none of its addresses is handed out.
   *
   * @default - none
   */
  readonly reserved?: readonly string[];

  /**
   * Blocks in use elsewhere, which no new subnet overlaps: a VPN, a LAN, other people's networks. The
   * interfaces and routes of the app's hosts, Docker's own pools and the subnets that networks of the
   * app write down are avoided without being named.
   *
   * @default - none
   */
  readonly avoid?: readonly string[];

  /**
   * File that records who has what; commit it. A relative path begins at the folder that the program
   * runs in: with `cdktf` that is the one of `cdktf.json`.
   *
   * @default 'portolan.lock.json'
   */
  readonly lockFile?: string;

  /**
   * Days for which a removed network or container keeps its place, so that it gets the same addresses
   * when it comes back. A full pool gives such places up before, the oldest first.
   *
   * @default 30
   */
  readonly keepRemovedDays?: number;

  /**
   * Whether synth fails when the file would change, instead of writing it.
   *
   * @default - what `PORTOLAN_FROZEN` says (`true` or `false`), else whether `CI` is `true`
   */
  readonly frozen?: boolean;
}

const PROPS: PropTable<AddressPlanProps> = {
  pools: listOf(cidr),
  prefixLength: integer({ min: 1, max: 30 }),
  prefixLengthIpv6: integer({ min: 1, max: 126 }),
  reserved: listOf(blockOrAddress),
  avoid: listOf(blockOrAddress),
  lockFile: text,
  keepRemovedDays: integer({ min: 0, max: 36_500 }),
  frozen: flag,
};

/**
 * Finds subnets for networks and addresses for containers, and keeps them: what is added, removed or
 * declared in another order never changes the addresses of anything else. Every bridge network below the
 * plan's scope that names no `subnets` gets a subnet, and every container in it a fixed address.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const plan = new AddressPlan(app, 'addresses', { pools: ['10.20.0.0/16'] });
 * const blog = new DockerStack(app, 'blog');
 * const back = new BridgeNetwork(blog, 'back', { subnets: [plan.subnet({ hosts: 40 })] });
 * new Container(blog, 'db', { image: 'mariadb:11.4.2', networks: [back] });
 * ```
 */
export class AddressPlan extends Construct {
  private readonly source: AddressSource;

  constructor(scope: Construct, id: string, props: AddressPlanProps) {
    super(scope, id);
    const at = this.node.path;
    checkProps(props, PROPS, at, ['pools']);
    const { pools, reserved = [], avoid = [], prefixLength = 24, prefixLengthIpv6 = 64 } = props;
    if (pools.length === 0) {
      throw new ConfigError('PROP_EMPTY', {
        at,
        problem: 'pools is empty',
        fix: "write a block such as '10.20.0.0/16'",
      });
    }
    this.source = {
      at,
      pools: pools.map((pool) => parseCidr(pool, at, 'pool')),
      reserved: reserved.map((range) => readBlock(range, at)),
      avoid: avoid.map((range) => readBlock(range, at)),
      prefixes: { 4: prefixLength, 6: prefixLengthIpv6 },
      lockFile: resolve(props.lockFile ?? 'portolan.lock.json'),
      keepRemovedDays: props.keepRemovedDays ?? 30,
      frozen: props.frozen,
    };
    addSource(scope, this.source);
    noteChange(this);
  }

  /**
   * A subnet of a size, for the `subnets` of a network. Ask for one of each family that the network is to
   * have.
   *
   * @throws ConfigError `ADDRESS_FAMILY`, `PROP_RANGE`, `OPTION_GIVEN_TWICE`
   */
  subnet(props: PlannedSubnetProps = {}): PlannedSubnet {
    return new PlannedSubnet(this.source, props);
  }

  /** @internal */
  [ADDRESS_PART](): AddressPart {
    return { source: this.source };
  }

  /** @internal */
  [TOPOLOGY_PART](): TopologyPart {
    const { pools, reserved, avoided } = spaceOfPlan(this, this.source);
    return {
      addressPlans: [
        {
          id: this.source.at,
          pools: pools.map(formatCidr),
          reserved: reserved.map(formatCidr),
          avoided: [...new Set(avoided.map(formatCidr))].sort(),
        },
      ],
    };
  }
}

/** A block, or one address as a block of its own. */
function readBlock(value: string, at: string): Cidr {
  if (value.includes('/')) return parseCidr(value, at, 'block');
  return parseCidr(`${value}/${String(bitsOf(value.includes(':') ? 6 : 4))}`, at, 'address');
}

function blockOrAddress(value: unknown, at: string, what: string): void {
  expectText(value, at, what);
  readBlock(value, at);
}
