/** One synthesis of the bench: how many containers on how many networks, and how much each says. */
export interface SynthCase {
  readonly containers: number;
  readonly networks: number;

  /** `plain`: each on one network; `full`: with address, variables, port and restart policy, too. */
  readonly detail: 'plain' | 'full';
}

/** The case that a process is asked for: containers, networks, detail. */
export function caseFromArguments(args: readonly string[]): SynthCase {
  const [containers = '5000', networks = '50', detail = 'plain'] = args;
  return {
    containers: Number(containers),
    networks: Number(networks),
    detail: detail === 'full' ? 'full' : 'plain',
  };
}

/** Block of the network with the number: a /16 each. */
export function blockOf(network: number): { cidr: string; gateway: string } {
  const start = `10.${String(network)}`;
  return { cidr: `${start}.0.0/16`, gateway: `${start}.0.1` };
}

/** Address of the container with the number in its network. */
export function addressOf(container: number, networks: number): string {
  const place = Math.floor(container / networks);
  return `10.${String(container % networks)}.${String(1 + Math.floor(place / 250))}.${String((place % 250) + 2)}`;
}
