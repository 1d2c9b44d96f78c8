/** What `cdktf` runs in a test's project: the program, whose plans are then pinned to one provider. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Plan {
  terraform: { required_providers: { docker: { version: string } } };
}

async function main(program: string, providerVersion: string | undefined): Promise<void> {
  await import(program);
  if (providerVersion !== undefined) pinProvider(providerVersion);
}

function pinProvider(version: string): void {
  const stacks = join(process.env['CDKTF_OUTDIR'] ?? 'cdktf.out', 'stacks');
  for (const stack of readdirSync(stacks)) {
    const file = join(stacks, stack, 'cdk.tf.json');
    const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan;
    plan.terraform.required_providers.docker.version = version;
    writeFileSync(file, JSON.stringify(plan, null, 2));
  }
}

const [program = '', providerVersion] = process.argv.slice(2);
void main(program, providerVersion);
