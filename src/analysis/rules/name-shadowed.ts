import type { Occurrence, Rule } from '../finding';
import { sharingOf } from '../name-sharing';
import { namesOf, type NameClaim } from '../names';
import { compareText } from '../text';

/** Measured: Docker then answers with both addresses, and the traffic is mixed. */
export const nameShadowed: Rule = {
  code: 'NAME_SHADOWED',
  level: 'warning',
  covers: ['A9'],
  summary: "A container's alias or host name is another container's name in the same network.",
  *find(model) {
    for (const [network, { shared }] of namesOf(model)) {
      for (const [name, claims] of shared) {
        if (sharingOf(model, name, claims) !== 'shadowed') continue;
        const owners = claims
          .filter(({ kind }) => kind === 'name')
          .map(({ container }) => container.id);
        const [owner] = owners.sort(compareText);
        if (owner === undefined) continue;
        for (const claim of claims)
          if (claim.kind !== 'name') yield describe(claim, name, network, owner);
      }
    }
  },
};

function describe(
  { container, kind }: NameClaim,
  name: string,
  network: string,
  owner: string,
): Occurrence {
  return {
    at: container.id,
    problem: `its ${kind} '${name}' is the name of ${owner} in ${network}: lookups get either of the two`,
    fix: `choose another ${kind}`,
  };
}
