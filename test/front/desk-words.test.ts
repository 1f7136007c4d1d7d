import { browserOf, sayBrowser } from '@/features/desk/words'

const agents: [agent: string, said: string][] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'Windows 电脑 · Edge 浏览器',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.0.0 Safari/537.36 QQBrowser/12.0',
    'Windows 电脑 · QQ 浏览器',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
    '苹果电脑 · Safari 浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Linux 电脑 · 火狐浏览器'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile Safari/604.1',
    '手机或平板 · Safari 浏览器',
  ],
  ['<b>你的社区书记</b>', '电脑 · 浏览器'],
]

test.each(agents)('[P3] the phone says which browser asks, in words of our own: %s', (agent, said) =>
  expect(sayBrowser(browserOf(agent))).toBe(said),
)
