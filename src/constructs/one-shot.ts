import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectRecord } from '../expect';
import { Container } from './container/container';
import type { ContainerProps } from './container/container-props';

/** Settings of a {@link OneShot}: those of a container that ends by itself. */
export type OneShotProps = Omit<
  ContainerProps,
  'restart' | 'mustRun' | 'start' | 'waitHealthy' | 'healthcheck' | 'adopt'
>;

/**
 * A container that runs to completion: the apply waits until it ends, and fails with its output when
 * its exit code is not 0; the next apply runs it again. It runs again, too, when anything about it
 * changes: put the `id` of what it prepares into its environment to run it for each new one.
 *
 * The provider waits for twenty minutes at most; give the program a deadline of its own.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const migrate = new OneShot(stack, 'migrate', { image: 'shop/app:2', command: ['migrate'] });
 * web.dependsOn(migrate, 'completed');
 * ```
 */
export class OneShot extends Container {
  /** It ends by itself. */
  protected override readonly runsToCompletion = true;

  constructor(scope: Construct, id: string, props: OneShotProps) {
    checkOneShot(props, `${scope.node.path}/${id}`);
    super(scope, id, { ...props, mustRun: false });
    this.resource.attach = true;
    this.resource.logs = true;
    this.resource.provisioners = [
      {
        type: 'local-exec',
        command: `\${self.exit_code == 0 ? "exit 0" : ${JSON.stringify(PRINT_AND_FAIL)}}`,
        environment: { PORTOLAN_MESSAGE: MESSAGE },
      },
    ];
  }

  /** Exit code of the program; a token, 0 after a successful apply. */
  get exitCode(): number {
    return this.resource.exitCode;
  }
}

const NOT_OF_A_ONE_SHOT = [
  'restart',
  'mustRun',
  'start',
  'waitHealthy',
  'healthcheck',
  'adopt',
] as const;

function checkOneShot(props: ContainerProps, at: string): void {
  expectRecord(props, at, 'props');
  const given = NOT_OF_A_ONE_SHOT.find((key) => props[key] !== undefined);
  if (given === undefined) return;
  throw new ConfigError('PROP_UNKNOWN', {
    at,
    problem: `a OneShot has no property '${given}': it runs once and ends`,
    fix: 'remove it, or use a Container',
  });
}

/**
 * A failing provisioner taints the container, so that the next apply runs it again; a failing
 * postcondition would not. With exit code 0 the command is one that every shell knows.
 */
const PRINT_AND_FAIL = 'printf "%s\\n" "$PORTOLAN_MESSAGE"; exit 1';

/** Provider 3.x leaves the headers of Docker's stream in the output, zero bytes among them. */
const STREAM_HEADER = JSON.stringify('/[\\x01\\x02]\\x00{3}[\\s\\S]{4}/');
const UNPRINTABLE = JSON.stringify('/[^[:print:]\\n\\t]/');
const OUTPUT = `replace(replace(self.container_logs, ${STREAM_HEADER}, ""), ${UNPRINTABLE}, "")`;
const MESSAGE = `\${self.name} ended with exit code \${self.exit_code} and said:\n\${${OUTPUT}}`;
