import { formatAddress, parseAddress } from '../../src/ip/address';
import { parseExposed, parsePublish } from '../../src/notation/publish';
import { benchOf } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { agreesWithDocker, type Inspected } from './agreement';

type Bindings = Record<string, { ip: string; port: string }[]>;

/** In the words of the engine; where a port is any free one, docker says so by '' and by '0'. */
function ourBindings(text: string): Bindings {
  const bindings: Bindings = {};
  for (const { containerPort, hostPort, hostIp = '', protocol } of parsePublish(text, 'web')) {
    const key = `${String(containerPort)}/${protocol}`;
    const port = hostPort === undefined ? '' : String(hostPort);
    bindings[key] = [...(bindings[key] ?? []), { ip: hostIp, port }];
  }
  return bindings;
}

function dockerBindings({ HostConfig }: Inspected): Bindings {
  return Object.fromEntries(
    Object.entries(HostConfig.PortBindings).map(([key, bindings]) => [
      key,
      bindings.map(({ HostIp, HostPort }) => ({
        ip: HostIp === '' ? '' : formatAddress(parseAddress(HostIp, '')),
        port: HostPort === '0' ? '' : HostPort,
      })),
    ]),
  );
}

describeWithEngine('docker create -p', (engine) => {
  agreesWithDocker(benchOf('publish'), engine, {
    args: (text) => ['-p', text],
    ours: ourBindings,
    docker: dockerBindings,
    accepts: [
      '80',
      '80/tcp',
      '80/udp',
      '80/SCTP',
      '080:80',
      '0000080',
      '65535',
      '80-82',
      '80-80',
      '8080:80',
      '0:80',
      '8000-8002:90-92',
      '8000-8002:90-92/udp',
      '8000-8000:80',
      '127.0.0.1:8080:80',
      '127.0.0.1:0:80',
      '127.0.0.1::80',
      '127.0.0.1::80-82',
      '127.0.0.1:8000-8002:80-82/udp',
      '0.0.0.0:80:80',
      '[::]:80:80',
      '[::1]:8080:80',
      '[::1]::80',
      '[FD00:0::5]:80:80',
      '[127.0.0.1]:8080:80',
      'target=80',
      'published=8080,target=80',
      'target=53,published=5353,protocol=udp',
      'published=8000-8001,target=90-91',
    ],
    refuses: [
      '',
      'http',
      '80:',
      '80/icmp',
      '+80',
      '-80',
      '80-',
      '82-80',
      ' 80',
      '80 ',
      '65536',
      '1:65536',
      '80:80:80',
      '127.0.0.1:80',
      '[::1]:80',
      '[::1:80:80',
      'localhost:80:80',
      '127.1:80:80',
      '256.0.0.1:80:80',
      '[fe80::1%eth0]:80:80',
      '8000-8001:80-82',
      'published=8080',
      'target=80,protocol=icmp',
      'target=80,published',
    ],
    differs: {
      'the provider cannot say that Docker picks one port of a range': [
        '8000-8010:80',
        '8000-8001:80-80',
      ],
      'an empty part is what a variable without a value leaves behind': [
        '80/',
        ':80',
        ':8080:80',
        '::80',
        '[]:80:80',
        'published=,target=80',
      ],
      'nothing can listen on port 0': ['0', '80:0', '0-5:0-5'],
      'docker run leaves out what it does not know': ['published=80,target=80,mode=host'],
    },
  });
});

describeWithEngine('docker create --expose', (engine) => {
  agreesWithDocker(benchOf('expose'), engine, {
    args: (text) => ['--expose', text],
    ours: (text) =>
      parseExposed(text, 'web').map(({ port, protocol }) => `${String(port)}/${protocol}`),
    docker: ({ Config }) => Object.keys(Config.ExposedPorts ?? {}),
    accepts: ['80', '80/udp', '80-82', '80-82/udp'],
    refuses: ['', 'http', '80:80', '65536', '82-80'],
    differs: {
      'nothing can listen on port 0': ['0'],
      'no such protocol can be published': ['80/foo'],
      'an empty part is what a variable without a value leaves behind': ['80/'],
    },
  });
});
