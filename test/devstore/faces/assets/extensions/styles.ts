/** What components look like inside; the colours are the page's own. */
export const STYLES = `
:host { box-sizing: border-box; }
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h1, h2, p { margin: 0; }
h1 { font-size: 24px; line-height: 32px; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2, .title { font-size: 15px; line-height: 22px; font-weight: 650; margin: 0; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.section { display: flex; flex-direction: column; gap: 12px; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px; box-shadow: var(--shadow); }
.section[data-inner] { border: 0; padding: 0; box-shadow: none; background: transparent; }
.crumbs { margin-bottom: 8px; }
.pagehead { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; flex-wrap: wrap; margin-bottom: 16px; }
.under, .help { color: var(--soft); font-size: 13px; line-height: 18px; }
.actions, .group { display: flex; gap: 8px; flex-wrap: wrap; align-items: center; }
.banner .group:not(:has(*)) { display: none; }
.pagebody { display: flex; flex-direction: column; gap: 16px; }
.press { font: inherit; font-weight: 550; font-size: 14px; line-height: 20px; min-height: 38px; padding: 8px 16px; border-radius: 9px; border: 1px solid #8f9a94; background: #fff; color: var(--ink); cursor: pointer; text-decoration: none; display: inline-flex; gap: 8px; align-items: center; justify-content: center; text-align: center; }
.press svg { width: 18px; height: 18px; flex: none; }
.press:hover { background: #f3f5f2; }
.press[data-variant="primary"] { background: var(--accent); border-color: var(--accent-dark); color: #fff; }
.press[data-variant="primary"]:hover { background: var(--accent-dark); }
.press[data-variant="tertiary"], .plain { border-color: transparent; background: transparent; box-shadow: none; }
.press[data-tone="critical"] { color: var(--danger); border-color: var(--danger); }
.press[data-tone="critical"][data-variant="primary"] { background: var(--danger); color: #fff; }
.press[data-fill] { width: 100%; }
.press:disabled { opacity: .55; cursor: default; }
.press[aria-busy="true"] { cursor: progress; }
.plain { font: inherit; min-width: 36px; min-height: 36px; cursor: pointer; color: inherit; border-radius: 8px; border: 0; }
.plain:hover { background: var(--grey-ground); }
.link { font: inherit; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
.link:hover { color: var(--accent-dark); }
.link[data-tone="critical"] { color: var(--danger); }
.area { font: inherit; color: inherit; background: none; border: 0; padding: 0; width: 100%; text-align: start; cursor: pointer; display: block; text-decoration: none; }
.badge { display: inline-flex; border-radius: 999px; padding: 1px 9px; font-size: 12.5px; line-height: 19px; font-weight: 550; background: var(--grey-ground); color: var(--grey); }
:host([data-tone="info"]) .badge { background: var(--blue-ground); color: var(--blue); }
:host([data-tone="success"]) .badge { background: var(--green-ground); color: var(--green); }
:host([data-tone="warning"]) .badge, :host([data-tone="caution"]) .badge { background: var(--amber-ground); color: var(--amber); }
:host([data-tone="critical"]) .badge { background: var(--danger-ground); color: var(--danger); }
svg { width: 20px; height: 20px; display: block; }
:host([data-size="small"]) svg, :host([data-size="small-100"]) svg { width: 16px; height: 16px; }
.banner { display: flex; gap: 12px; border-radius: var(--radius); padding: 12px 14px; border: 1px solid var(--line); background: var(--grey-ground); color: var(--ink); align-items: flex-start; }
.banner .words { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 6px; overflow-wrap: anywhere; }
.banner[data-tone="info"] { background: var(--blue-ground); border-color: #bcd6f2; }
.banner[data-tone="success"] { background: var(--green-ground); border-color: #b3dfc4; }
.banner[data-tone="warning"] { background: var(--amber-ground); border-color: #ecd28c; }
.banner[data-tone="critical"] { background: var(--danger-ground); border-color: #eec4bf; }
.spinner { display: inline-block; width: 20px; height: 20px; border: 2.5px solid var(--line); border-top-color: var(--accent); border-radius: 50%; animation: turn .8s linear infinite; }
.press .spinner { width: 16px; height: 16px; border-top-color: currentcolor; }
@keyframes turn { to { rotate: 1turn; } }
.skeleton { display: block; height: 14px; border-radius: 6px; background: var(--line); width: 100%; }
progress { width: 100%; accent-color: var(--accent); height: 8px; }
img { display: block; max-width: 100%; }
.thumb { position: relative; display: grid; place-items: center; width: 56px; height: 56px; border: 1px solid var(--line); border-radius: 9px; background: var(--ground); color: var(--faint); flex: none; }
.thumb[data-size^="small"] { width: 40px; height: 40px; }
.thumb img { width: 100%; height: 100%; object-fit: contain; border-radius: 8px; }
.thumb .count { position: absolute; right: -7px; top: -7px; background: var(--grey); color: #fff; border-radius: 999px; font-size: 11px; min-width: 19px; text-align: center; padding: 1px 5px; }
label, legend { font-weight: 550; font-size: 14px; line-height: 20px; padding: 0; }
.control { display: flex; gap: 8px; align-items: center; margin-top: 4px; }
input:not([type="checkbox"], [type="radio"], [type="file"]), select, textarea { font: inherit; font-size: 15px; color: inherit; border: 1px solid #8f9a94; border-radius: 9px; padding: 7px 11px; min-height: 40px; background: #fff; width: 100%; min-width: 0; }
textarea { resize: vertical; }
[aria-invalid="true"] { border-color: var(--danger) !important; }
:disabled { opacity: .6; }
.affix { color: var(--soft); white-space: nowrap; }
.help { margin-top: 4px; }
.error { color: var(--danger); font-size: 13px; line-height: 18px; margin-top: 4px; }
.tick { display: flex; gap: 10px; align-items: flex-start; }
.tick input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); flex: none; }
.tick label { font-weight: 450; cursor: pointer; overflow-wrap: anywhere; }
.tick .words { flex: 1; min-width: 0; }
.second { color: var(--soft); white-space: nowrap; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
.choices { display: flex; flex-direction: column; gap: 10px; margin-top: 8px; }
.choices:first-child { margin-top: 0; }
.opened { margin: 8px 0 0 30px; }
.zone { position: relative; border: 1.5px dashed #8f9a94; border-radius: var(--radius); padding: 20px; display: grid; gap: 4px; justify-items: center; text-align: center; background: #fff; }
.zone.hot, .zone:focus-within { border-color: var(--accent); background: var(--accent-ground); }
.zone input { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; }
details > summary { cursor: pointer; font-weight: 550; padding: 2px 0; }
details[open] > summary { margin-bottom: 8px; }
.blockbody { display: flex; flex-direction: column; gap: 12px; }
.blockbody > ::slotted(*) { min-width: 0; }
.section > details > summary { display: flex; gap: 8px; align-items: baseline; list-style: none; flex-wrap: wrap; }
.section > details > summary::-webkit-details-marker { display: none; }
.section > details > summary::after { content: "▾"; margin-left: auto; }
.section > details[open] > summary::after { content: "▴"; }
.over { border: 0; padding: 0; border-radius: 14px; width: min(620px, calc(100vw - 24px)); max-height: min(760px, calc(100vh - 24px)); box-shadow: 0 24px 70px rgb(12 28 22 / .4); color: var(--ink); background: var(--card); }
.over[data-size="large"] { width: min(860px, calc(100vw - 24px)); }
.over::backdrop { background: rgb(12 28 22 / .55); }
.over > .top, .over > .foot { display: flex; gap: 8px; align-items: center; padding: 12px 16px; border-bottom: 1px solid var(--line); }
.over > .top h2 { flex: 1; }
.over > .foot { border: 0; border-top: 1px solid var(--line); justify-content: flex-end; flex-wrap: wrap; }
.dialogbody { padding: 16px; display: flex; flex-direction: column; gap: 14px; overflow: auto; max-height: calc(100vh - 180px); }
.preview { width: 100%; height: 46vh; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
.scroll { overflow-x: auto; }
.table { display: table; width: 100%; border-collapse: collapse; font-size: 13.5px; }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 4s; } }
`;
