import { ConfigError } from '../../src/errors';
import { compareVersions, parseVersion } from '../../src/notation/version';
import { docker, tryDocker, type Bench } from '../support/docker';
import type { Engine } from '../support/needs';

/** What `docker inspect` says of a container, as far as the suites look. */
export interface Inspected {
  readonly Config: {
    readonly Env: readonly string[];
    readonly ExposedPorts?: Readonly<Record<string, object>>;
    readonly StopSignal?: string;
    readonly Volumes: Readonly<Record<string, object>> | null;
  };
  readonly HostConfig: {
    readonly Binds: readonly string[] | null;
    readonly CapAdd: readonly string[] | null;
    readonly Devices: readonly object[] | null;
    readonly ExtraHosts: readonly string[] | null;
    readonly Memory: number;
    readonly PortBindings: Readonly<
      Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>
    >;
    readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
    readonly Ulimits: readonly object[] | null;
  };
  readonly Mounts: readonly {
    readonly Type: string;
    readonly Name?: string;
    readonly Source: string;
    readonly Destination: string;
    readonly RW: boolean;
    readonly Propagation: string;
  }[];
}

/** A text, or one that the docker CLI reads only from a version on. */
type Sample = string | { readonly text: string; readonly cli: string };

/** Texts of one option of `docker create`, and how either side reads them. */
export interface Agreement<T> {
  /** The option as `docker create` gets it. */
  readonly args: (text: string) => readonly string[];

  /** Our reading, in the words of {@link Agreement.docker}. */
  readonly ours: (text: string) => T;

  /** Docker's reading. */
  readonly docker: (container: Inspected) => T;

  /** Read alike by both. */
  readonly accepts: readonly Sample[];

  /** Refused by both. */
  readonly refuses: readonly Sample[];

  /** Taken by Docker and refused by us, by our reason. */
  readonly differs?: Readonly<Record<string, readonly Sample[]>>;
}

const IMAGE = 'busybox:latest';

/**
 * Defines a test for each text: a real CLI and engine read it as we do, or refuse it as we do.
 *
 * @param bench - gets the containers, and cleans them up
 */
export function agreesWithDocker<T>(bench: Bench, engine: Engine, agreement: Agreement<T>): void {
  const { args, ours, accepts, refuses, differs = {} } = agreement;
  const here = (samples: readonly Sample[]): string[] => textsFor(samples, engine.cliVersion);

  for (const text of here(accepts)) {
    test(`Docker and we read ${JSON.stringify(text)} alike`, async () => {
      const id = await docker('create', ...common(bench), ...args(text), IMAGE);
      const [container] = JSON.parse(await docker('inspect', id)) as [Inspected];
      expect(ours(text)).toEqual(agreement.docker(container));
    });
  }

  for (const text of here(refuses)) {
    test(`Docker refuses ${JSON.stringify(text)}, and so do we`, async () => {
      expect(await isCreated(bench, args(text))).toBe(false);
      expect(() => ours(text)).toThrow(ConfigError);
    });
  }

  for (const [reason, samples] of Object.entries(differs)) {
    for (const text of here(samples)) {
      test(`Docker takes ${JSON.stringify(text)}, and we refuse it: ${reason}`, async () => {
        expect(await isCreated(bench, args(text))).toBe(true);
        expect(() => ours(text)).toThrow(ConfigError);
      });
    }
  }
}

/** Whether `docker create` takes the arguments. */
export async function isCreated(bench: Bench, args: readonly string[]): Promise<boolean> {
  return (await tryDocker('create', ...common(bench), ...args, IMAGE)).status === 0;
}

function common({ label }: Bench): string[] {
  return ['--pull', 'never', '--label', label];
}

function textsFor(samples: readonly Sample[], cliVersion: string): string[] {
  return samples.flatMap((sample) => {
    if (typeof sample === 'string') return [sample];
    const since = compareVersions(parseVersion(cliVersion, ''), parseVersion(sample.cli, ''));
    return since >= 0 ? [sample.text] : [];
  });
}
