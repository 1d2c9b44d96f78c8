import { Construct } from 'constructs';
import { expectText } from '../../expect';
import { checkObjectName } from '../../notation/names';
import type { DockerHost } from '../docker-host';
import { checkHost, DockerStack } from '../docker-stack';
import { checkProps } from '../props';
import { isToken } from '../token';
import { TOPOLOGY_PART, type TopologyPart } from '../topology-part';
import { withoutTokens } from '../without-tokens';
import { completeModel } from './complete-model';
import { CONTAINER_SYMBOL, type IContainer } from './container-reference';
import { noteSource } from '../source-trace';

/** A container that something else made. The provider cannot look its id up, so its name stands in. */
export class ExistingContainer extends Construct implements IContainer {
  readonly [CONTAINER_SYMBOL] = true;
  readonly host: DockerHost;
  readonly id: string;

  constructor(
    scope: Construct,
    id: string,
    readonly name: string,
    props: { readonly host?: DockerHost },
  ) {
    super(scope, id);
    noteSource(this);
    const at = this.node.path;
    expectText(name, at, 'name');
    if (!isToken(name)) checkObjectName(name, at, 'container name');
    checkProps(props, { host: checkHost }, at);
    const stack = DockerStack.of(this);
    this.host = props.host ?? stack.host;
    this.id = name;
    stack.providerFor(this.host);
    stack.touch();
  }

  [TOPOLOGY_PART](): TopologyPart {
    const model = completeModel(
      {
        id: this.node.path,
        name: this.name,
        host: this.host.name,
        stack: DockerStack.of(this).node.id,
        external: true,
        unknown: ['image', 'attachments', 'publish'],
      },
      { mode: 'networks', attachments: [], links: [], dependsOn: [], oneShot: false },
    );
    return { containers: [withoutTokens(model)] };
  }
}
