/** The import rules of the design: data flows one way. Each rule says what a folder may import of ours. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(engine|forms|designer|procedures|test)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(css|svg)(\\?url)?$|\\?url$|^(geojson|topojson-specification)$' },
    },
    only('forms-import-forms', '^forms/(?!schema/feel\\.ts|text/feel-fault\\.ts)', '^forms/'),
    // One language, one evaluator: the door of the forms to it. It brings `engine/rules/feel/` and a type of the
    // kernel.
    only('forms-share-feel', '^forms/schema/feel\\.ts', '^forms/|^engine/rules/feel\\.ts$'),
    only(
      'feel-is-a-leaf',
      '^engine/rules/feel(/|\\.ts)',
      '^engine/(rules/(feel(/|\\.ts)|json\\.ts)|kernel/types\\.ts|findings/feel-(fault|failure)\\.ts)',
    ),
    // What is wrong with an expression has its sentences there.
    only('forms-tell-feel', '^forms/text/feel-fault\\.ts', '^forms/|^engine/words/findings/feel-words\\.ts$'),
    only('contract-is-pure', '^forms/contract/', '^forms/(contract/|vocabularies/names\\.ts|schema/party-kinds\\.ts)'),
    only(
      'form-schema-is-pure',
      '^forms/schema/(?!feel\\.ts)',
      '^forms/(schema/|text/(it|en)/applying\\.ts|vocabularies/names\\.ts|fields/(types|schemas|rules|choices)\\.ts|fields/[^/]+/schema\\.ts)',
    ),
    // What is found by a check, in codes: it stands below every room that checks.
    only('findings-are-a-leaf', '^engine/findings/', '^engine/findings/'),
    only('kernel-imports-rules', '^engine/kernel/', '^engine/(kernel|rules|findings)/'),
    // The program and its words stand below the wings; reading and running know nothing of each other.
    only('kernel-words', '^engine/kernel/[^/]+\\.ts', '^engine/(kernel/[^/]+\\.ts|rules/|findings/)'),
    only('kernel-time', '^engine/kernel/time/', '^engine/(kernel/(time/|types\\.ts)|rules/)'),
    only('kernel-reading', '^engine/kernel/reading/', '^engine/(kernel/([^/]+\\.ts|reading/|time/)|rules/|findings/)'),
    only('kernel-running', '^engine/kernel/running/', '^engine/(kernel/([^/]+\\.ts|running/|time/)|rules/|findings/)'),
    only('rules-stand-alone', '^engine/rules/', '^engine/(rules/|findings/|kernel/types\\.ts)'),
    only(
      'core-is-pure',
      '^engine/core/',
      '^engine/(core/|findings/|language/|rules/|executors/port\\.ts|kernel/|words/standing\\.ts)|^forms/(schema|contract)/',
    ),
    // The edge: what the engine says in codes is put into words here, for server and browser alike.
    only('words', '^engine/words/', '^engine/(words|core|findings|language|rules|kernel)/|^forms/(schema|contract)/'),
    only('executors', '^engine/executors/', '^engine/(executors|findings|kernel|core)/'),
    // The dialect lies below the step, which runs over its extensions: of the core it knows what a dossier is, no step.
    only(
      'language',
      '^engine/language/',
      '^engine/(language/|findings/|core/((calendar|dossier|event|expression|problem|status)\\.ts|term[./])|rules/|kernel/(types|element-types|reading/zeebe)\\.ts)|^forms/(schema/full-name|contract/standing)\\.ts$',
    ),
    // The half of publishing that runs in the browser as well: of the files room only what reads bytes without Node.
    only(
      'catalogue-is-pure',
      '^engine/catalogue/',
      '^engine/(catalogue|connect/connectors|core|findings|language|rules|kernel)/|^engine/files/(bounds|nesting|pieces|xml)\\.ts$|^forms/(schema|contract)/|^forms/fields/(schemas\\.ts|[^/]+/schema\\.ts)',
    ),
    only(
      'files-that-catalogue-reads-with',
      '^engine/files/(bounds|nesting|pieces|xml)\\.ts$',
      '^engine/(files/(bounds|nesting|pieces|xml)|core/problem)\\.ts$',
    ),
    only(
      'publish',
      '^engine/publish(/|\\.ts$)',
      '^engine/(bounded-threads\\.ts|publish(/|\\.ts$)|(catalogue|connect/connectors|core|executors|files|findings|kernel|language|rules|store)/)|^forms/(schema|contract)/',
    ),
    only(
      'organisation',
      '^engine/organisation/',
      '^engine/(organisation|core|store)/|^engine/kernel/types\\.ts$|^forms/contract/|^forms/fields/schemas\\.ts$',
    ),
    only(
      'audit',
      '^engine/audit/',
      '^engine/(audit|core)/|^engine/run/(reads-sql|rows|sealable-sql|sealed-rows)\\.ts$|^engine/(store/(column-name|db|instant-sql|tables/day-roots)|connect/files|kernel/types)\\.ts$',
    ),
    only(
      'store',
      '^engine/store/',
      '^engine/(store|core|kernel|language)/|^forms/(schema|contract|territory|vocabularies)/',
    ),
    only(
      'connect',
      '^engine/connect/(?!connectors/)',
      '^engine/(connect/|core/|kernel/types\\.ts|config\\.ts)|^forms/schema/(document|clean|full-name)\\.ts',
    ),
    // A connector touches nothing itself: the outside is handed in, so that it can be checked and simulated in a
    // browser.
    only(
      'connectors',
      '^engine/connect/connectors/',
      '^engine/(connect/(connectors/|files\\.ts|http\\.ts|pdf\\.ts)|core/|findings/|language/|kernel/types\\.ts)|^forms/schema/(document|markdown)\\.ts',
    ),
    {
      name: 'connectors-touch-nothing',
      severity: 'error',
      from: { path: '^engine/connect/connectors/' },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'connectors-take-types-of-ports',
      severity: 'error',
      from: { path: '^engine/connect/connectors/' },
      to: { path: '^engine/connect/[^/]+\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    only('files', '^engine/files/', '^engine/(files/|bounded-threads\\.ts|core/problem\\.ts)|^forms/schema/'),
    only(
      'engine-imports-no-screens',
      '^engine/',
      '^engine/|^forms/(schema|contract|territory|vocabularies)/|^forms/fields/((schemas|summary-in)\\.ts|[^/]+/schema\\.ts)|^procedures/',
    ),
    only(
      'door',
      '^engine/run(/|\\.ts$)',
      '^engine/(run(/|\\.ts$)|(core|store)/|executors/port\\.ts|kernel/(program|types)\\.ts)|^forms/schema/',
    ),
    only(
      'jobs',
      '^engine/jobs/',
      '^engine/(run(/|\\.ts$)|(jobs|connect|core|store|language)/|kernel/(types|time/|running/expressions))|^forms/schema/',
    ),
    // Above the door: nothing but boot and the command line knows HTTP.
    only(
      'api',
      '^engine/api/',
      '^engine/(api|catalogue|config|connect|core|files|findings|jobs|kernel|language|organisation|publish|rules|run|store|words)(/|\\.ts$)|^forms/',
    ),
    only(
      'config',
      '^engine/config(/|\\.ts$)',
      '^engine/(config(/|\\.ts$)|limits\\.ts|connect/http\\.ts|core/actor\\.ts)|^forms/contract/',
    ),
    {
      name: 'nobody-imports-boot',
      severity: 'error',
      from: { path: '^engine/(?!boot/|cli(/|\\.ts$)|main\\.ts$|(start|iter)\\.mjs$)' },
      to: { path: '^engine/(boot/|cli(/|\\.ts$)|main\\.ts$)' },
    },
    {
      name: 'http-stays-above',
      severity: 'error',
      from: { path: '^engine/(?!api/|boot/|cli/)' },
      to: { path: '^engine/api/' },
    },
    only('designer', '^designer/', '^(designer|forms)/|^engine/(kernel|rules|core|language|catalogue|words|findings)/'),
    {
      name: 'form-model-is-pure',
      severity: 'error',
      from: { path: '^designer/forms/(model|usage|form-js)[/.]' },
      to: { path: '(\\.tsx$|^node_modules/(react|@dnd-kit))' },
    },
    {
      name: 'pure-code-touches-nothing',
      severity: 'error',
      from: {
        path: '^(engine/(kernel|rules|core|language|catalogue|words|findings)|forms/(schema|contract))/|^engine/files/(bounds|nesting|pieces|xml)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(engine|forms|designer)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
