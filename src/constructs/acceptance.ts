import { Construct, type IConstruct } from 'constructs';
import { FINDING_CODES } from '../analysis/finding-codes';
import { ConfigError } from '../errors';
import { expectText, nearest, show } from '../expect';
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
  if (FINDING_CODES.has(code)) return { code, at: place, reason };
  const near = nearest(code, FINDING_CODES.keys());
  throw new ConfigError('FINDING_CODE_UNKNOWN', {
    at: place,
    problem: `no finding has the code ${show(code)}`,
    fix: near === undefined ? 'write it as it ends the message' : `did you mean '${near}'?`,
  });
}

function placeOf(at: unknown, stack: string): string {
  if (at instanceof DockerHost) return at.name;
  if (Construct.isConstruct(at)) return at.node.path;
  expectText(at, stack, 'the place of an accepted finding');
  return at;
}
