import { ConfigError } from '../../errors';
import { parseAddress } from '../../ip/address';
import { parseCidr } from '../../ip/cidr';
import { parseMac } from '../../notation/mac';
import { checkHostname, checkInterfaceName, checkObjectName } from '../../notation/names';
import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
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
  find({ topology }) {
    const found: Occurrence[] = [];
    for (const network of topology.networks) if (!network.external) checkNetwork(network, found);
    for (const { id, name, external } of topology.volumes) {
      if (!external)
        note(found, name, (text) => {
          checkObjectName(text, id, 'its name');
        });
    }
    for (const container of topology.containers) checkContainer(container, found);
    return found;
  },
};

function checkNetwork({ id, name, subnets, options }: Network, found: Occurrence[]): void {
  note(found, name, (text) => {
    checkObjectName(text, id, 'its name');
  });
  note(found, options['com.docker.network.bridge.name'], (text) => {
    checkInterfaceName(text, id, 'its Linux bridge');
  });
  for (const { cidr, gateway, ipRange, auxAddresses } of subnets) {
    note(found, cidr, (text) => parseCidr(text, id, 'subnet'));
    note(found, gateway, (text) => parseAddress(text, id, 'gateway'));
    note(found, ipRange, (text) => parseCidr(text, id, 'ipRange'));
    for (const [key, address] of Object.entries(auxAddresses)) {
      note(found, address, (text) => parseAddress(text, id, `auxiliary address '${key}'`));
    }
  }
}

function checkContainer(container: Container, found: Occurrence[]): void {
  const { id, name, hostname, attachments, publish, external } = container;
  if (!external) {
    note(found, name, (text) => {
      checkObjectName(text, id, 'its name');
    });
  }
  note(found, hostname, (text) => {
    checkHostname(text, id);
  });
  for (const { ipv4, ipv6, macAddress } of attachments) {
    note(found, ipv4, (text) => parseAddress(text, id, 'ipv4'));
    note(found, ipv6, (text) => parseAddress(text, id, 'ipv6'));
    note(found, macAddress, (text) => parseMac(text, id));
  }
  for (const { hostIp } of publish) {
    note(found, hostIp, (text) => parseAddress(text, id, 'host address'));
  }
}

/** Notes what is wrong with the text, in the words of the check that the constructs make. */
function note(
  found: Occurrence[],
  text: string | undefined,
  check: (text: string) => unknown,
): void {
  if (text === undefined) return;
  try {
    check(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { at, problem, fix } = error.details;
    found.push({ at, problem, fix });
  }
}
