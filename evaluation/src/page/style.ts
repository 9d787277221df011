export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#1c2430;--soft:#5b6675;--faint:#8a94a2;--line:#e3e1dc;
--good:#0f766e;--bad:#b4441f;--plain:#41618f;--bar:#d9784f;--mark:#1c2430;--tint:#f1efe9}
@media(prefers-color-scheme:dark){:root{--paper:#14171c;--card:#1b2027;--ink:#e7e9ec;--soft:#a4adb9;--faint:#77818e;
--line:#2c333d;--good:#4cc2b4;--bad:#f0916b;--plain:#8fb2e3;--bar:#c8673f;--mark:#e7e9ec;--tint:#232933}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:66rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.2rem;margin:3rem 0 .35rem}
h3{font-size:1rem;margin:0;font-weight:600}
p{margin:.25rem 0 1rem;max-width:46rem}
.soft{color:var(--soft)}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,monospace}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:1.5rem 0 0;padding:0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
.tile dt{color:var(--soft);font-size:.85rem}
.tile dd{margin:0;font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.3}
.tile small{display:block;color:var(--soft);font-weight:400;font-size:.8rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;margin:.9rem 0;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th{font-weight:500;color:var(--soft);text-align:left;font-size:.82rem;padding:.2rem .6rem .35rem;white-space:nowrap}
td{padding:.22rem .6rem;border-top:1px solid var(--line);vertical-align:middle}
tr:first-child>td{border-top:0}
tbody tr:hover>td{background:var(--tint)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.plot{width:300px;padding-top:.1rem;padding-bottom:.1rem}
.good{color:var(--good)}.bad{color:var(--bad)}
svg{display:block;overflow:visible}
svg text{font:11px system-ui,sans-serif;fill:var(--faint)}
summary{cursor:pointer;font-weight:600;padding:.15rem 0}
details>summary .soft{font-weight:400}
.kinds{margin-top:.9rem}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.85rem;color:var(--soft);margin:.4rem 0 0;padding:0;list-style:none}
.key svg{display:inline-block;vertical-align:-5px;margin-right:.4rem}
.head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 1rem;margin-bottom:.6rem}
.head .big{font-size:1.25rem;font-weight:600;font-variant-numeric:tabular-nums;margin-left:auto}
.aim{color:var(--soft);font-weight:400;font-size:.85rem}
.remedy{color:var(--soft);font-size:.88rem}
@media(max-width:40rem){.remedy{display:none}.plot{width:200px}}
@media print{details{display:block}body{background:#fff}}
`;
