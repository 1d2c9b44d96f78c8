import type { Reason, Verdict } from './answer';
import type { ReasonFacts, ReasonKind } from './reason-facts';
import { NAME_REASONS } from './reason-texts-names';
import { REFUSED_REASONS } from './reason-texts-refused';
import { ROUTE_REASONS } from './reason-texts-routes';
import { DROP_REASONS } from './reason-texts-drops';
import type { ReasonCode } from './reasons';

const REASONS: Readonly<Record<ReasonCode, ReasonKind>> = {
  ...NAME_REASONS,
  ...ROUTE_REASONS,
  ...DROP_REASONS,
  ...REFUSED_REASONS,
};

/** The verdict that the code belongs to. */
export function verdictOf(code: ReasonCode): Verdict {
  return REASONS[code].verdict;
}

/** The reason in words. */
export function reasonOf(code: ReasonCode, facts: ReasonFacts): Reason {
  const { at } = facts;
  const all = { from: 'it', to: at, via: at, port: 'it', detail: '', ...facts };
  return { code, at, ...REASONS[code].text(all) };
}
