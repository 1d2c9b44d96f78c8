import { ConfigError } from '../../errors';
import { parseAddress } from '../../ip/address';
import { parseCidr } from '../../ip/cidr';
import { parseMac } from '../../notation/mac';
import { checkHostname, checkInterfaceName, checkObjectName } from '../../notation/names';
import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import { attempt } from '../attempt';
import type { Occurrence, Rule } from '../finding';

/**
 * The constructs refuse such values at once; a topology that was read from somewhere else, or whose
 * values only Terraform knew before, may hold them.
 */
export const valueMalformed: Rule = {
  code: 'VALUE_MALFORMED',
  level: 'error',
  covers: ['N6', 'N16', 'A14', 'M17', 'L1', 'L3'],
  summary: 'A value is wrong by itself, and the engine refuses it or reads it in its own way.',
  *find({ topology }) {
    for (const network of topology.networks) if (!network.external) yield* ofNetwork(network);
    for (const { id, name, external } of topology.volumes) {
      if (!external)
        yield* mistake(id, name, (text) => {
          checkObjectName(text, id, 'its name');
        });
    }
    for (const container of topology.containers) yield* ofContainer(container);
  },
};

function* ofNetwork({ id, name, subnets, options }: Network): Generator<Occurrence> {
  yield* mistake(id, name, (text) => {
    checkObjectName(text, id, 'its name');
  });
  yield* mistake(id, options['com.docker.network.bridge.name'], (text) => {
    checkInterfaceName(text, id, 'its Linux bridge');
  });
  for (const { cidr, gateway, ipRange, auxAddresses } of subnets) {
    yield* mistake(id, cidr, (text) => parseCidr(text, id, 'subnet'));
    yield* mistake(id, gateway, (text) => parseAddress(text, id, 'gateway'));
    yield* mistake(id, ipRange, (text) => parseCidr(text, id, 'ipRange'));
    for (const [key, address] of Object.entries(auxAddresses)) {
      yield* mistake(id, address, (text) => parseAddress(text, id, `auxiliary address '${key}'`));
    }
  }
}

function* ofContainer(container: Container): Generator<Occurrence> {
  const { id, name, hostname, attachments, publish, external } = container;
  if (!external)
    yield* mistake(id, name, (text) => {
      checkObjectName(text, id, 'its name');
    });
  yield* mistake(id, hostname, (text) => {
    checkHostname(text, id);
  });
  for (const { ipv4, ipv6, macAddress } of attachments) {
    yield* mistake(id, ipv4, (text) => parseAddress(text, id, 'ipv4'));
    yield* mistake(id, ipv6, (text) => parseAddress(text, id, 'ipv6'));
    yield* mistake(id, macAddress, (text) => parseMac(text, id));
  }
  for (const { hostIp } of publish) {
    yield* mistake(id, hostIp, (text) => parseAddress(text, id, 'host address'));
  }
}

/** What is wrong with the text, in the words of the check that the constructs make. */
function* mistake(
  at: string,
  text: string | undefined,
  check: (text: string) => unknown,
): Generator<Occurrence> {
  const result = text === undefined ? undefined : attempt(() => check(text));
  if (result instanceof ConfigError) {
    const { problem, fix } = result.details;
    yield { at, problem, fix };
  }
}
