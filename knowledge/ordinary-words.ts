/**
 * Words of everyday English, as resumes and job ads use it, which are also the name of something to be known. As an
 * unconditional form each would be found in almost any text, so it must be `ambiguous`, with context words.
 * Words such as "python" or "pandas", whose other meaning no resume has, are not here.
 */
export const ordinaryWords: ReadonlySet<string> = new Set([
  'access', 'ada', 'agile', 'ant', 'apache', 'arm', 'assembly', 'astro', 'basic', 'blender', 'bootstrap', 'bun', 'canvas', 'chef',
  'clean', 'click', 'closure', 'composer', 'confluence', 'consul', 'copilot', 'crystal', 'dart', 'dash', 'design', 'drawing', 'elastic', 'electron',
  'ember', 'excel', 'express', 'falcon', 'flask', 'flow', 'flux', 'focus', 'foley', 'fortify', 'foundation', 'framer', 'go', 'grid', 'gulp', 'hack',
  'helm', 'hive', 'hugo', 'impala', 'ionic', 'julia', 'less', 'lightning', 'lotus', 'make', 'maple', 'material', 'maven', 'maya',
  'meteor', 'mocha', 'native', 'nest', 'next', 'nomad', 'notion', 'numbers', 'pages', 'phoenix', 'pig', 'play', 'prefect',
  'presto', 'prettier', 'processing', 'project', 'puppet', 'rails', 'ray', 'react', 'relay', 'remix', 'rest', 'rust', 'sage', 'salt',
  'scratch', 'sentry', 'shell', 'sketch', 'slack', 'soap', 'solid', 'spark', 'spring', 'storm', 'struts', 'swift', 'swing',
  'teams', 'unity', 'unreal', 'vault', 'wave', 'windows', 'word', 'zoom',
]);
