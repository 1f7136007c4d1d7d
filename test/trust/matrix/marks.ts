import type { Column, Scope } from './town'

/** A viewer: a column of the tables, or one place of it. */
export type Viewer = Column | `${Column} ${Scope}`

/** Something planted that not everybody may see. */
export interface Mark {
  text: string
  /** In the replies of which domains it may stand, by viewer. Whoever may see it does. */
  seenBy: Partial<Record<Viewer, readonly string[]>>
}

const mark = (text: string, seenBy: Mark['seenBy'] = {}): Mark => ({ text, seenBy })

/**
 * What is planted around the owner of the documents, and who may read it where. Nobody but these, and no log.
 * `openId`, `digits` and `qr` are known once the cloud runs.
 */
export const marks = {
  /** Staff of the community read a named reporter's and an applicant's name, the street's after an escalation. */
  name: mark('覃雪见', {
    owner: ['community'],
    'worker own': ['affairs', 'party', 'privacy'],
    'worker parent': ['affairs', 'party', 'privacy'],
    'street own': ['affairs'],
    'street parent': ['affairs'],
    'lead own': ['privacy'],
    'lead parent': ['privacy'],
    handler: ['affairs'],
  }),
  /** In full only by a reveal, which the owner reads of. */
  phone: mark('13987651234', {
    'worker own': ['privacy'],
    'worker parent': ['privacy'],
    'lead own': ['privacy'],
    'lead parent': ['privacy'],
  }),
  maskedPhone: mark('139****1234', {
    owner: ['party'],
    'worker own': ['party'],
    'worker parent': ['party'],
  }),
  room: mark('柒零玖室', { owner: ['community', 'privacy', 'residency'] }),
  branch: mark('蓝鲸机关第九支部', {
    owner: ['party'],
    'worker own': ['party'],
    'worker parent': ['party'],
  }),
  openId: mark(''),
  /** What a case of the community's level says. */
  caseText: mark('老槐树下有人占道', {
    owner: ['affairs', 'home'],
    'worker own': ['affairs', 'home'],
    'worker parent': ['affairs', 'home'],
    handler: ['affairs', 'home'],
  }),
  /** What colleagues say to each other of it. */
  note: mark('只说给同事听的', {
    'worker own': ['affairs'],
    'worker parent': ['affairs'],
    handler: ['affairs'],
  }),
  /** An activity of 双报到: that there is one is told to nobody who is not registered. */
  activity: mark('蓝鲸清理楼道日', {
    owner: ['party', 'home'],
    'registered own': ['party', 'home'],
    'worker own': ['party'],
    'worker parent': ['party'],
  }),
  /** Minutes that are not published. */
  draft: mark('纪要草稿尚未公开', { 'worker own': ['meetings'], 'worker parent': ['meetings'] }),
  digits: mark('', { owner: ['points'] }),
  qr: mark('', { owner: ['points'] }),
} satisfies Record<string, Mark>
