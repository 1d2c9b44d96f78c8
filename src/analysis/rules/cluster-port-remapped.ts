import { formatPublish } from '../../notation/publish';
import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { imageName } from '../image-of';
import { usageOf } from '../usage';

const REDIS = /(?:^|\/)(?:redis|valkey)$/;
const PORT = /(?:^|\s)(?:--)?port[\s="']+(\d+)/;
const ANNOUNCED = /cluster-announce-port[\s="']+(\d+)/;

/** A cluster tells its clients where each key is by the port it announces, which is its own. */
export const clusterPortRemapped: Rule = {
  code: 'CLUSTER_PORT_REMAPPED',
  level: 'warning',
  covers: [],
  summary: 'A Redis Cluster node is published on another port than the one it announces.',
  *find(model) {
    for (const container of usageOf(model).publishers) {
      if (!REDIS.test(imageName(model, container) ?? '')) continue;
      const node = clusterNodeOf(container);
      const port = container.publish.find(({ containerPort }) => containerPort === node?.port);
      if (node === undefined || port?.hostPort === undefined) continue;
      if (port.hostPort === node.announced) continue;
      yield {
        at: container.id,
        problem: `it is a cluster node published with '${formatPublish(port)}' and announces port ${String(node.announced)}: clients outside are sent to a port where it is not`,
        fix: 'let each node answer on the port it is published on, or set cluster-announce-port',
      };
    }
  },
};

/** Port of a cluster node, and the one it tells others; nothing unless cluster mode is on. */
function clusterNodeOf(
  container: Container,
): { readonly port: number; readonly announced: number } | undefined {
  const text = configurationOf(container);
  if (!/cluster-enabled[\s="']+yes/.test(text)) return undefined;
  const port = Number(PORT.exec(text)?.[1] ?? 6379);
  return { port, announced: Number(ANNOUNCED.exec(text)?.[1] ?? port) };
}

function configurationOf({ command = [], entrypoint = [], files }: Container): string {
  const words = [...entrypoint, ...command].join(' ');
  return [words, ...files.map(({ content }) => content ?? '')].join('\n');
}
