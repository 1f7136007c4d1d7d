/** What would run in a page that took somebody's text for markup: `pwned` on the window, or an element of that name. */
const run = 'pwned=1'

const tags = [
  'script',
  'img',
  'svg',
  'iframe',
  'b',
  'a',
  'style',
  'math',
  'video',
  'input',
  'details',
  'body',
]

const handlers = [
  `<img src=x onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg/onload=${run}//`,
  `<body onload=${run}>`,
  `<video src=x onerror=${run}>`,
  `<audio src=x onerror=${run}>`,
  `<input onfocus=${run} autofocus>`,
  `<select onfocus=${run} autofocus>`,
  `<textarea onfocus=${run}>`,
  `<details ontoggle=${run} open>`,
  `<marquee onstart=${run}>`,
  `<object data=x onerror=${run}>`,
  `<embed src=x onload=${run}>`,
  `<div onclick=${run}>点我</div>`,
  `<a onmouseover=${run}>看看</a>`,
  `<taro-view-core onclick=${run}>`,
  `<script>${run}</script>`,
  `<script src=//e.test></script>`,
  `<iframe srcdoc="<script>${run}">`,
  `<iframe src=javascript:${run}>`,
]

/** Ways out of where a text stands: an attribute, a tag, a comment, a script, a style, a template. */
const escapes = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '-->',
  ']]>',
  '</p>',
  '</div>',
  '</script>',
  '</style>',
  '</textarea>',
  '</title>',
  '\\"',
  '*/',
]

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java&#9;script:${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}`,
  `//e.test/x.js`,
  `[看](javascript:${run})`,
  `<a href=javascript:${run}>看</a>`,
  `<a href="&#106;avascript:${run}">`,
  `<form action=javascript:${run}>`,
  `<base href=//e.test>`,
  `<link rel=stylesheet href=//e.test>`,
  `<meta http-equiv=refresh content=0>`,
]

const entities = [
  '&lt;img src=x&gt;',
  '&#60;script&#62;',
  '&#x3c;b&#x3e;',
  '&amp;lt;b&amp;gt;',
  '&nbsp;&nbsp;一',
  '&copy',
  '%3Cscript%3E',
  '\\u003cscript\\u003e',
  '\\x3cb\\x3e',
  '&notanentity;',
]

const templates = [
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '{%raw%}',
  '[[7*7]]',
  '{{constructor.constructor}}',
  '${pwned=1}',
  '{"__proto__":{"pwned":1}}',
  '__proto__',
  'constructor',
  'toString',
  '$where',
  '$ne',
  '{"$gt":""}',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'true',
  '0',
  '-1',
  '%s%d%n',
  '$1 $& $$',
]

const unicode = [
  '＜script＞',
  '‹script›',
  '\u202e>b/<gnp\u202c一',
  '\u200b<b>',
  '一\ufeff<b>',
  'a\u0300\u0301\u0302\u0303',
  '<\u200bscript>',
  '\u2066<b>\u2069',
  '👨‍👩‍👧‍👦<b>',
  '<ſcript>',
  '𝐛<b>𝐛</b>',
  '一\u00a0\u00ad<i>',
]

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=cmd|calc!A0',
  '=HYPERLINK("//e.test")',
  '%0A=1+1',
  ';=1+1',
  ',=1+1',
  '"=1+1',
]

const mangled = tags.flatMap((tag) => [
  `<${tag} id=pwned>`,
  `</${tag}>`,
  `<${tag.toUpperCase()} id=pwned>一`,
  `<<${tag} id=pwned>>`,
  `<${tag}/id=pwned/>一`,
  `<!--<${tag} id=pwned>-->`,
])

/** Two hundred texts that are markup, code, an address, a formula or a trick of letters somewhere. All can be typed. */
export const payloads: readonly string[] = [
  ...handlers,
  ...escapes.map((escape) => `${escape}<b id=pwned>`),
  ...addresses,
  ...entities,
  ...templates,
  ...unicode,
  ...formulas,
  ...mangled,
  ...escapes.map((escape) => `${escape} onclick=${run} x=`),
  ...escapes.slice(0, 9).map((escape) => `${escape};${run};//`),
]
