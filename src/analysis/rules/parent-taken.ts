import type { Network } from '../../topology/network';
import { describeEngine, mayBeBefore } from '../engine';
import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import type { Model } from '../model';
import { parentOf } from '../parents';
import { compareText } from '../text';

/** First engine that makes several macvlan networks on one interface. */
const SHARED_SINCE = [27] as const;

export const parentTaken: Rule = {
  code: 'PARENT_TAKEN',
  level: 'error',
  covers: ['V3'],
  summary: 'Two macvlan networks, or two ipvlan networks, want the same interface of the host.',
  *find(model) {
    const named = model.topology.networks.filter((network) => parentOf(network) !== undefined);
    const groups = groupBy(
      named,
      (network) => `${network.host} ${network.driver ?? ''} ${parentOf(network) ?? ''}`,
    );
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const [first, ...others] = [...group].sort((a, b) => compareText(a.id, b.id));
      if (first !== undefined) yield* judge(model, first, others);
    }
  },
};

function* judge(model: Model, first: Network, others: readonly Network[]): Generator<Occurrence> {
  const { driver = '', host } = first;
  const isPassthru = [first, ...others].some(
    ({ options }) => options['macvlan_mode'] === 'passthru',
  );
  const isRefused = driver === 'ipvlan' || isPassthru || mayBeBefore(model, host, SHARED_SINCE);
  if (!isRefused) return;
  const why =
    driver === 'ipvlan' || isPassthru
      ? `which ${isPassthru ? 'a passthru network has for itself' : 'one ipvlan network at a time can have'}`
      : `which engines before 27 refuse, and ${describeEngine(model, host)}`;
  for (const network of others) {
    yield {
      at: network.id,
      problem: `its parent ${parentOf(network) ?? ''} is the one of ${first.id}, too, ${why}`,
      fix: 'put both subnets into one network, or use a VLAN of the interface for each',
    };
  }
}
