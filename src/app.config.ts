import { tabs } from './tabs'

// Read by the compiler, in Node: in WeChat nobody signs in, and the demo's page exists only in a web build for local use.
const isWeb = process.env.TARO_ENV === 'h5'
const withDemo = isWeb && process.env.JINLIN_DEMO === '1'

/**
 * What WeChat fetches while a tab is looked at, so that nobody waits for a package when its first page opens: where
 * the tab's own entries lead. The tabs share a limit of 2 MB; `npm run verify:weapp -- --only app` adds it up.
 */
const preloaded: Record<string, string[]> = {
  'pages/home/index': ['affairs', 'meetings', 'points', 'inbox', 'notices', 'directory'],
  'pages/affairs/index': ['affairs'],
  'pages/points/index': ['points'],
  'pages/staff/index': ['affairs', 'meetings', 'staff', 'residency', 'proxy', 'safety'],
  'pages/me/index': ['inbox', 'points', 'residency', 'party'],
}

export default defineAppConfig({
  pages: tabs.map((tab) => tab.page),
  subPackages: [
    { root: 'features/points', pages: ['items', 'item', 'redemptions', 'pickup'] },
    { root: 'features/affairs', pages: ['report', 'case', 'answered', 'queue', 'staff-case'] },
    { root: 'features/inbox', pages: ['messages'] },
    { root: 'features/safety', pages: ['queue'] },
    { root: 'features/notices', pages: ['list', 'notice', 'manage', 'form'] },
    { root: 'features/directory', pages: ['list', 'manage', 'form'] },
    {
      root: 'features/meetings',
      pages: ['list', 'meeting', 'my-code', 'check-in', 'manage', 'form', 'host', 'minutes'],
    },
    {
      root: 'features/party',
      pages: [
        'registration',
        'days',
        'activity',
        'check-in',
        'record',
        'applications',
        'activities',
        'activity-form',
        'activity-host',
      ],
    },
    {
      root: 'features/residency',
      pages: ['home', 'declare', 'code', 'move-out', 'requests', 'household', 'paper-codes', 'my-building'],
    },
    { root: 'features/privacy', pages: ['home', 'erase', 'audit'] },
    { root: 'features/proxy', pages: ['start', 'records', 'objections'] },
    { root: 'features/staff', pages: ['verify', 'items', 'item-form'] },
    { root: 'features/duties', pages: ['staff', 'invite', 'invitation'] },
    { root: 'features/desk', pages: ['mine', 'confirm', ...(isWeb ? ['sign-in'] : [])] },
    { root: 'features/imports', pages: ['list', 'import'] },
    { root: 'features/exports', pages: ['list'] },
    { root: 'features/territory', pages: ['tree', 'place'] },
    ...(withDemo ? [{ root: 'features/demo', pages: ['sign-in'] }] : []),
  ],
  preloadRule: Object.fromEntries(
    Object.entries(preloaded).map(([tab, domains]) => [
      tab,
      { network: 'all', packages: domains.map((domain) => `features/${domain}`) },
    ]),
  ),
  window: {
    navigationBarTitleText: '近邻',
    navigationBarBackgroundColor: '#f3f4f6',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f4f6',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    custom: true,
    color: '#666d78',
    selectedColor: '#0b7a63',
    backgroundColor: '#ffffff',
    list: tabs.map((tab) => ({ pagePath: tab.page, text: tab.text })),
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  // The web router's slide moves pages with a transform, which breaks everything fixed to the screen.
  animation: false,
})
