import { createHash } from 'node:crypto';
import { Fn, Token } from 'cdktf';
import type { NetworkResource } from './network-resource';
import { isToken } from './token';

/** Label that holds a hash of the options; a change of it replaces the network. */
const OPTIONS_LABEL = 'portolan.options';

/**
 * The engine adds options of its own to an overlay network (its VXLAN ids), and the provider would
 * replace the network at every plan because of them. So Terraform ignores what it reads, and a label
 * tells it when the declared options change.
 */
export function watchOptions(network: NetworkResource): void {
  const options = network.optionsInput;
  if (options === undefined || network.lifecycle?.ignoreChanges === 'all') return;
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  const value = hashOf(sorted);
  const labels = Array.isArray(network.labelsInput) ? network.labelsInput : [];
  network.putLabels([...labels, { label: OPTIONS_LABEL, value }]);
  network.lifecycle = { ignoreChanges: ['options'] };
}

/** Terraform hashes what only Terraform knows: the text of a token is not the same at every synth. */
function hashOf(options: readonly (readonly [string, string])[]): string {
  if (options.some((option) => option.some(isToken))) {
    return Token.asString(Fn.substr(Fn.sha256(Fn.jsonencode(options)), 0, 16));
  }
  return createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16);
}
