/**
 * How a picture looks, in light and in dark. What a thing is shows in its lines, not in its colour alone:
 * internal networks are dashed, those with addresses on the LAN thick, overlay ones dotted; chips are
 * rounded and dashed, doors thick. The colours are those of Okabe and Ito, which people with colour blindness
 * tell apart.
 */
export const PICTURE_STYLE = `
.portolan { --paper: #ffffff; --ink: #1b1b1f; --faint: #5c5f66; --frame: #8a8f98; --lane: #f4f6f8;
  --box: #ffffff; --bridge: #0072b2; --internal: #5c5f66; --lan: #d55e00; --overlay: #8f4f79; --door: #007a5a; }
@media (prefers-color-scheme: dark) { .portolan:not([data-theme=light]) { --paper: #16181d; --ink: #ececf1;
  --faint: #a9adb6; --frame: #6d727c; --lane: #1e2128; --box: #262a33; --bridge: #56b4e9; --internal: #a9adb6;
  --lan: #f0a35e; --overlay: #d99fc4; --door: #3fc79a; } }
.portolan[data-theme=dark] { --paper: #16181d; --ink: #ececf1; --faint: #a9adb6; --frame: #6d727c; --lane: #1e2128;
  --box: #262a33; --bridge: #56b4e9; --internal: #a9adb6; --lan: #f0a35e; --overlay: #d99fc4; --door: #3fc79a; }
.portolan svg, svg.portolan { background: var(--paper); font: 12px/1.3 system-ui, sans-serif; }
.portolan text { fill: var(--ink); }
.portolan .detail { fill: var(--faint); font-size: 11px; }
.portolan .title { font-weight: 600; font-size: 13px; }
.portolan .host > rect { fill: none; stroke: var(--frame); stroke-width: 2; }
.portolan .lane > rect { fill: var(--lane); stroke: var(--bridge); stroke-width: 1.5; }
.portolan .lane.internal > rect { stroke: var(--internal); stroke-dasharray: 8 4; }
.portolan .lane.lan > rect { stroke: var(--lan); stroke-width: 4; }
.portolan .lane.overlay > rect, .portolan .lane.other > rect { stroke: var(--overlay); stroke-dasharray: 2 4; stroke-width: 2; }
.portolan .lane.host > rect { stroke: var(--frame); stroke-width: 3; }
.portolan .lane.none > rect { stroke: var(--frame); stroke-dasharray: 1 5; }
.portolan .box > rect { fill: var(--box); stroke: var(--ink); stroke-width: 1; }
.portolan .box > .door { fill: none; stroke: var(--door); stroke-width: 2.5; }
.portolan .chip > rect { fill: var(--box); stroke: var(--faint); stroke-dasharray: 3 2; }
`.trim();
