import type { TerraformProvider, TerraformResource } from 'cdktf';
import { ConfigError } from '../errors';
import { expectText } from '../expect';

/**
 * Takes an object that exists already into Terraform's state, by an import block (Terraform 1.5 or
 * later), and leaves it as it is: what the provider does not read back would else replace it.
 */
export function adopt(
  resource: TerraformResource,
  id: string,
  provider: TerraformProvider | undefined,
): void {
  resource.importFrom(id, provider);
  resource.lifecycle = { ...resource.lifecycle, ignoreChanges: 'all' };
}

/**
 * Refuses what is not the whole id of a container or network; the provider finds neither by name.
 *
 * @throws ConfigError `ID_MALFORMED`, `PROP_TYPE`
 */
export function checkDockerId(id: unknown, at: string, what: string): void {
  expectText(id, at, what);
  if (/^[0-9a-z]{25}$|^[0-9a-f]{64}$/.test(id)) return;
  throw new ConfigError('ID_MALFORMED', {
    at,
    problem: `${what} is '${id}'`,
    fix: `write the whole id: docker inspect --format '{{.Id}}' ${id}`,
  });
}
