/** Synthesizes a case with the provider's own classes, as someone without Portolan would write it. */
import { Container } from '@cdktf/provider-docker/lib/container';
import { Network } from '@cdktf/provider-docker/lib/network';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { addressOf, blockOf, caseFromArguments } from './cases';

const { containers, networks, detail } = caseFromArguments(process.argv.slice(2));
const app = new App();
const stack = new TerraformStack(app, 'bench');
new DockerProvider(stack, 'docker', {});

const declared = Array.from({ length: networks }, (_, index) => {
  const { cidr, gateway } = blockOf(index);
  const ipamConfig = [{ subnet: cidr, gateway }];
  return new Network(stack, `net${String(index)}`, { name: `net${String(index)}`, ipamConfig });
});
for (let index = 0; index < containers; index += 1) {
  const name = `c${String(index)}`;
  const network = declared[index % networks];
  new Container(stack, name, {
    name: `bench-${name}`,
    image: 'nginx:1.27',
    networkMode: 'bridge',
    destroyGraceSeconds: 10,
    stopTimeout: 10,
    labels: [{ label: 'revision', value: '1' }],
    networksAdvanced: [
      {
        name: network?.id ?? '',
        aliases: [name],
        ...(detail === 'full' ? { ipv4Address: addressOf(index, networks) } : {}),
      },
    ],
    ...(detail === 'full'
      ? {
          env: ['LOG_LEVEL=info', 'PORT=80'],
          restart: 'always',
          ports: [{ internal: 80, external: 10000 + index, ip: '', protocol: 'tcp' }],
          lifecycle: { ignoreChanges: ['ports'] },
        }
      : {}),
  });
}
app.synth();
