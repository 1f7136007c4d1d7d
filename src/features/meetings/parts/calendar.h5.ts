import { call } from '@/services/call'
import type { CalendarOutcome, Remembered } from './calendar-outcome'

/** What happens when it is tapped. */
export const calendarNote = '下载一个日历文件，打开它，开会前一天就提醒你'

/** Hands over a calendar file, which leads back to this page. */
export const addToCalendar = async ({ id }: Remembered): Promise<CalendarOutcome> => {
  const reply = await call('meetings.calendar', { meetingId: id, pageUrl: window.location.href })
  if (!reply.ok) return reply
  const { fileName, contentType, text } = reply.data
  download(fileName, new Blob([text], { type: `${contentType};charset=utf-8` }))
  return 'saved'
}

const download = (fileName: string, content: Blob) => {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Some browsers still read it when the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
