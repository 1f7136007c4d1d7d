import { open, seal } from '../../cloudfunctions/kit/keys'
import { templatesOf, thing } from '../../cloudfunctions/kit/wechat-templates'

beforeAll(() => {
  process.env.JINLIN_KEY = 'k'.repeat(32)
})

describe('what is sealed', () => {
  it('is read by nobody with another purpose, another owner, a changed text or another key', () => {
    const sealed = seal('openid', 'o-zhang', 'm_zhang')
    expect(sealed).not.toContain(Buffer.from('o-zhang').toString('base64url'))
    expect(open('other', sealed, 'm_zhang')).toBeNull()
    expect(open('openid', sealed, 'm_li')).toBeNull()
    expect(open('openid', `${sealed.slice(0, -3)}AAA`, 'm_zhang')).toBeNull()
    expect(open('openid', 'short', 'm_zhang')).toBeNull()
    process.env.JINLIN_KEY = 'l'.repeat(32)
    expect(open('openid', sealed, 'm_zhang')).toBeNull()
    process.env.JINLIN_KEY = 'k'.repeat(32)
    expect(open('openid', sealed, 'm_zhang')).toBe('o-zhang')
  })

  it('looks different each time', () => {
    expect(seal('openid', 'o-zhang', 'm_zhang')).not.toBe(seal('openid', 'o-zhang', 'm_zhang'))
  })
})

describe('templates of WeChat’s messages', () => {
  it('that are incomplete count as absent', () => {
    const settings = {
      WX_TEMPLATE_ANSWER: 'id',
      WX_TEMPLATE_PARTY: 'id,thing1,,thing3',
      WX_TEMPLATE_OTHER: 'id,a,b,c',
    }
    expect(templatesOf(settings)).toEqual([])
    expect(templatesOf({ WX_TEMPLATE_MEETING: 'id, thing1 ,time2,thing3' })).toEqual([
      { kind: 'meeting', id: 'id', fields: { title: 'thing1', at: 'time2', text: 'thing3' } },
    ])
  })

  it('take twenty characters of a text, on one line, and no half of a rare one', () => {
    expect(thing('您反映的事\n办好了 ')).toBe('您反映的事 办好了')
    expect(thing('一二三四五六七八九十一二三四五六七八九十')).toHaveLength(20)
    expect(thing('一二三四五六七八九十一二三四五六七八九十一')).toBe(
      '一二三四五六七八九十一二三四五六七八九…',
    )
    expect([...thing('𠮷'.repeat(30))]).toHaveLength(20)
  })
})
