import { line, paragraph } from '@contract/fields'
import { emptyDraft, inputOf } from '@/features/affairs/form/case-draft'
import { answerOf, emptyReply } from '@/features/affairs/staff/reply-draft'
import { detailsOf, draftFor } from '@/features/meetings/staff/meeting-draft'
import { fieldsOf } from '@/features/meetings/staff/minutes-draft'
import { emptyNotice, saidOf } from '@/features/notices/staff/notice-draft'
import { oneLine, plainText } from '@/services/text'

/** As it comes out of a table, of a page and of a program for letters. */
const pasted = '楼道\t3 号楼\r\n杂物\u0000多\u2028请\u000b清一清\u007f\t\n'
const plain = '楼道 3 号楼\n杂物多\n请清一清'

describe('what was pasted', () => {
  test('keeps its lines, has blanks for tabs, and nothing that cannot be seen', () => {
    expect(plainText(pasted)).toBe(plain)
    expect(oneLine(pasted)).toBe('楼道 3 号楼 杂物多 请清一清')
    expect(plainText('\u0007\t ')).toBe('')
  })

  test('is what the server takes, wherever it was pasted', () => {
    const place = { compound: '平安花园', building: null, note: pasted }
    const of = { communityId: 'wendeng.tianfu.pinganli', kind: 'report' } as const
    const kase = inputOf({ ...emptyDraft, text: pasted }, place, of)
    const reply = answerOf({ ...emptyReply, text: pasted, publish: true, question: pasted })
    const notice = saidOf({ ...emptyNotice(0), title: pasted, text: pasted })
    const meeting = detailsOf({ ...draftFor('council', 0), title: pasted, venue: pasted, note: pasted })
    const minutes = fieldsOf({ text: pasted, decisions: [pasted], actions: [] })
    const lines = [reply.publish?.question, notice.title, meeting.title, meeting.venue, minutes.decisions[0]]
    for (const text of lines) expect(line(200).parse(text)).toBe(oneLine(pasted))
    const texts = [kase.text, kase.place.note, reply.text, reply.publish?.answer, notice.text]
    for (const text of [...texts, meeting.note, minutes.text]) expect(paragraph(200).parse(text)).toBe(plain)
  })
})
