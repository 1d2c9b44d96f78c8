import {
  Container as RawContainer,
  type ContainerConfig,
} from '@cdktf/provider-docker/lib/container';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { Testing, TerraformStack, type App } from 'cdktf';
import type { Construct } from 'constructs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContainerResource } from '../../src/constructs/container/container-resource';
import { RECREATION_LABEL } from '../../src/constructs/container/recreation';

/** Makes a `docker_container` in one of the two ways whose plans must be the same. */
export type Make = (scope: Construct, id: string, config: ContainerConfig) => RawContainer;

/** Builds stacks in the app. */
export type Scenario = (app: App, make: Make) => void;

export const makeRaw: Make = (scope, id, config) => new RawContainer(scope, id, config);
export const makeOurs: Make = (scope, id, config) => ContainerResource.create(scope, id, config);

/** Least that a container needs. */
export const LEAST: ContainerConfig = { name: 'web', image: 'nginx:1.27' };

/** A plain stack with the provider. */
export function stackIn(app: App, id = 'shop'): TerraformStack {
  const stack = new TerraformStack(app, id);
  new DockerProvider(stack, 'docker', {});
  return stack;
}

/**
 * Checks that both ways write the same: the files of `app.synth`, `Testing.synth` and HCL. The one
 * difference that is meant, the label, is left out.
 */
export function expectSamePlan(scenario: Scenario): void {
  for (const write of [writeFiles, writeJson, writeHcl]) {
    expect(written(write, scenario, makeOurs)).toEqual(written(write, scenario, makeRaw));
  }
}

/** Checks that both ways fail in `app.synth` with the same message. */
export function expectSameFailure(scenario: Scenario): void {
  const expected = failure(scenario, makeRaw);
  expect(failure(scenario, makeOurs)).toContain(expected);
}

/** Every file that `app.synth` writes, without the label. */
function writeFiles(app: App): Record<string, unknown> {
  app.synth();
  const files = readdirSync(app.outdir, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, withoutLabel(readJson(join(app.outdir, file)))]),
  );
}

/** Plan of each stack as `Testing.synth` gives it, without the label. */
function writeJson(app: App): unknown[] {
  return stacksOf(app).map((stack) => withoutLabel(JSON.parse(Testing.synth(stack))));
}

/** Each stack in Terraform's own language, without the label. */
function writeHcl(app: App): unknown[] {
  return stacksOf(app).map((stack) => [
    withoutHclLabel(Testing.synthHcl(stack) as unknown as string),
    Testing.synthHcl(stack, false, true) as unknown,
  ]);
}

function written(write: (app: App) => unknown, scenario: Scenario, make: Make): unknown {
  const app = Testing.app();
  scenario(app, make);
  return write(app);
}

/** First line of the message, without numbers of tokens. */
function failure(scenario: Scenario, make: Make): string {
  try {
    written(writeFiles, scenario, make);
  } catch (error) {
    return (error as Error).message.trim().replace(/TOKEN\.\d+/g, 'TOKEN');
  }
  throw new TypeError('the scenario does not fail');
}

function stacksOf(app: App): TerraformStack[] {
  return app.node.findAll().filter((each) => TerraformStack.isStack(each));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function withoutLabel(plan: unknown): unknown {
  const containers = (plan as Plan).resource?.docker_container ?? {};
  for (const attributes of Object.values(containers)) {
    const { labels = [] } = attributes;
    attributes.labels = Array.isArray(labels)
      ? labels.filter(({ label }: { label: string }) => label !== RECREATION_LABEL)
      : labels;
  }
  return plan;
}

interface Plan {
  readonly resource?: { readonly docker_container?: Record<string, { labels?: unknown }> };
}

/** An empty list of blocks is an empty line in HCL. */
function withoutHclLabel(hcl: string): string {
  return hcl
    .replace(/\n *(?:labels )?\{\s*label = "portolan\.recreate"\s*value = .*\s*\},?/g, '')
    .replace(/\n\s*\n/g, '\n');
}
