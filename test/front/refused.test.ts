import { refusalWords } from '@/services/platform/refused'

describe('what a phone or WeChat refused', () => {
  it.each([
    ['chooseMedia:fail cancel'],
    ['scanCode:fail cancel'],
    ['chooseMessageFile:fail cancel'],
    ['addPhoneCalendar:fail cancel'],
  ])('%s is no refusal: somebody gave up', (errMsg) => expect(refusalWords({ errMsg })).toBeNull())

  it.each([
    [{ errMsg: 'chooseMedia:fail auth deny' }, /没有允许/],
    [{ errMsg: 'scanCode:fail:auth denied' }, /没有允许/],
    [{ errMsg: 'addPhoneCalendar:fail no permission' }, /没有允许/],
    [{ errMsg: 'chooseMedia:fail', errno: 104 }, /没有同意/],
    [{ errMsg: 'chooseMedia:fail privacy permission is not authorized' }, /没有同意/],
    [{ errMsg: 'chooseMedia:fail', errno: 112 }, /社区电话/],
    [{ errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement' }, /社区电话/],
  ])('%j is said in words', (refusal, words) => expect(refusalWords(refusal)).toMatch(words))

  it('what says nothing is nothing', () => {
    expect(refusalWords(undefined)).toBeNull()
    expect(refusalWords('no')).toBeNull()
  })
})
