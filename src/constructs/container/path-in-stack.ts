import type { IConstruct } from 'constructs';
import { DockerStack } from '../docker-stack';

/** `blog-db` for `shop/blog/db` in the stack `shop`. */
export function pathInStack(construct: IConstruct): string {
  const path = construct.node.path.slice(DockerStack.of(construct).node.path.length + 1);
  return path.replaceAll('/', '-');
}
