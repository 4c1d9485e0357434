/** The style sheet of the public pages. Line height leaves room for stacked Vietnamese marks. */
export const PUBLIC_CSS = `
:root { color-scheme: light; --ink: #1c2430; --soft: #4a5566; --line: #c9d1dc; --accent: #0b5394; --back: #f6f8fb; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: #fff; }
a { color: var(--accent); } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #f2b600; outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px; }
header { background: var(--accent); color: #fff; padding: .75rem max(1rem, calc(50vw - 30rem)); display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: baseline; }
header a { color: #fff; padding: .25rem 0; display: inline-block; } header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; } .agency { margin: 0; font-weight: 700; } .agency a { text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; } h1 { font-size: 1.6rem; line-height: 1.4; } h2 { font-size: 1.2rem; margin-top: 2rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0; } label { font-weight: 600; flex: 1 1 18rem; }
input, select { width: 100%; font: inherit; padding: .5rem; border: 1px solid #6b7686; border-radius: 4px; } button { font: inherit; padding: .5rem 1.25rem; border: 0; border-radius: 4px; background: var(--accent); color: #fff; cursor: pointer; min-height: 2.75rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding: .25rem 0; } th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid var(--line); } th { background: var(--back); }
.scroll { overflow-x: auto; } .num { text-align: right; } dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .5rem 1rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.state { display: inline-block; border: 2px solid var(--accent); border-radius: 4px; padding: .1rem .6rem; font-weight: 700; } .drawing { border: 1px solid var(--line); position: relative; padding-bottom: 2.5rem; } .drawing svg { display: block; } .df-scrolled { overflow: auto; max-height: 40rem; } .df-scrolled:focus-visible { outline: 3px solid #f2b600; } ol.way li { margin-bottom: .5rem; } .soft { color: var(--soft); } .todo { border: 2px solid var(--accent); border-radius: 4px; padding: 0 1rem .5rem; margin: 1rem 0; } .todo h2 { margin-top: .75rem; } .note { background: var(--back); border-left: 4px solid var(--accent); padding: .75rem 1rem; }
input, select, textarea { font-weight: 400; }
textarea { width: 100%; font: inherit; padding: .5rem; border: 1px solid #6b7686; border-radius: 4px; } textarea:focus-visible { outline: 3px solid #f2b600; outline-offset: 2px; } form.stacked { display: block; } form.stacked > * { display: block; margin-bottom: .75rem; } fieldset { border: 0; padding: 0; margin: 0; } legend { font-weight: 600; padding: 0; } .choice { display: flex; align-items: center; gap: .5rem; font-weight: 400; min-height: 2rem; } .choice input { width: 1.25rem; height: 1.25rem; flex: none; }
select { background: #fff; min-height: 2.75rem; } .pager { display: flex; gap: 1.5rem; align-items: center; margin: 1rem 0; } .pager a { padding: .5rem 0; }
@media (max-width: 40rem) { .cards thead { position: absolute; left: -999rem; } .cards tr { display: block; border-bottom: 2px solid var(--line); padding: .5rem 0; } .cards td { display: block; border: 0; padding: .1rem 0; overflow-wrap: anywhere; } .cards td::before { content: attr(data-label) ": "; color: var(--soft); }
dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .75rem; } }
@media print { header nav, form { display: none; } header { background: none; color: #000; } header a { color: #000; } }
`;
