/** Synthesizes a case with Portolan: the plan, topology.json and every check. */
import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack } from 'portolan';
import { addressOf, blockOf, caseFromArguments } from './cases';

const { containers, networks, detail } = caseFromArguments(process.argv.slice(2));
const app = new App();
const stack = new DockerStack(app, 'bench');

const declared = Array.from(
  { length: networks },
  (_, index) =>
    new BridgeNetwork(stack, `net${String(index)}`, { subnets: [{ cidr: blockOf(index).cidr }] }),
);
for (let index = 0; index < containers; index += 1) {
  const network = declared[index % networks];
  if (network === undefined) throw new RangeError('no networks');
  new Container(stack, `c${String(index)}`, {
    image: 'nginx:1.27',
    networks: [detail === 'full' ? { network, ipv4: addressOf(index, networks) } : network],
    ...(detail === 'full'
      ? {
          env: { LOG_LEVEL: 'info', PORT: 80 },
          restart: 'always',
          publish: [`${String(10000 + index)}:80`],
        }
      : {}),
  });
}
app.synth();
