import * as fc from 'fast-check';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layout, renderDot, renderHtml, renderMermaid, renderSvg } from 'portolan/export';
import { parseTopology, type Topology } from 'portolan/topology';
import { createModel } from '../../src/analysis/model';
import { anyTopology } from '../topology/arbitrary';
import { quietContainer, topologyFrom } from '../support/topologies';
import { crowd, hostile, pictured } from './pictures';

/** Compares with the file; `UPDATE_GOLDEN=1` writes it anew, to be looked at. */
function expectGolden(name: string, text: string): void {
  const file = join(__dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}

const reversed = (topology: Topology): Topology => ({
  ...topology,
  networks: topology.networks.toReversed(),
  containers: topology.containers.toReversed(),
});

describe.each([
  ['pictured', pictured],
  ['hostile', hostile],
  ['crowd', () => crowd(25)],
])('the picture of %s', (name, make) => {
  test('is the one that was looked at, as Mermaid', () => {
    expectGolden(`${name}.mmd`, renderMermaid(make()));
  });

  test('is the one that was looked at, for Graphviz', () => {
    expectGolden(`${name}.dot`, renderDot(make()));
  });

  test('is the one that was looked at, as SVG', async () => {
    const topology = make();
    expectGolden(`${name}.svg`, renderSvg(topology, await layout(topology)));
  });

  test('does not depend on the order of the declarations', async () => {
    const [one, other] = [make(), reversed(make())];
    expect(renderMermaid(other)).toBe(renderMermaid(one));
    expect(renderDot(other)).toBe(renderDot(one));
    expect(renderSvg(other, await layout(other))).toBe(renderSvg(one, await layout(one)));
  });
});

test('draws a container once, and a chip in each further network', async () => {
  const topology = pictured();
  const svg = renderSvg(topology, await layout(topology));
  expect(svg.match(/class="box" data-container="shop\/web"/g)).toHaveLength(1);
  expect(svg.match(/class="chip" data-container="shop\/web"/g)).toHaveLength(1);
  expect(svg).toContain('→ 8080:80');
});

test('draws every container, also one whose network is not there', async () => {
  const topology = topologyFrom({
    containers: [
      quietContainer('shop/lost', { mode: 'networks', attachments: [{ network: 'gone' }] }),
    ],
  });
  const svg = renderSvg(topology, await layout(topology));
  expect(svg.match(/class="box" data-container="shop\/lost"/g)).toHaveLength(1);
  expect(svg).toContain('in gone, not shown');
});

test('draws a network once that another stack refers to by its name', () => {
  const named = { name: 'back', host: 'local', driver: 'bridge' };
  const topology = topologyFrom({
    networks: [
      { id: 'a/back', ...named },
      { id: 'b/back', ...named, external: true },
    ],
    containers: ['a', 'b'].map((stack) =>
      quietContainer(`${stack}/app`, {
        mode: 'networks',
        attachments: [{ network: `${stack}/back` }],
      }),
    ),
  });
  const mermaid = renderMermaid(topology);
  expect(mermaid.match(/subgraph/g)).toHaveLength(2);
  expect(mermaid).toContain('a-app');
  expect(mermaid).toContain('b-app');
});

test('draws one that shares a network stack beside its owner', () => {
  const mermaid = renderMermaid(pictured());
  const lane = mermaid.slice(mermaid.indexOf('shop-back'), mermaid.indexOf('shop-front'));
  expect(lane).toContain('shop-sidecar');
});

test('places nothing over its neighbours, and nothing outside of its frame', async () => {
  const topology = crowd(50);
  const { rectangles } = await layout(topology);
  const boxes = [...rectangles].filter(
    ([key]) => key.startsWith('box ') || key.startsWith('chip '),
  );
  expect(boxes.length).toBeGreaterThan(50);
  for (const [key, a] of boxes) {
    for (const [other, b] of boxes) {
      if (key >= other) continue;
      const isApart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      expect([key, other, isApart]).toEqual([key, other, true]);
    }
  }
});

test('the page holds no markup of what it shows, and nothing from outside', async () => {
  const topology = hostile();
  const html = renderHtml(topology, await layout(topology), { title: '</title><script>' });
  expect(html).not.toContain('<script>alert');
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toMatch(/(?:src|href)=/);
  expect(html).not.toContain('\u202e');
});

test('of 500 containers the page stays below a megabyte, by classes and not by pairs', async () => {
  const topology = crowd(500);
  const html = renderHtml(topology, await layout(topology));
  expect(html.length).toBeLessThan(1_000_000);
});

test('any topology has a picture in every form', async () => {
  await fc.assert(
    fc.asyncProperty(anyTopology, async (any) => {
      const topology = parseTopology(JSON.stringify(any), 'any');
      const placement = await layout(topology);
      const svg = renderSvg(topology, placement);
      const drawn = [...svg.matchAll(/class="box" data-container="([^"]*)"/g)].length;
      const { containers } = createModel(topology);
      expect(drawn).toBe(new Set(containers.values()).size);
      expect(svg.match(/<g /g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
      expect(renderMermaid(topology)).toMatch(/^flowchart TB\n/);
      expect(renderDot(topology)).toMatch(/^digraph portolan \{\n[^]*\}\n$/);
      expect(renderHtml(topology, placement)).toMatch(/<\/html>\n$/);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('the program of the page is the one in its source file', () => {
  const { CLIENT_SCRIPT } = jest.requireActual<{ CLIENT_SCRIPT: string }>(
    '../../src/export/html/client-script',
  );
  const source = join(__dirname, '../../src/export/html/client/chart.js');
  expect(CLIENT_SCRIPT).toBe(readFileSync(source, 'utf8'));
});
