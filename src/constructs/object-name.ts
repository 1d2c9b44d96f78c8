import type { Construct, IConstruct } from 'constructs';
import { ConfigError } from '../errors';
import { expectText } from '../expect';
import { checkNetworkName, checkObjectName } from '../notation/names';
import { isToken } from './token';

/**
 * The name that Docker knows the construct by: the given one, else its path with dashes.
 *
 * @throws ConfigError `NAME_MALFORMED`, `PROP_TYPE`, `PROP_EMPTY`
 */
export function objectName(construct: Construct, given: string | undefined, what: string): string {
  const at = construct.node.path;
  if (given !== undefined) {
    expectText(given, at, 'name');
    if (isToken(given)) return given;
    if (what === 'network') checkNetworkName(given, at);
    else checkObjectName(given, at, `${what} name`);
    return given;
  }
  const name = at.replaceAll('/', '-');
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return name;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `the path makes the ${what} name '${name}', which Docker refuses`,
    fix: "give a 'name', or ids of letters, digits, _, . and -",
  });
}

/** `blog-db` for `shop/blog/db` in the stack `shop`. */
export function pathInStack(construct: IConstruct, stack: IConstruct): string {
  return construct.node.path.slice(stack.node.path.length + 1).replaceAll('/', '-');
}
