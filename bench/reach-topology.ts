/** How containers are spread over networks: on one to three that are near each other, or each otherwise. */
export type Spread = 'few' | 'distinct';

/** A topology in its JSON form: one host, every tenth network internal, a third of the containers published. */
export function reachDocument(containers: number, networks: number, spread: Spread): object {
  const next = numbers();
  const seen = new Set<string>();
  return {
    version: 1,
    hosts: [{ id: 'local', endpoint: 'environment', engineVersion: '28.5' }],
    networks: Array.from({ length: networks }, (_, index) => ({
      id: `bench/net${String(index)}`,
      name: `bench-net${String(index)}`,
      host: 'local',
      driver: 'bridge',
      internal: index % 10 === 0,
    })),
    volumes: [],
    containers: Array.from({ length: containers }, (_, index) => ({
      id: `bench/c${String(index)}`,
      name: `bench-c${String(index)}`,
      host: 'local',
      image: 'nginx:1.27',
      mode: 'networks',
      attachments: placesOf(networks, spread, next, seen).map((place) => ({
        network: `bench/net${String(place)}`,
      })),
      publish:
        index % 3 === 1 ? [{ containerPort: 80, hostPort: 10_000 + index, protocol: 'tcp' }] : [],
    })),
  };
}

function placesOf(
  networks: number,
  spread: Spread,
  next: () => number,
  seen: Set<string>,
): number[] {
  for (;;) {
    const places = spread === 'few' ? nearPlaces(networks, next) : anyPlaces(networks, next);
    const key = places.join();
    if (spread === 'few') return places;
    if (seen.has(key)) continue;
    seen.add(key);
    return places;
  }
}

function nearPlaces(networks: number, next: () => number): number[] {
  const first = Math.floor(next() * networks);
  const count = 1 + Math.floor(next() * 3);
  const places = Array.from({ length: count }, () => (first + Math.floor(next() * 3)) % networks);
  return inOrder([first, ...places.slice(1)]);
}

function anyPlaces(networks: number, next: () => number): number[] {
  const count = 3 + Math.floor(next() * 8);
  return inOrder(Array.from({ length: count }, () => Math.floor(next() * networks)));
}

function inOrder(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Numbers below one, the same in each run (Mulberry32). */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
