/** The page's look: one column of text beside its contents, tables that become cards on narrow screens, light and dark. */
export const style = `
:root{--text:#1c2024;--soft:#5a6169;--line:#dfe2e6;--ground:#fff;--tint:#f5f6f8;--link:#0b57b0;--mark:#fff6d6}
@media (prefers-color-scheme:dark){:root{--text:#e6e8eb;--soft:#a3abb4;--line:#353b42;--ground:#15181b;--tint:#1d2125;--link:#8ab8ff;--mark:#3a3213}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;font:1rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text);background:var(--ground);overflow-wrap:break-word}
header,.sides{max-width:86rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem;padding-bottom:1.5rem}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:2rem;margin:0 0 .5rem;letter-spacing:-.015em}
h2{font-size:1.375rem;margin:3rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--line);letter-spacing:-.01em}
h3{font-size:1.0625rem;margin:2rem 0 .5rem}
p{margin:0 0 .75rem;max-width:70ch}
.about{color:var(--soft);margin:0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible,main:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:2}
nav h2{font-size:.8125rem;margin:0 0 .5rem;padding:0;border:0;color:var(--soft);letter-spacing:.02em}
nav ul{list-style:none;margin:0;padding:0;font-size:.875rem;line-height:1.4}
nav li{margin:.35rem 0}
nav ul ul{padding-left:.875rem;margin:.25rem 0 .5rem;font-size:.8125rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
main{min-width:0;padding-bottom:5rem}
main:focus{outline:0}
main>.intro{font-size:1.0625rem}
.scroll{overflow-x:auto;margin:.75rem 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;font-weight:400;min-width:5.5rem}
thead th{color:var(--soft);font-size:.8125rem;border-bottom:1px solid var(--line);white-space:nowrap}
tbody tr>*{border-top:1px solid var(--line)}
tbody:first-of-type tr:first-child>*{border-top:0}
tbody th{max-width:13rem}
td:last-child,th:last-child{padding-right:0}
td.clauses a{white-space:nowrap}
td.clauses{font-size:.8125rem;max-width:14rem;color:var(--soft)}
strong{font-weight:600}
.covered{display:none}
.clause,.reading{padding:.75rem 0 .25rem;border-top:1px solid var(--line)}
h3+.clause{border-top:0;padding-top:0}
.clause:target,.reading:target{background:var(--mark);box-shadow:-.75rem 0 var(--mark),.75rem 0 var(--mark)}
.label{font-size:.8125rem;margin:0 0 .15rem;display:flex;flex-wrap:wrap;gap:.1rem .75rem}
.label a{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;text-decoration:none}
.place,.remark{color:var(--soft)}
.remark{font-size:.8125rem;margin:-.5rem 0 .65rem}
.reading h3{margin:0 0 .35rem}
dl{margin:0 0 .75rem;display:grid;grid-template-columns:7rem 1fr;gap:.25rem .75rem;font-size:.875rem;max-width:52rem}
dt{color:var(--soft)}
dd{margin:0}
@media (min-width:64rem){.sides{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3.5rem}nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;padding-right:.5rem}main>h2:first-of-type{margin-top:1.5rem}}
@media (max-width:48rem){
header,.sides{padding-left:1rem;padding-right:1rem}
h1{font-size:1.625rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}
tbody tr{border-top:1px solid var(--line);padding:.6rem 0}
tbody tr>*{border:0;padding:.1rem 0;max-width:none;min-width:0}
tbody tr>.covered{display:block}
tbody tr>[data-label]{position:relative;padding-left:8.25rem;min-height:1.6em}
tbody tr>[data-label]::before{content:attr(data-label);position:absolute;left:0;width:7.75rem;color:var(--soft);font-weight:400;font-size:.8125rem}
td.clauses a{white-space:normal}
td.clauses{max-width:none}
nav ul ul{display:none}
nav{margin-bottom:1.75rem}
dl{grid-template-columns:1fr;gap:0}
dd{margin-bottom:.4rem}
}
@media print{nav,.skip{display:none}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`;
