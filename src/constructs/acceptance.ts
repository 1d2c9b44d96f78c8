import { Construct, type IConstruct } from 'constructs';
import { checkFindingCode } from '../analysis/finding-codes';
import { expectText } from '../expect';
import type { Acceptance } from '../topology/topology';
import { DockerHost } from './docker-host';

/**
 * A checked acceptance.
 *
 * @param stack - path of the stack, for messages
 * @throws ConfigError `FINDING_CODE_UNKNOWN`, `PROP_EMPTY`, `PROP_TYPE`
 */
export function toAcceptance(
  at: IConstruct | DockerHost | string,
  code: string,
  reason: string,
  stack: string,
): Acceptance {
  const place = placeOf(at, stack);
  expectText(code, place, 'the code of an accepted finding');
  expectText(reason, place, `the reason to accept ${code}`);
  checkFindingCode(code, place);
  return { code, at: place, reason };
}

function placeOf(at: unknown, stack: string): string {
  if (at instanceof DockerHost) return at.name;
  if (Construct.isConstruct(at)) return at.node.path;
  expectText(at, stack, 'the place of an accepted finding');
  return at;
}
