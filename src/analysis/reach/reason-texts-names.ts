import type { ReasonTable } from './reason-facts';

/** Names that lead nowhere. */
export const NAME_REASONS: ReasonTable<
  | 'NAME_UNKNOWN'
  | 'NAME_OF_ANOTHER_NETWORK'
  | 'NO_NAMES_ON_DEFAULT_BRIDGE'
  | 'NO_NAMES_IN_MODE'
  | 'OUTSIDE_NAME_FROM_INTERNAL'
> = {
  NAME_UNKNOWN: {
    verdict: 'unresolved',
    text: ({ at, from, detail }) => ({
      problem: `nobody that ${from} can find has the name ${at}${detail}`,
      fix: `give the container it means the alias ${at} in a network of ${from}`,
    }),
  },
  NAME_OF_ANOTHER_NETWORK: {
    verdict: 'unresolved',
    text: ({ from, to, via, detail }) => ({
      problem: `${to} has the name ${detail} in ${via}, which ${from} is not in`,
      fix: `connect ${from} to ${via}, or give ${to} the alias in a network of ${from}`,
    }),
  },
  NO_NAMES_ON_DEFAULT_BRIDGE: {
    verdict: 'unresolved',
    text: ({ from, to, detail }) => ({
      problem: `the default bridge serves no names, so ${from} does not find ${to} by ${detail}`,
      fix: `put ${from} and ${to} into a bridge network of your own, or link ${from} to ${to}`,
    }),
  },
  NO_NAMES_IN_MODE: {
    verdict: 'unresolved',
    text: ({ from, via, detail }) => ({
      problem: `${via} has no part in Docker's names, so ${from} does not find ${detail}`,
      fix: `use an address, or an extra host of ${from}`,
    }),
  },
  OUTSIDE_NAME_FROM_INTERNAL: {
    verdict: 'unresolved',
    text: ({ at, from, via }) => ({
      problem: `${from} is in internal networks only (${via}), where no outside name such as ${at} is found`,
      fix: `connect ${from} to a network that is not internal`,
    }),
  },
};
