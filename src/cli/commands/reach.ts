import type { Command } from 'commander';
import type { Answer } from '../../analysis/reach/answer';
import { findPlace } from '../../analysis/reach/find-place';
import { placeText, type Place } from '../../analysis/reach/place';
import { createReach, type AnsweredPort, type Reach } from '../../analysis/reach/reach';
import { bestAnswers } from '../../analysis/reach/reached';
import { createRelation } from '../../analysis/reach/relation/relation';
import { ConfigError } from '../../errors';
import { renderAnswersJson, renderReached, renderWays } from '../../export/reach';
import { renderRelation, renderRelationJson } from '../../export/relation';
import type { TextStyle } from '../../export/text';
import { parseExposed } from '../../notation/publish';
import { FOUND, OK, type Report } from '../exit-codes';
import { readSources } from '../read-sources';
import { terminalStyle } from '../terminal-style';

interface ReachOptions {
  readonly port?: string;
  readonly json?: true;
}

/** `portolan reach <source> [from] [to]`: who reaches whom, and why not. */
export function addReachCommand(program: Command, report: Report): void {
  program
    .command('reach')
    .description('show who reaches whom, by which way, and what stands in the way')
    .argument(
      '<source>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .argument(
      '[from]',
      "who asks: a container's id or name, host, lan, lan-routed, outside; host:ID where there are several",
    )
    .argument('[to]', 'who is asked; exit code 1 when it is not reached')
    .option('--port <port>', 'port of who is asked: 3306, 53/udp')
    .option('--json', 'write JSON')
    .action(
      (source: string, from: string | undefined, to: string | undefined, options: ReachOptions) => {
        const reach = createReach(readSources([source]).topology);
        const answer = answerOf(reach, { from, to }, options);
        process.stdout.write(`${answer.text.trimEnd()}\n`);
        report(answer.exitCode);
      },
    );
}

interface Asked {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Shown {
  readonly text: string;
  readonly exitCode: number;
}

function answerOf(reach: Reach, { from, to }: Asked, { port: text, json }: ReachOptions): Shown {
  const { model } = reach;
  const style = terminalStyle(process.stdout.isTTY, process.env['NO_COLOR']);
  const port = text === undefined ? undefined : parsePort(text);
  if (from === undefined) {
    if (port !== undefined) throw portWithoutPlace(text ?? '');
    return { text: relationText(reach, json, style), exitCode: OK };
  }
  const asking = findPlace(model, from, 'from');
  if (to === undefined) {
    const best = bestAnswers(reach, asking, port);
    const shown = json ? renderAnswersJson(best) : renderReached(placeText(asking), best, style);
    return { text: shown, exitCode: OK };
  }
  const asked = findPlace(model, to, 'to');
  const ways = reach.ways(asking, asked, port);
  const isReached = ways.some(({ verdict }) => verdict === 'reaches');
  return {
    text: json ? renderAnswersJson(ways) : waysText(asking, asked, ways, style),
    exitCode: isReached ? OK : FOUND,
  };
}

function waysText(from: Place, to: Place, ways: readonly Answer[], style: TextStyle): string {
  return renderWays(placeText(from), placeText(to), ways, style);
}

function relationText({ model }: Reach, json: true | undefined, style: TextStyle): string {
  const relation = createRelation(model);
  const places: Place[] = model.topology.hosts.flatMap(({ id }): Place[] => [
    { kind: 'lan', id },
    { kind: 'lan', id, isRouted: true },
  ]);
  places.push({ kind: 'outside' });
  return json ? renderRelationJson(relation, places) : renderRelation(relation, places, style);
}

/** @throws ConfigError `PORT_MALFORMED` */
function parsePort(text: string): AnsweredPort {
  const [port, ...more] = parseExposed(text, '--port');
  if (port !== undefined && more.length === 0) return port;
  throw new ConfigError('PORT_MALFORMED', {
    at: '--port',
    problem: `'${text}' is a range`,
    fix: 'write one port, such as 3306 or 53/udp',
  });
}

function portWithoutPlace(text: string): ConfigError {
  return new ConfigError('PORT_MALFORMED', {
    at: '--port',
    problem: `'${text}' is asked for without a place that asks`,
    fix: 'name who asks, and maybe who is asked; classes reach any port, or published ones alone',
  });
}
