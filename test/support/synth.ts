import { Testing, type App } from 'cdktf';
import { DockerStack, type DockerStackProps } from 'portolan';
import { readTopology } from '../../src/constructs/read-topology';
import type { Container } from '../../src/topology/container';
import { renderTopologyJson } from '../../src/topology/json';
import { parseTopology } from '../../src/topology/parse';
import type { Topology } from '../../src/topology/topology';

/** Terraform's form of one resource, data source or provider. */
export type Block = Readonly<Record<string, unknown>>;

/** Terraform's form of some resources of one type, by their logical ids. */
type Blocks = Readonly<Record<string, Block>>;

/** Terraform's form of a stack. */
export interface Plan {
  readonly provider: Readonly<Record<string, Block[]>>;
  readonly resource: Readonly<Record<string, Blocks | undefined>>;
  readonly data: Readonly<Record<string, Blocks | undefined>>;
  readonly variable: Blocks;
  readonly terraform: { readonly required_providers: Readonly<Record<string, Block>> };
}

/** A stack named `shop` in an app of its own. */
export function shop(props: DockerStackProps = {}): DockerStack {
  return new DockerStack(testApp(), 'shop', props);
}

/** An app whose output goes to a folder that goes with the machine's temporary files. */
function testApp(): App {
  return Testing.app();
}

/** The plan that the stack becomes, as `Testing.synth` shows it to users. */
export function planOf(stack: DockerStack): Plan {
  const plan = JSON.parse(Testing.synth(stack)) as Partial<Plan>;
  return { provider: {}, resource: {}, data: {}, variable: {}, ...plan } as Plan;
}

/** The only resource of a type in the stack's plan. */
export function onlyResource(stack: DockerStack, type: string): Block {
  const resources = Object.values(planOf(stack).resource[type] ?? {});
  expect(resources).toHaveLength(1);
  return resources[0] ?? {};
}

/** The resource with a name in the stack's plan. */
export function resourceNamed(stack: DockerStack, type: string, name: string): Block {
  const found = Object.values(planOf(stack).resource[type] ?? {}).filter(
    (resource) => resource['name'] === name,
  );
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

/** The stack's topology as a reader of `topology.json` gets it. */
export function topologyOf(stack: DockerStack): Topology {
  return parseTopology(renderTopologyJson(readTopology(stack)), 'topology.json');
}

/** The only container in the stack's topology. */
export function onlyContainer(stack: DockerStack): Container {
  const { containers } = topologyOf(stack);
  expect(containers).toHaveLength(1);
  return containers[0]!;
}
