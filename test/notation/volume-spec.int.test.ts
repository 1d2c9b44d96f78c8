import { posix } from 'node:path';
import { Mount } from '../../src/constructs/mount';
import { benchOf } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { agreesWithDocker, type Inspected } from './agreement';

interface Reading {
  readonly type: string;
  readonly source?: string;
  readonly target: string;
  readonly writable: boolean;
  readonly propagation?: string;
}

/** With the propagation that the engine takes for host paths, and in paths as it keeps them. */
function ourMount(text: string): Reading {
  const {
    type,
    source,
    target = '',
    readOnly,
    propagation = 'rprivate',
  } = Mount.parse(text, 'db').model;
  return {
    type,
    ...(source === undefined ? {} : { source: type === 'bind' ? posix.normalize(source) : source }),
    target: posix.normalize(target).replace(/(.)\/$/, '$1'),
    writable: !readOnly,
    ...(type === 'bind' ? { propagation } : {}),
  };
}

function dockerMount({ Config, Mounts }: Inspected): Reading {
  const [{ Type, Name, Source, Destination, RW, Propagation }] = Mounts as [Inspected['Mounts'][0]];
  const isAnonymous = Config.Volumes !== null && Destination in Config.Volumes;
  const source = Type === 'bind' ? Source : isAnonymous ? undefined : Name;
  return {
    type: Type,
    ...(source === undefined ? {} : { source }),
    target: Destination,
    writable: RW,
    ...(Propagation === '' ? {} : { propagation: Propagation }),
  };
}

describeWithEngine('docker create -v', (engine) => {
  const bench = benchOf('volume-spec');
  const data = bench.name('data');

  agreesWithDocker(bench, engine, {
    args: (text) => ['-v', text],
    ours: ourMount,
    docker: dockerMount,
    accepts: [
      '/x',
      '/srv/x:/x',
      '/srv/x:/x:ro',
      '/srv/x:/x:rw',
      '/srv/x:/x:z',
      '/srv/x:/x:rshared',
      '/srv/x:/x:slave,rw',
      '/srv/x:/x:rslave,ro',
      '/srv/x:/x:cached',
      '/srv/x:/x:consistent,ro',
      '/srv/../srv/x:/x//y/',
      `${data}:/x`,
      `${data}:/x:ro`,
      `${data}:/x:nocopy`,
      `${data}:/x:Z,ro,nocopy`,
      `${data}:/x/../y`,
    ],
    refuses: [
      '',
      ':/x',
      `${data}:`,
      `${data}:/x:`,
      `${data}:x`,
      `${data}:./x`,
      `${data}:/`,
      `${data}:/.`,
      `${data}:/x/..`,
      '/srv/x:/',
      '/x:ro',
      '/x:nocopy,ro',
      `${data}:/x:ro:z`,
      `${data}:/x:RO`,
      `${data}:/x:readonly`,
      `${data}:/x:copy`,
      `${data}:/x:,`,
      `${data}:/x:ro,,z`,
      `${data}:/x:ro,rw`,
      `${data}:/x:ro,ro`,
      `${data}:/x:z,Z`,
      `${data}:/x:nocopy,nocopy`,
      `${data}:/x:rshared`,
      '/srv/x:/x:private,rprivate',
      '/srv/x:/x:cached,delegated',
      '/srv/x:/x:rbind',
      '/srv/x:/x:nocopy',
      '-a:/x',
      'a b:/x',
      'a/b:/x',
      '~/x:/y',
    ],
    differs: {
      'the folder here is none of the machine of the engine': ['./x:/y', '../x:/y', '.:/y'],
      'the start fails, for want of an absolute path': ['x'],
      'the start fails, with the whole file system hidden': ['/'],
      'docker run takes one letter for a drive of Windows': ['c:/x'],
    },
  });
});
