/** Writes the plan of a network with containers, by one of the libraries, into a folder: for `terraform apply`. */
import { Container as RawContainer } from '@cdktf/provider-docker/lib/container';
import { Network } from '@cdktf/provider-docker/lib/network';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { BridgeNetwork, Container, DockerStack } from 'portolan';

const [library, image = '', prefix = '', outdir] = process.argv.slice(2);
const CONTAINERS = 20;

/** Ends at the first signal, so that destroying takes no grace period. */
const SETTINGS = { image, command: ['sleep', '3600'], stopSignal: 'SIGKILL' };

const app = new App({ outdir });
if (library === 'raw') addRaw();
else addPortolan();
app.synth();

function addPortolan(): void {
  const stack = new DockerStack(app, prefix);
  const network = new BridgeNetwork(stack, 'net');
  for (const id of containerIds()) new Container(stack, id, { ...SETTINGS, networks: [network] });
}

function addRaw(): void {
  const stack = new TerraformStack(app, prefix);
  new DockerProvider(stack, 'docker', {});
  stack.addOverride('terraform.required_providers.docker.version', '4.5.0');
  const network = new Network(stack, 'net', { name: `${prefix}-net` });
  for (const id of containerIds()) {
    new RawContainer(stack, id, {
      ...SETTINGS,
      name: `${prefix}-${id}`,
      networkMode: 'bridge',
      networksAdvanced: [{ name: network.id, aliases: [id] }],
    });
  }
}

function containerIds(): string[] {
  return Array.from({ length: CONTAINERS }, (_, index) => `c${String(index)}`);
}
