/** How the page around the picture looks. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--frame); }
h1 { font-size: 17px; margin: 0 auto 0 0; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 24px 0 8px; }
h3 { font-size: 14px; margin: 14px 0 4px; }
section { padding: 0 16px 16px; }
input, select, button { font: inherit; color: inherit; background: var(--box); border: 1px solid var(--frame); border-radius: 4px; padding: 3px 8px; max-width: 18em; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--bridge); outline-offset: 1px; }
.chart { display: grid; grid-template-columns: minmax(0, 1fr) 340px; height: min(78vh, 900px); border-bottom: 1px solid var(--frame); }
#picture { width: 100%; height: 100%; cursor: grab; touch-action: none; user-select: none; }
#picture.moving { cursor: grabbing; }
aside { overflow: auto; padding: 8px 16px; border-left: 1px solid var(--frame); overflow-wrap: anywhere; }
#status { margin: 0; color: var(--faint); min-height: 1.4em; }
#panel ul, #panel ol { margin: 0; padding-left: 18px; }
#panel li { margin: 2px 0; }
#panel button { text-align: left; padding: 1px 6px; }
#panel .fix { color: var(--door); }
.box, .chip { cursor: pointer; }
.box:focus, .chip:focus { outline: none; }
.box:focus-visible > rect, .chip:focus-visible > rect { stroke: var(--bridge); stroke-width: 4; }
.portolan .chosen > rect { stroke: var(--lan); stroke-width: 5; }
.portolan .reached > rect { stroke: var(--door); stroke-width: 3; stroke-dasharray: none; }
.portolan .published > rect { stroke: var(--door); stroke-width: 3; stroke-dasharray: 6 3; }
.portolan .faded { opacity: 0.25; }
#edges { pointer-events: none; }
#edges path { fill: none; stroke: var(--door); stroke-width: 2; opacity: 0.45; }
#edges path.published { stroke-dasharray: 6 4; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; }
caption { text-align: left; color: var(--faint); padding-bottom: 4px; }
th, td { text-align: left; padding: 3px 10px; border-bottom: 1px solid var(--frame); white-space: nowrap; }
@media (max-width: 800px) { .chart { grid-template-columns: 1fr; height: auto; } #picture { height: 60vh; } aside { border-left: 0; max-height: 50vh; } }
`.trim();
