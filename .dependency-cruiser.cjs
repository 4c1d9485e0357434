// Who may import whom: the table of docs/architecture.md as rules. Type-only imports are free.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const NODE = { dependencyTypes: ['core'] };
const package_ = (names) => `node_modules/(${names})(/|$)`;

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle cannot be read from either end.', {}, { circular: true }),
    forbid('engine-is-pure', 'engine/ may run in Node, in the Temporal sandbox and in a browser.',
      { path: '^engine/', pathNot: '^engine/(bpmn|decision/read|expression/parse|mining/read|lint)' }, { pathNot: '^engine/', couldNotResolve: false }),
    forbid('reader-needs-no-node', 'The reader runs in the browser too.', { path: '^engine/' }, NODE),
    forbid('one-reader', 'bpmn-moddle has one user.', { pathNot: '^engine/bpmn/|node_modules' }, { path: package_('bpmn-moddle|moddle|moddle-xml') }),
    forbid('graph-stands-alone', 'Everybody may use it because it uses nobody.', { path: '^engine/graph/' }, { pathNot: '^engine/graph/', couldNotResolve: false }),
    forbid('calendar-stands-alone', 'Arithmetic over data.', { path: '^engine/calendar/' }, { pathNot: '^engine/(calendar|graph)/', couldNotResolve: false }),
    forbid('evaluator-knows-no-parser', 'Text is parsed at publish; the bundle carries the evaluator alone.',
      { path: '^engine/expression/evaluate' }, { reachable: true, path: '^engine/expression/(parse|check|static)|node_modules' }),
    forbid('reader-knows-no-interpreter', 'Reading a diagram does not run it.', { path: '^engine/bpmn/' }, { path: '^engine/(interpreter|simulation|analysis|mining)/' }),
    forbid('interpreter-knows-no-reader', 'It runs the graph.', { path: '^engine/interpreter/' }, { path: '^engine/(bpmn|decision/read|analysis|mining|simulation|expression/parse)' }),
    forbid('analysis-knows-no-reader', 'Rules read the graph, not the XML.', { path: '^engine/(analysis|simulation)/' }, { path: '^engine/(bpmn|mining)/' }),
    forbid('mining-knows-no-rules', 'It reads the log.', { path: '^engine/mining/' }, { path: '^engine/(bpmn|analysis)/' }),
    forbid('log-checks-know-no-reader', 'They look at what was read.', { path: '^engine/log-checks/' }, { path: '^engine/(bpmn|simulation|interpreter)/' }),
    forbid('bundle-is-small', 'All that the sandbox loads is reachable from workflows/index.',
      { path: '^workflows/index' },
      { reachable: true, path: `${package_('bpmn-moddle|dmn-moddle|@bpmn-io|@temporalio/(client|worker)|mongoose')}|^engine/(index|bpmn|decision/read|analysis|mining|log-checks|simulation|expression/parse)|^(models|server|services)/` }),
    forbid('workflow-knows-no-zone-names', 'The offsets of a zone come in as data; Intl depends on the machine.',
      { path: '^workflows/index' }, { reachable: true, path: '^engine/calendar/zone' }),
    forbid('workflow-needs-no-node', 'The sandbox has no Node.', { path: '^workflows/(index|dossier)' }, NODE),
    forbid('activities-know-no-workflow', 'They are called, they do not call.', { path: '^workflows/activities' }, { path: '^workflows/dossier/(?!messages|types)' }),
    forbid('one-worker', 'The worker is native code; its users are few.',
      { pathNot: '^(workflows/(worker|bundle)|test/|bench/|scripts/|node_modules)' }, { path: package_('@temporalio/worker') }),
    forbid('hosts-know-no-server', 'The server uses the host.', { path: '^workflows/' }, { path: '^server/' }),
    forbid('models-know-no-host', 'What is stored does not run.', { path: '^models/' }, { path: '^(workflows|server|web|designer)/' }),
    forbid('routes-know-interfaces', 'Routes validate, call once, respond.', { path: '^server/routes/' }, { path: package_('mongoose|@temporalio') }),
    forbid('pages-are-pure', 'View model in, text out.', { path: '^server/pages/' },
      { pathNot: '^server/(pages|contract|i18n)', couldNotResolve: false }),
    forbid('designer-stands-alone', 'Without React, and without our server.',
      { path: '^designer/' }, { path: `${package_('react|react-dom|@mantine|@tanstack')}|^(web|server|models|workflows|services)/` }),
    forbid('web-speaks-http', 'Pages reach the server through its addresses alone.',
      { path: '^web/' }, { path: '^(server/(?!contract)|models|workflows|services)' }),
    forbid('services-know-nobody', 'They start two programs.', { path: '^services/' }, { path: '^(engine|workflows|models|server|web|designer)/' }),
    forbid('services-are-started-in-one-place', 'In production nothing is started.',
      { path: '^(engine|workflows|models|server|web|designer)/', pathNot: '^server/main' },
      { path: '^services/', pathNot: '^services/(places|types|problem|ports)' }),
    // rjsf's package names files for `require` that it does not hold; those for `import` are there.
    forbid('no-unknown', 'An import that leads nowhere.', { pathNot: 'node_modules' }, { couldNotResolve: true, pathNot: '^@rjsf/core/lib/' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
};
