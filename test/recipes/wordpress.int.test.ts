import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byDockerCommands } from '../support/deployers-docker';
import { exampleProgram } from '../support/deployers-project';
import type { Env } from '../support/deployers';
import { describeWithEngine } from '../support/needs';
import { wordpressRecipes } from './wordpress';

/** The topology names secrets only; a user of its docker commands has the values. */
function readEnvFile(name: string): Env {
  const folder = dirname(exampleProgram('wordpress-env-files'));
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.replace(/=.*/, ''), line.replace(/^\w+=/, '')]),
  );
}

const GENERATED = {
  MARIADB_PASSWORD: 'wppass',
  MARIADB_ROOT_PASSWORD: 'rootpass',
  MSYQL_PASSWORD: 'wppass',
};

describeWithEngine('recipes of WordPress', () => {
  const secrets = {
    ...GENERATED,
    ...readEnvFile('env_mysql.list'),
    ...readEnvFile('env_wordpress.list'),
  };
  wordpressRecipes(byDockerCommands(secrets));
});
