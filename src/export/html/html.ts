import type { Topology } from '../../topology/topology';
import { chartOf } from '../chart/chart';
import { label } from '../chart/label';
import type { Placement } from '../layout/placement';
import { renderFrames } from '../svg/svg';
import { escapeMarkup } from '../svg/markup';
import { PICTURE_STYLE } from '../svg/style';
import { CLIENT_HASH, CLIENT_SCRIPT } from './client-script';
import { PAGE_STYLE } from './page-style';
import { pageData } from './page-data';
import { addressSection, exposureSection } from './tables';

/** What the page is called. */
export interface HtmlOptions {
  /**
   * Title of the page.
   *
   * @default 'Portolan'
   */
  readonly title?: string;
}

/**
 * A topology as one page without anything outside of it: the picture to pan, zoom, search and click in, who
 * reaches whom and why not, open ports and addresses.
 *
 * @param placement - what `layout` gives for the topology
 */
export function renderHtml(
  topology: Topology,
  placement: Placement,
  { title = 'Portolan' }: HtmlOptions = {},
): string {
  const shown = escapeMarkup(label(title));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${CLIENT_HASH}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${shown}</title>`,
    `<style>${PICTURE_STYLE}\n${PAGE_STYLE}</style>`,
    '</head>',
    '<body class="portolan">',
    header(shown, topology),
    '<main>',
    picture(topology, placement),
    exposureSection(topology),
    addressSection(topology),
    '</main>',
    `<script type="application/json" id="data">${json(pageData(topology))}</script>`,
    `<script>${CLIENT_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function header(title: string, topology: Topology): string {
  const lanes = chartOf(topology).hosts.flatMap((host) => host.lanes);
  const networks = lanes.filter(({ kind }) => kind !== 'host' && kind !== 'none');
  const options = networks.map(
    ({ id, title: name }) =>
      `<option value="${escapeMarkup(id)}">${escapeMarkup(label(name))}</option>`,
  );
  return [
    `<header><h1>${title}</h1>`,
    '<label>Search <input id="search" type="search" placeholder="name, address or port" autocomplete="off"></label>',
    `<label>Network <select id="network"><option value="">all</option>${options.join('')}</select></label>`,
    '<span class="buttons">',
    '<button type="button" id="zoom-in" aria-label="Zoom in">+</button>',
    '<button type="button" id="zoom-out" aria-label="Zoom out">−</button>',
    '<button type="button" id="fit">Fit</button>',
    '<button type="button" id="theme">Dark</button>',
    '</span></header>',
  ].join('\n');
}

function picture(topology: Topology, placement: Placement): string {
  const box = `0 0 ${String(Math.ceil(placement.width))} ${String(Math.ceil(placement.height))}`;
  return [
    '<div class="chart">',
    `<svg id="picture" viewBox="${box}" role="group" aria-label="Containers and their networks; choose one to see what it reaches" preserveAspectRatio="xMidYMid meet">`,
    renderFrames(topology, placement),
    '<g id="edges" aria-hidden="true"></g>',
    '</svg>',
    '<aside aria-label="Selection"><p id="status" role="status"></p><div id="panel">',
    '<p>Choose a container to see what it reaches, what reaches it, and what stands in the way. Choose a second one for the path between the two. Escape starts anew.</p>',
    '<p>Arrow keys move the picture, + and − zoom, Tab goes through the containers.</p>',
    '</div></aside></div>',
  ].join('\n');
}

/** JSON that ends no script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
