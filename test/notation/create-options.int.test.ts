import { CAPABILITIES, parseCapability } from '../../src/notation/capability';
import { parseDevice } from '../../src/notation/device';
import { parseExtraHost } from '../../src/notation/extra-host';
import { parseRestart } from '../../src/notation/restart';
import { parseSignal } from '../../src/notation/signal';
import { parseSize } from '../../src/notation/size';
import { checkUlimit } from '../../src/notation/ulimit';
import { benchOf } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { agreesWithDocker } from './agreement';

describeWithEngine('docker create --device', (engine) => {
  agreesWithDocker(benchOf('device'), engine, {
    args: (text) => ['--device', text],
    ours: (text) => {
      const { hostPath, containerPath, permissions } = parseDevice(text, 'web');
      return [
        { PathOnHost: hostPath, PathInContainer: containerPath, CgroupPermissions: permissions },
      ];
    },
    docker: ({ HostConfig }) => HostConfig.Devices,
    accepts: [
      '/dev/fuse',
      '/dev/fuse:rw',
      '/dev/fuse:/dev/x',
      '/dev/fuse:/dev/x:r',
      '/dev/fuse:/dev/x:rwm',
      '/dev/fuse:/dev/x:mwr',
    ],
    refuses: [
      '',
      'fuse',
      '/dev/fuse:',
      '/dev/fuse:x',
      '/dev/fuse:rr',
      '/dev/fuse:rwmr',
      '/dev/fuse::rw',
      '/dev/fuse:rw:r',
      '/dev/fuse:/dev/x:',
      '/dev/fuse:/dev/x:q',
      '/dev/fuse:/dev/x:rw:z',
    ],
    differs: { 'the start fails, for want of an absolute path': ['fuse:/dev/fuse'] },
  });
});

describeWithEngine('docker create --stop-signal', (engine) => {
  agreesWithDocker(benchOf('signal'), engine, {
    args: (text) => ['--stop-signal', text],
    ours: (text) => parseSignal(text, 'web'),
    // We write what is the same for Docker: upper case, with the prefix.
    docker: ({ Config: { StopSignal = '' } }) =>
      /^\d/.test(StopSignal) ? StopSignal : `SIG${StopSignal.toUpperCase().replace(/^SIG/, '')}`,
    accepts: [
      ...'HUP INT QUIT ILL TRAP ABRT IOT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM'.split(' '),
      ...'STKFLT CHLD CLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO'.split(' '),
      ...'POLL PWR SYS SIGTERM sigquit SigHup 1 15 64 RTMIN RTMIN+1 SIGRTMIN+3'.split(' '),
      ...'RTMIN+15 RTMAX RTMAX-1 SIGRTMAX-14'.split(' '),
    ],
    refuses: [
      '0',
      'SIG',
      'SIGFOO',
      'SIGSIGTERM',
      'EMT',
      'RTMIN+16',
      'RTMIN+03',
      'RTMAX-15',
      'TERM ',
    ],
    differs: {
      'no such signal can be sent': ['65', '1000', '-1'],
      'a number has one spelling': ['+9', '015'],
    },
  });
});

describeWithEngine('docker create --restart', (engine) => {
  agreesWithDocker(benchOf('restart'), engine, {
    args: (text) => ['--restart', text],
    ours: (text) => {
      const { name, maxRetries = 0 } = parseRestart(text, 'web');
      return { Name: name, MaximumRetryCount: maxRetries };
    },
    docker: ({ HostConfig }) => HostConfig.RestartPolicy,
    accepts: [
      'no',
      'always',
      'unless-stopped',
      'on-failure',
      'on-failure:5',
      'on-failure:0',
      'on-failure:05',
      'on-failure:1000000',
      'on-failure:2147483648',
    ],
    refuses: [
      'sometimes',
      'Always',
      'always:3',
      'no:1',
      'unless-stopped:2',
      'on-failure:-1',
      'on-failure:x',
      'on-failure: 3',
      'on-failure:3:4',
      'on-failure:99999999999999999999',
    ],
    differs: {
      'only on-failure counts attempts': ['always:0'],
      'a number has one spelling': ['on-failure:+3'],
      'an empty part is what a variable without a value leaves behind': [
        '',
        { text: 'on-failure:', cli: '28' },
      ],
    },
  });
});

