import { App } from 'cdktf';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Container, DockerHost, DockerStack } from 'portolan';

const app = new App();

// ca.pem, cert.pem and key.pem.
const certPath = process.env['HOST_A_CERTS'] ?? join(homedir(), '.docker', 'host-a');
const hostA = DockerHost.tcp(process.env['HOST_A'] ?? 'tcp://192.168.216.131:2376', {
  name: 'host-a',
  tls: { certPath },
  interfaces: [{ name: 'eth0', addresses: ['192.168.216.131/24'] }],
});
const hostB = DockerHost.ssh(process.env['HOST_B'] ?? 'ssh://root@192.168.216.132', {
  name: 'host-b',
  sshOptions: (process.env['HOST_B_SSH'] ?? '').split(' ').filter((word) => word !== ''),
  interfaces: [{ name: 'eth0', addresses: ['192.168.216.132/24'] }],
});

const stack = new DockerStack(app, 'two-hosts', { host: hostA });

// Both hosts have the same default block, 172.17.0.0/16, so container addresses mean nothing on the other
// host. The containers reach each other by host address and published port.
new Container(stack, 'web-a', { image: 'nginx:1.27', publish: ['8080:80'] });
new Container(stack, 'web-b', { image: 'nginx:1.27', publish: ['8080:80'], host: hostB });

app.synth();
