/** `npm run schema`: writes the JSON Schema of topology.json that the package publishes. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { topologyJsonSchema } from '../src/topology/schema';

async function writeSchema(): Promise<void> {
  const file = join(resolve(__dirname, '..'), 'schema', 'topology.schema.json');
  const json = JSON.stringify(topologyJsonSchema());
  writeFileSync(file, await format(json, { ...(await resolveConfig(file)), parser: 'json' }));
}

void writeSchema();
