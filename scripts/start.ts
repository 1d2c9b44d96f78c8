/** `npm start`: synthesizes every bundled example and shows what is in it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { layout, PLAIN_STYLE, renderHtml, renderText, type TextStyle } from 'portolan/export';
import { checkTopology, parseTopology } from 'portolan/topology';
import { createColors } from 'picocolors';
import { synthExamples, type ExampleStack } from './examples';

const outdir = process.env['CDKTF_OUTDIR'] ?? 'cdktf.out';

async function start(): Promise<void> {
  const stacks = await synthExamples(outdir);
  const style = styleOf(process.stdout.isTTY);
  for (const stack of stacks) process.stdout.write(`${await screen(stack, style)}\n\n`);
  process.stdout.write(
    `${String(stacks.length)} stacks in ${outdir}, each with its plan, topology.json and chart.html.\n` +
      `Deploy one (needs Terraform and a Docker engine): npx cdktf deploy ${stacks[0]?.stack ?? ''}\n`,
  );
}

async function screen({ example, stack, folder }: ExampleStack, style: TextStyle): Promise<string> {
  const file = join(folder, 'topology.json');
  const topology = parseTopology(readFileSync(file, 'utf8'), file);
  const { findings, accepted } = checkTopology(topology);
  const chart = join(folder, 'chart.html');
  writeFileSync(chart, renderHtml(topology, await layout(topology), { title: stack }));
  return [
    style.heading(`── ${stack} ── examples/${example}/main.ts`),
    renderText(topology, [...findings, ...accepted], style),
    style.faint(`${relative('.', chart)}  shows it; npx cdktf deploy ${stack}`),
  ].join('\n');
}

/** Colours only on a terminal, and never with NO_COLOR. */
function styleOf(isTerminal: boolean): TextStyle {
  if (!isTerminal || process.env['NO_COLOR'] !== undefined) return PLAIN_STYLE;
  const { bold, dim, red, yellow } = createColors(true);
  return { heading: bold, faint: dim, error: red, warning: yellow };
}

void start();
