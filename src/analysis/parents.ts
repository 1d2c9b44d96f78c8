import type { Network } from '../topology/network';

/** A macvlan or ipvlan network that names its parent interface. */
export function parentOf({ driver, options, external }: Network): string | undefined {
  if (external || (driver !== 'macvlan' && driver !== 'ipvlan')) return undefined;
  return options['parent'];
}

/** Name and number of `eth0.50`; nothing when it names no VLAN. */
export function vlanOf(parent: string): { readonly base: string; readonly id: number } | undefined {
  const [, base, id] = /^(.+)\.(\d+)$/.exec(parent) ?? [];
  return base === undefined ? undefined : { base, id: Number(id) };
}
