import type { ActionName, Input, Output, ReplyOf } from '../../cloudfunctions/contract'
import { sentenceOf } from '../../src/services/messages'

export type Report = Output<'imports.show'>

/** Ends a command with a sentence for the person who ran it. */
export class Stop extends Error {}

/** Tries of a call that another one is in the way of. */
const maxTries = 12

/** Talks to a running cloud as the mini program does. */
export class Client {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** With a token, or as a persona of the demo. @throws Stop when nothing runs there or the persona is unknown */
  static async signIn({ url, token, as }: { url: string; token?: string; as: string }): Promise<Client> {
    const base = url.replace(/\/+$/, '')
    if (token) return new Client(base, token)
    const response = await post(`${base}/v1/demo/sign-in`, { persona: as })
    if (response.status === 404) throw new Stop('这个地址没有演示身份，请用 --token 登录。')
    if (!response.ok) throw new Stop(`没有演示身份「${as}」。`)
    return new Client(base, ((await response.json()) as { token: string }).token)
  }

  /** The first community that this person works for. */
  async ownCommunity(): Promise<string> {
    const { duties } = await this.call('community.me', {})
    const found = duties.find(({ role }) => role === 'community_worker')?.communities[0]
    if (!found) throw new Stop('这个身份不是社区工作者，不能导入。')
    return found.id
  }

  /** @throws Stop with the words of a refusal */
  async call<N extends ActionName>(name: N, input: Input<N>): Promise<Output<N>> {
    const [domain, action] = name.split('.')
    for (let attempt = 1; ; attempt += 1) {
      const response = await post(`${this.url}/v1/functions/${domain}`, { action, input }, this.token)
      if (response.status === 401) throw new Stop('登录已失效，请重新登录。')
      if (!response.ok) throw new Stop(`服务暂时没有回应（HTTP ${response.status}），请稍后再运行一次。`)
      const reply = (await response.json()) as ReplyOf<N>
      if (reply.ok) return reply.data
      const isInTheWay = reply.code === 'CONFLICT' || reply.code === 'RATE_LIMITED'
      if (!isInTheWay || attempt === maxTries) throw new Stop(sentenceOf(reply))
      await new Promise((resolve) => setTimeout(resolve, 2000))
    }
  }
}

async function post(url: string, body: unknown, token?: string): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  try {
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  } catch {
    throw new Stop(`连不上 ${new URL(url).origin}。先在另一个窗口运行 npm start，或用 --url 写明地址。`)
  }
}
