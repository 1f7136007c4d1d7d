import {
  emptyDraft,
  inputOf,
  isTouched,
  problemsOf,
  suggestedPlace,
  type CaseDraft,
  type CaseForm,
} from '@/features/affairs/form/case-draft'
import { whoSees } from '@/features/affairs/form/who-sees'
import { answerOf, emptyReply, questionFrom, replyProblem } from '@/features/affairs/staff/reply-draft'
import { templatesFor } from '@/features/affairs/templates'
import { categories } from '@/ui/case-words'
import type { Me } from '@/services/session'

const communityId = 'wendeng.tianfu.pinganli'
const form: CaseForm = {
  communityId,
  communityName: '平安里社区',
  compounds: [
    { name: '平安花园', box: 'pinghua01', buildings: ['1 号楼', '7 号楼', '17 号楼'] },
    { name: '小区外', box: 'outside01', buildings: [] },
  ],
  compound: null,
  acceptWithinDays: 1,
  answerWithinDays: {
    sanitation: 3,
    facilities: 5,
    parking: 5,
    noise: 3,
    safety: 1,
    property: 5,
    services: 5,
    other: 5,
  },
  suggestionAnswerWithinDays: 10,
}
const place = { compound: '平安花园', building: '7 号楼', note: '' }
const photo = { key: 'a', takenAt: '2026-11-21T06:30:05.000Z', photoId: 'cloud://a', photoUrl: 'a.jpg' }
const draft = (fields: Partial<CaseDraft>): CaseDraft => ({ ...emptyDraft, ...fields })

describe('[A2] what is missing', () => {
  test('an empty form says what comes first', () => {
    expect(problemsOf(emptyDraft, null).map(([field]) => field)).toEqual(['text', 'category', 'place'])
  })

  test('two letters say nothing, with a photo or without', () => {
    expect(problemsOf(draft({ text: '坏了', category: 'other' }), place)).toHaveLength(1)
    expect(problemsOf(draft({ text: '坏了', category: 'other', photos: [photo] }), place)).toHaveLength(1)
  })

  test('a photo, a category: that is all', () => {
    expect(problemsOf(draft({ photos: [photo], category: 'sanitation' }), place)).toEqual([])
  })
})

test('[A2] what is sent: blanks cut off, words in place of none, the photos with their times', () => {
  const sent = inputOf(
    draft({ photos: [photo], category: 'sanitation' }),
    { ...place, note: ' 楼道 ' },
    {
      communityId,
      kind: 'report',
    },
  )
  expect(sent).toMatchObject({
    communityId,
    kind: 'report',
    identity: 'masked',
    text: '环境卫生方面的问题，请看照片',
    place: { compound: '平安花园', building: '7 号楼', note: '楼道' },
    photos: [{ photoId: 'cloud://a', takenAt: photo.takenAt }],
  })
})

test('[A2] the place is my own building, found by its number and not by a part of it', () => {
  expect(suggestedPlace(form, { building: '7' }, 'report')).toEqual(place)
  expect(suggestedPlace(form, { building: '99' }, 'report')).toBeNull()
})

test('[A1] a suggestion is about a compound: that of the box before my own', () => {
  expect(suggestedPlace(form, { building: '7' }, 'suggestion')).toEqual({ ...place, building: null })
  expect(suggestedPlace({ ...form, compound: '小区外' }, { building: '7' }, 'report')).toEqual({
    compound: '小区外',
    building: null,
    note: '',
  })
})

test('a fresh form has nothing to lose', () => {
  expect(isTouched(emptyDraft)).toBe(false)
  expect(isTouched(draft({ text: ' ' }))).toBe(false)
  expect(isTouched(draft({ photos: [photo] }))).toBe(true)
})

test('[A1] who is anonymous is told that nobody sees a name, who is masked that the family name is seen', () => {
  const me = { name: '张桂兰', residency: { building: '7' }, duties: [] } as unknown as Me
  expect(whoSees('anonymous', me, 'report').staff).not.toContain('张')
  expect(whoSees('masked', me, 'report').staff).toContain('「张」')
  expect(whoSees('masked', me, 'report').staff).not.toContain('桂兰')
  expect(whoSees('named', me, 'suggestion').staff).toContain('张桂兰')
  expect(whoSees('named', me, 'suggestion').others).toContain('署名只留你的姓')
})

describe('[A14] a reply', () => {
  test('is not sent empty, nor published without a question', () => {
    expect(replyProblem(emptyReply)).not.toBeNull()
    expect(replyProblem({ ...emptyReply, text: '已经修好了', publish: true })).toContain('问了什么')
  })

  test('published, it has the words that staff edited, else those of the reply', () => {
    const reply = { ...emptyReply, text: ' 已经修好了 ', publish: true, question: '灯\n坏了' }
    expect(answerOf(reply)).toEqual({
      outcome: 'solved',
      text: '已经修好了',
      photoIds: [],
      publish: { question: '灯 坏了', answer: '已经修好了' },
    })
    expect(answerOf({ ...reply, answer: '路灯已修' }).publish?.answer).toBe('路灯已修')
    expect(answerOf({ ...reply, publish: false }).publish).toBeNull()
  })

  test('the public question is one line that fits', () => {
    expect(questionFrom(`一\n二${'长'.repeat(300)}`)).toHaveLength(120)
  })

  test('each category has templates that can be sent as they stand', () => {
    for (const { value } of categories) {
      const templates = templatesFor(value)
      expect(templates.length).toBeGreaterThan(2)
      for (const { text, outcome } of templates)
        expect(replyProblem({ ...emptyReply, outcome, text })).toBeNull()
      expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length)
    }
  })
})