describeWithEngine('docker create --memory', (engine) => {
  agreesWithDocker(benchOf('size'), engine, {
    args: (text) => ['--memory', text],
    ours: (text) => parseSize(text, 'web'),
    docker: ({ HostConfig }) => HostConfig.Memory,
    accepts: [
      '0',
      '8388608',
      '8388608b',
      '8388608 B',
      '10000k',
      '10000KiB',
      '64m',
      '64M',
      '64mb',
      '64MiB',
      '64 m',
      '7.7777m',
      '1.5g',
      '0.01t',
      '1t',
      '1p',
      { text: '.5g', cli: '23' },
      { text: '1.g', cli: '23' },
      { text: '+64m', cli: '23' },
      { text: '1e9', cli: '23' },
      { text: '1E1m', cli: '23' },
    ],
    refuses: [
      '',
      'm',
      '-1',
      '-64m',
      '64x',
      '64mm',
      '64bb',
      '64mbb',
      '64  m',
      '64m ',
      ' 64m',
      '1.5.5m',
      '0x10m',
      'inf',
      'nan',
      { text: '64mi', cli: '23' },
      { text: '8388608i', cli: '23' },
      { text: '8388608ib', cli: '23' },
    ],
    differs: {
      'it is more than any machine has': [{ text: '9e18', cli: '23' }],
      'nobody writes numbers so': [{ text: '1_000m', cli: '23' }],
    },
  });
});

describeWithEngine('docker create --ulimit', (engine) => {
  agreesWithDocker(benchOf('ulimit'), engine, {
    args: (text) => ['--ulimit', text],
    ours: (text) => {
      const [name = '', limits = ''] = text.split('=');
      const [soft = NaN, hard = soft] = limits.split(':').map(Number);
      checkUlimit({ name, soft, hard }, 'web');
      return [{ Name: name, Hard: hard, Soft: soft }];
    },
    docker: ({ HostConfig }) => HostConfig.Ulimits,
    accepts: [
      ...'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime'
        .split(' ')
        .map((name) => `${name}=1:2`),
      'sigpending=1:2',
      'stack=1:2',
      'nofile=0',
      'nofile=1024',
      'nofile=1024:-1',
      'nofile=-1',
      'nofile=-1:-1',
    ],
    refuses: ['as=1', 'NOFILE=1', 'nofile=2048:1024', 'nofile=-1:1024', 'nofile=1.5', 'nofile=x'],
    differs: { 'the kernel would read it as nearly unlimited': ['nofile=-5', 'nofile=-2:5'] },
  });
});

describeWithEngine('docker create --add-host', (engine) => {
  const keyed = (text: string): { text: string; cli: string } => ({ text, cli: '26' });
  agreesWithDocker(benchOf('extra-host'), engine, {
    args: (text) => ['--add-host', text],
    ours: (text) => {
      const { host, address } = parseExtraHost(text, 'web');
      return [`${host}:${address}`];
    },
    docker: ({ HostConfig }) => HostConfig.ExtraHosts,
    accepts: [
      'db:10.0.0.5',
      'db:fd00::5',
      'db:::1',
      'db:host-gateway',
      '_db-1.example:10.0.0.5',
      'a-:10.0.0.5',
      keyed('db=10.0.0.5'),
      keyed('db=fd00::5'),
      keyed('db=host-gateway'),
      keyed('db:[fd00::5]'),
      keyed('db=[fd00::5]'),
      keyed('db:[10.0.0.5]'),
    ],
    refuses: [
      'db',
      'db:',
      'db=',
      ':10.0.0.5',
      '=10.0.0.5',
      'db:web',
      'db:010.0.0.1',
      'db:fe80::1%eth0',
      'db:b:10.0.0.5',
      'db:b=10.0.0.5',
      'db=b=10.0.0.5',
      'db:Host-Gateway',
      'db:[host-gateway]',
      'db:[]',
      'db:[10.0.0.5',
    ],
    differs: {
      'it makes two names, or a comment, of one': ['a b:10.0.0.5', 'a#b:10.0.0.5'],
      'programs refuse such a name, or look up another': [
        '-a:10.0.0.5',
        '*.a:10.0.0.5',
        'ä:10.0.0.5',
      ],
      'an address has one spelling': ['db:10.0.0.5 '],
    },
  });
});

describeWithEngine('docker create --cap-add', (engine) => {
  /** Engines before 23 know those of Linux 5.7 and earlier. */
  const recent = new Set(['PERFMON', 'BPF', 'CHECKPOINT_RESTORE']);
  const isOld = Number.parseInt(engine.version, 10) < 23;
  const known = [...CAPABILITIES].filter((name) => !(isOld && recent.has(name)));

  agreesWithDocker(benchOf('capability'), engine, {
    args: (text) => ['--cap-add', text],
    ours: (text) => [parseCapability(text, 'web')],
    docker: ({ HostConfig }) =>
      HostConfig.CapAdd?.map((name) => {
        const upper = name.toUpperCase();
        return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
      }),
    accepts: [...known, 'ALL', 'all', 'net_admin', 'CAP_NET_ADMIN', 'cap_net_admin'],
    refuses: ['FOO', 'CAP_', 'CAP_ALL', 'CAP_CAP_NET_ADMIN', 'NET ADMIN'],
  });
});
