import type { Rule } from '../finding';

const MODES = ['ipv4', 'ipv6'].map((family) => `com.docker.network.bridge.gateway_mode_${family}`);

export const isolatedNotInternal: Rule = {
  code: 'ISOLATED_NOT_INTERNAL',
  level: 'error',
  covers: ['M25'],
  summary: 'A bridge is to be isolated from its host and is not internal.',
  *find({ topology }) {
    for (const { id: at, driver, options, internal, external } of topology.networks) {
      if (external || internal || driver !== 'bridge') continue;
      const key = MODES.find((option) => options[option] === 'isolated');
      if (key === undefined) continue;
      yield {
        at,
        problem: `${key.endsWith('4') ? 'gatewayMode' : 'gatewayModeIpv6'} is 'isolated', which only internal networks can be`,
        fix: 'set internal to true, or choose another gateway mode',
      };
    }
  },
};
