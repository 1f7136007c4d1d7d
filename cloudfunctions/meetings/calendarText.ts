import { addMinutes } from '../kit/time'
import type { MeetingFacts } from './store'

/**
 * A meeting as a calendar file: RFC 5545, with times in UTC, a reminder one day before, and under one UID whatever
 * changes, so that a later file replaces an earlier one.
 * @param pageUrl where the entry leads back to; null without an address
 */
export function calendarText(meeting: MeetingFacts, pageUrl: string | null, now: Date): string {
  const { _id, title, venue, note, startsAt, endsAt, version } = meeting
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jinlin//Meetings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${_id}@jinlin`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${version - 1}`,
    `DTSTART:${utc(new Date(startsAt))}`,
    `DTEND:${utc(new Date(endsAt))}`,
    `SUMMARY:${text(title)}`,
    `LOCATION:${text(venue)}`,
    ...(note ? [`DESCRIPTION:${text(note)}`] : []),
    ...(pageUrl ? [`URL:${pageUrl}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(title)}`,
    `TRIGGER;VALUE=DATE-TIME:${utc(addMinutes(new Date(startsAt), -1440))}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20261121T080010Z` */
const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Section 3.3.11: backslash, semicolon, comma and line breaks are escaped. */
const text = (value: string): string =>
  value.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')

/** Section 3.1: a line has at most 75 octets; a longer one goes on after a line break and a blank. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    // The blank that begins a continuation counts as well.
    const most = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}
