import type { Container } from '../../topology/container';

/**
 * The containers, each after those it depends on or links to, whose network it shares or whose volumes
 * it takes over; otherwise in the order of their declaration. Of a cycle, the first one declared comes first.
 */
export function inOrder(containers: readonly Container[]): Container[] {
  const byId = new Map(containers.map((container) => [container.id, container]));
  const byName = new Map(containers.map((container) => [container.name, container]));
  const done = new Set<string>();
  const ordered: Container[] = [];
  const visit = (container: Container): void => {
    if (done.has(container.id)) return;
    done.add(container.id);
    for (const key of neededBy(container)) {
      const needed = byId.get(key) ?? byName.get(key);
      if (needed !== undefined) visit(needed);
    }
    ordered.push(container);
  };
  containers.forEach(visit);
  return ordered;
}

function neededBy({ dependsOn, links, modeContainer, mounts }: Container): string[] {
  const donors = mounts.filter(({ type }) => type === 'container');
  return [
    ...dependsOn.map(({ container }) => container),
    ...links.map(({ container }) => container),
    ...(modeContainer === undefined ? [] : [modeContainer]),
    ...donors.map(({ source = '' }) => source),
  ];
}
