import { compareVersions, type Version } from '../../notation/version';

/** Engines that were measured; what is said of one holds for the versions of its line. */
export type EngineLine = '20.10' | '26' | '28' | '29';

/** Every measured line, the oldest first. */
export const ENGINE_LINES: readonly EngineLine[] = ['20.10', '26', '28', '29'];

/** What differs between engines and decides who reaches whom. */
export interface EngineRules {
  readonly line: EngineLine;

  /** Whether a container in internal networks alone has a default route, to the bridge. */
  readonly routesInternal: boolean;

  /** Whether what comes to a container's address past its bridge is dropped before every other rule. */
  readonly dropsDirect: boolean;

  /** Whether the firewall keeps every bridge from every other one. */
  readonly isolatesBridges: boolean;

  /** Whether the firewall lets containers of other bridges come to a published port. */
  readonly forwardsPublished: boolean;

  /** Whether it looks at the gateway modes of a network. */
  readonly hasGatewayModes: boolean;

  /** Whether it writes IPv6 rules unasked. */
  readonly hasIpv6Rules: boolean;

  /** Whether its IPv6 rules cut members of an internal network off from each other. */
  readonly cutsInternalIpv6: boolean;

  /** Whether a container has ::1 where none of its networks has IPv6. */
  readonly keepsIpv6Loopback: boolean;

  /** Whether its proxy answers UDP from the address that is nearest to whoever asks. */
  readonly mixesUpUdp: boolean;
}

const OLD: Omit<EngineRules, 'line'> = {
  routesInternal: true,
  dropsDirect: false,
  isolatesBridges: true,
  forwardsPublished: false,
  hasGatewayModes: false,
  hasIpv6Rules: false,
  cutsInternalIpv6: true,
  keepsIpv6Loopback: false,
  mixesUpUdp: true,
};

const NEW: Omit<EngineRules, 'line'> = {
  routesInternal: false,
  dropsDirect: true,
  isolatesBridges: true,
  forwardsPublished: false,
  hasGatewayModes: true,
  hasIpv6Rules: true,
  cutsInternalIpv6: false,
  keepsIpv6Loopback: true,
  mixesUpUdp: false,
};

/** The differences, by line. */
export const ENGINE_RULES: Readonly<Record<EngineLine, EngineRules>> = {
  '20.10': { line: '20.10', ...OLD },
  '26': {
    line: '26',
    ...OLD,
    routesInternal: false,
    cutsInternalIpv6: false,
    keepsIpv6Loopback: true,
  },
  '28': { line: '28', ...NEW },
  '29': { line: '29', ...NEW, isolatesBridges: false, forwardsPublished: true },
};

interface Span {
  /** First version that is not of the span any more. */
  readonly before: Version;
  readonly lines: readonly EngineLine[];
}

/** Between two measured lines, what holds is what both of them say. */
const SPANS: readonly Span[] = [
  { before: [21], lines: ['20.10'] },
  { before: [26], lines: ['20.10', '26'] },
  { before: [27], lines: ['26'] },
  { before: [28], lines: ['26', '28'] },
  { before: [29], lines: ['28'] },
];

/** Lines that an engine of the version may behave like: all of them when it is not known. */
export function linesOf(version: Version | undefined): readonly EngineLine[] {
  if (version === undefined) return ENGINE_LINES;
  return SPANS.find(({ before }) => compareVersions(version, before) < 0)?.lines ?? ['29'];
}
