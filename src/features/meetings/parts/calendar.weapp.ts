import Taro from '@tarojs/taro'
import { collect } from '@/services/platform/privacy.weapp'
import type { CalendarOutcome, Remembered } from './calendar-outcome'

/** What happens when it is tapped. */
export const calendarNote = '手机开会前一天提醒你'

const daySeconds = 86_400

/** Writes into the phone's own calendar; WeChat asks the person for leave the first time. */
export const addToCalendar = async (meeting: Remembered): Promise<CalendarOutcome> => {
  const added = await collect('calendar', () =>
    Taro.addPhoneCalendar({
      title: meeting.title,
      location: meeting.venue,
      startTime: secondsOf(meeting.startsAt),
      endTime: String(secondsOf(meeting.endsAt)),
      alarm: true,
      alarmOffset: daySeconds,
    }),
  )
  return added ? 'added' : 'refused'
}

const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)
