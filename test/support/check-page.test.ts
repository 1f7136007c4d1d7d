import type { Page } from 'playwright-core'
import { openPhone, takeConsoleErrors } from './browser'
import { faultsOf } from './check-page'

const good = `
  <main style="padding:16px;background:#fff;color:#111">
    <h1>积分</h1>
    <button style="min-width:120px;min-height:60px;font-size:20px">去兑换</button>
    <div style="overflow-x:auto;width:200px"><p style="width:600px">可以左右滑动的一行字，不算被截断</p></div>
  </main>`

const show = async (body: string): Promise<Page> => {
  const { page } = await openPhone()
  const head = '<html lang="zh"><meta name="viewport" content="width=device-width"><title>近邻</title>'
  await page.route('http://page.test/', (route) =>
    route.fulfill({ body: `<!doctype html>${head}${body}`, contentType: 'text/html; charset=utf-8' }),
  )
  await page.goto('http://page.test/')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

const faultsIn = async (body: string, elder = false) => faultsOf(await show(body), { elder })

describe('the checks that every page goes through', () => {
  test('a page that is wider than the phone is named', async () => {
    expect(await faultsIn('<div style="width:500px">宽</div>')).toEqual([
      expect.stringContaining('508 px wide'),
    ])
  })

  test('text behind an ellipsis is named', async () => {
    const html =
      '<p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">平安里社区服务站</p>'
    expect(await faultsIn(html)).toEqual([expect.stringMatching(/^clipped: .*平安里/)])
  })

  test('text that an ancestor cuts off below is named', async () => {
    const html = '<div style="height:20px;overflow:hidden"><div><p>第一行</p><p>第二行</p></div></div>'
    expect(await faultsIn(html)).toContainEqual(expect.stringMatching(/^clipped: .*第二行/))
  })

  test('a button of 40 px is too small, and one of 50 px in elder mode', async () => {
    const button = (px: number) => `<button style="width:${px}px;height:${px}px">好</button>`
    expect(await faultsIn(button(40))).toEqual([expect.stringContaining('at least 44')])
    expect(await faultsIn(button(50))).toEqual([])
    expect(await faultsIn(button(50), true)).toEqual([expect.stringContaining('at least 60')])
  })

  test('pale grey on white is named', async () => {
    expect(await faultsIn('<p style="color:#bbb;background:#fff">看不清</p>')).toEqual([
      expect.stringMatching(/^contrast/),
    ])
  })

  test('something that handles taps and has no role is named', async () => {
    const html = `<div id="x" style="width:80px;height:80px">点我</div>`
    const { page } = await openPhone()
    await page.setContent(html)
    await page.evaluate(() =>
      Object.assign(document.getElementById('x')!, { __reactProps$x: { onClick() {} } }),
    )
    expect(await faultsOf(page)).toEqual([expect.stringMatching(/^no role/)])
  })

  test('an error on the console is kept against the test', async () => {
    const { page } = await openPhone()
    await page.evaluate(() => console.error('a planted error'))
    expect(takeConsoleErrors()).toEqual([expect.stringContaining('a planted error')])
  })

  test('Chinese text has a font', async () => {
    const page = await show('<p>近邻</p>')
    expect(
      await page.evaluate(() => document.querySelector('p')!.getBoundingClientRect().height),
    ).toBeGreaterThan(15)
  })

  test('a right page has no faults', async () => {
    expect(await faultsIn(good, true)).toEqual([])
  })
})
