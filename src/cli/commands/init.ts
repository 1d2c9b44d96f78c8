import type { Command } from 'commander';
import { writeProject } from '../write-project';

/** `portolan init <folder>`: writes a project to begin with. */
export function addInitCommand(program: Command): void {
  program
    .command('init')
    .description('write a project to begin with: one network, two containers, a test of the plan')
    .argument('<folder>', 'folder to make; it must be new or empty')
    .option('--package <file>', 'depend on this packed package instead of the released version')
    .action((folder: string, options: { readonly package?: string }) => {
      const files = writeProject(folder, options.package);
      process.stdout.write(
        [
          `Wrote ${files.join(', ')} to ${folder}.`,
          'Next:',
          `  cd ${folder}`,
          '  npm install',
          '  npm test',
          '  npx cdktf synth     # the plan and topology.json, in cdktf.out',
          '  npx cdktf deploy    # needs Terraform and a Docker engine',
          '',
        ].join('\n'),
      );
    });
}
