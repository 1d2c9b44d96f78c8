import type { IConstruct } from 'constructs';
import { ConfigError } from '../errors';
import { ADDRESS_PART, hasAddressPart } from './address-part';
import type { AddressSource } from './address-source';

const sources = new WeakMap<IConstruct, AddressSource>();

/**
 * Makes the plan the one of everything in the scope.
 *
 * @throws ConfigError `OPTION_GIVEN_TWICE`, `ADDRESS_PLAN_LATE`
 */
export function addSource(scope: IConstruct, source: AddressSource): void {
  const other = sources.get(scope);
  if (other !== undefined) {
    throw new ConfigError('OPTION_GIVEN_TWICE', {
      at: source.at,
      problem: `${other.at} is the address plan of the same scope`,
      fix: 'add its pools to that one, or make it inside a stack or construct of its own',
    });
  }
  const late = scope.node.findAll().find(isOpenNetwork);
  if (late !== undefined) {
    throw new ConfigError('ADDRESS_PLAN_LATE', {
      at: source.at,
      problem: `network ${late.node.path} was declared before it and left its block to Docker`,
      fix: 'declare the plan first',
    });
  }
  sources.set(scope, source);
}

/** The nearest plan above the construct. */
export function findSource(construct: IConstruct): AddressSource | undefined {
  for (let scope = construct.node.scope; scope !== undefined; scope = scope.node.scope) {
    const source = sources.get(scope);
    if (source !== undefined) return source;
  }
  return undefined;
}

function isOpenNetwork(construct: IConstruct): boolean {
  return hasAddressPart(construct) && construct[ADDRESS_PART]().network?.isOpen === true;
}
