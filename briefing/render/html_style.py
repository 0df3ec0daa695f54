"""The look of the HTML forms: one sheet for phone, desk, dark rooms and paper."""

STYLE = """
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--soft:#5d5a54;--line:#dcd8cf;
--mark:#7a2e1d;--tint:#f3efe6}
@media(prefers-color-scheme:dark){:root{--ink:#e9e6df;--paper:#171613;--soft:#a8a399;
--line:#3a372f;--mark:#f0a48c;--tint:#22201b}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.25rem 1rem 3rem;max-width:44rem;background:var(--paper);
color:var(--ink);font:1.0625rem/1.55 Georgia,"Iowan Old Style","Noto Serif","Songti SC",serif;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
h1,h2,h3,h4,.tag,.muted,table,figure,footer,nav{font-family:system-ui,-apple-system,"Segoe UI",
Roboto,"Noto Sans","PingFang SC",sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .2rem}
h2{font-size:.85rem;letter-spacing:.07em;text-transform:uppercase;color:var(--mark);
border-top:2px solid var(--line);padding-top:.7rem;margin:2.2rem 0 .8rem}
h3{font-size:1.22rem;line-height:1.3;margin:1.6rem 0 .25rem}
h4{font-size:.95rem;margin:1.2rem 0 .3rem;color:var(--soft)}
p{margin:.55rem 0}ul,ol{padding-left:1.2rem;margin:.5rem 0}li{margin:.35rem 0}
a{color:inherit;text-decoration-color:var(--mark);text-underline-offset:.15em}
.top{font-size:1.18rem;line-height:1.45;border-left:3px solid var(--mark);padding-left:.8rem;
margin:1rem 0}
.muted,footer{color:var(--soft);font-size:.85rem}
.tag{display:inline-block;font-size:.72rem;font-weight:600;letter-spacing:.04em;
padding:.05rem .4rem;border:1px solid currentColor;border-radius:.25rem;vertical-align:.1em}
.rumour,.opinion{color:var(--mark)}
.new,.why{background:var(--tint);padding:.5rem .75rem;border-radius:.3rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th{text-align:left;font-weight:600;color:var(--soft)}
th,td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child{font-weight:600;min-width:5.5rem}
th,td{overflow-wrap:break-word}td:nth-child(2){overflow-wrap:anywhere}
.chart{margin:1rem 0}.trend{display:flex;align-items:end;gap:.7rem;margin:.4rem 0}
.trend .name{flex:0 0 6.5rem;font-size:.85rem}.trend svg{flex:0 1 auto;min-width:0;fill:var(--mark)}
.trend .total{font-size:.85rem;font-weight:600}figcaption{color:var(--soft);font-size:.8rem}
.days{list-style:none;padding:0}.days li{margin:.9rem 0}
@media(max-width:30rem){body{font-size:1rem}h1{font-size:1.4rem}.wide{display:none}}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#999;--mark:#000;--tint:#fff}
body{max-width:none;padding:0;font-size:10.5pt}h2,h3,h4{break-after:avoid}
tr,li,.why,.new,figure{break-inside:avoid}a{text-decoration:none}nav{display:none}
@page{margin:18mm}}
""".strip()
