import type { AnyCode, Output } from '@contract/index'
import type { Failure, LocalCode } from './replies'

/** What a person reads when something did not work: what happened, and what to do. */
export interface Words {
  what: string
  todo: string
}

/**
 * Every refusal in plain words: what happened, and what to do. A new code does not compile until it is worded here. In
 * pairs, because the names of the two would travel to every phone a hundred times.
 */
const words: Record<AnyCode | LocalCode, [what: string, todo: string]> = {
  OFFLINE: ['没有连上网络', '看看手机网络，连上后再试。你填的内容都在'],
  NO_ANSWER: ['还没收到结果', '可能是网络慢。再点一次就好，不会重复办理'],
  INVALID_INPUT: ['填的内容有一处不对', '改一改再提交'],
  UNAUTHENTICATED: ['还没有登录', '登录后再来'],
  FORBIDDEN: ['你现在不能做这件事', '需要的话，请联系社区工作人员'],
  NOT_FOUND: ['没有找到', '可能已经撤下了，回上一页看看'],
  CONFLICT: ['办理的人太多，没排上', '过几秒再试一次'],
  RATE_LIMITED: ['点得太快了', '歇一会儿再试'],
  PROXY_OVER: ['代办已经结束', '还要办的话，重新开始一次'],
  PROXY_CLOSED: ['这件事不能代办', '请本人用自己的手机办'],
  PROXY_RUNNING: ['你正在替另一位居民代办', '先结束那一次'],
  INTERNAL: ['系统出了点问题', '不是你的操作问题，请过一会儿再试'],
  INSUFFICIENT_POINTS: ['积分不够', '参加社区服务可以得积分，攒够了再来换'],
  SOLD_OUT: ['已经换完了', '积分没有扣。等社区补货，或换别的商品'],
  ITEM_CLOSED: ['这件商品暂停兑换', '积分没有扣，换别的商品看看'],
  LIMIT_REACHED: ['你已换满限量', '积分没有扣，把机会留给其他邻居'],
  REDEMPTION_FROZEN: ['兑换暂停', '社区正在核对积分账，你的积分都在。核对好就恢复'],
  PRICE_CHANGED: ['价格刚刚变了', '积分没有扣，看看新的价格再决定'],
  ALREADY_PICKED_UP: ['已经领取过了', '一次兑换只能领一次'],
  ALREADY_ENDED: ['这次兑换已经结束', '已取消或已过期，不能再领了'],
  CODE_WRONG: ['领取码不对', '请居民再报一次数字，或重新扫码'],
  CODE_OUTDATED: ['二维码过期了', '请居民打开领取码页面，等它刷新后再扫'],
  TOO_MANY_TRIES: ['输错次数太多，先停一停', '为防猜码，15 分钟后可以再试。着急的话请换一位同事核销'],
  PHOTO_UNSUPPORTED: ['这张图片用不了', '请换一张 JPG 或 PNG 照片'],
  PHOTO_TOO_LARGE: ['图片太大', '请换一张小一点的照片'],
  TOO_MANY_ITEMS: ['商品太多，放不下了', '一个社区最多 200 件，请先把不用的商品改成需要的'],
  CHANGED_MEANWHILE: ['内容已被别人改过', '先看看最新的内容，再决定怎么改'],
  STOCK_OUT_OF_RANGE: ['库存数不对', '减少的不能超过现有的，总数最多 5000'],
  FILE_UNREADABLE: ['读不出这个文件', '请用 Excel 另存为 .xlsx 格式再传'],
  HEADERS_UNKNOWN: [
    '没有找到表头',
    '花名册要有 楼栋、单元、房号、姓名、手机；商品清单要有 商品名称、所需积分、库存、领取地点、领取时间；楼栋网格表要有 小区、楼栋',
  ],
  TOO_MANY_ROWS: ['行数太多', '一次最多 20000 行，请分成几个文件'],
  FILE_EMPTY: ['文件里没有数据', '看看是不是选错了文件或工作表'],
  IMPORT_HAS_ERRORS: ['还有没改好的行', '改好再传，或选择跳过这些行'],
  IMPORT_LAPSED: ['这次导入已过期', '请重新选择文件'],
  WRONG_STATE: ['这件事已经有了新进展', '刷新看看最新进度'],
  TOO_MANY_CASES: ['今天提交得太多了', '一天最多 10 件，着急的事请直接打社区电话'],
  REOPENED_TOO_OFTEN: ['已经重办过两次', '请打社区电话，由工作人员当面和你说'],
  HANDLER_UNKNOWN: ['这位同事不能办这件事', '刷新名单，换一位在岗的同事'],
  TOO_MANY_NOTES: ['备注写满了', '一件最多 50 条，请写到答复里'],
  SIGN_UP_NOT_YET: ['还没开始报名', '到报名时间再来，页面上写着开始时间'],
  SIGN_UP_CLOSED: ['报名已经结束', '可以看看下一场，或打社区电话问问'],
  CALLED_OFF: ['这场会取消了', '页面上写着原因。可以看看别的场次'],
  FULL: ['座位和候补都满了', '可以看看下一场；当天有空位时也能现场来'],
  NOT_FOR_YOU: ['这场会不面向你住的地方', '看看面向全社区的场次'],
  HOUSEHOLD_FULL: ['你家的名额用完了', '家里有人取消后，可以再报名'],
  ALREADY_SIGNED_UP: ['你已经报过名了', '不用再报，刷新就能看到'],
  TOO_MANY_NOTICES: ['通知太多，放不下了', '一个社区最多同时展示 60 条，请先撤下过时的'],
  NOTICE_DAY_OUT_OF_RANGE: ['展示日期不对', '从今天到一年以内，选一天'],
  ALREADY_TAKEN_DOWN: ['已经撤下了', '刷新就能看到'],
  CONTENT_REFUSED: ['有些话不适合公开', '换个说法再发。你写的内容都在，没有丢'],
  CONTENT_HELD: ['这个议题还没有通过审核', '先到“内容审核”里看看，通过后再列入议程'],
  ALREADY_DECIDED: ['已经有结果了', '刷新就能看到'],
  OFFER_LAPSED: ['这个座位留给你的时间过了', '座位已经给了下一位。还可以重新报名排队'],
  TOO_MANY_TOPICS: ['议题已经够多了', '每人每场最多提 3 个，也可以去支持别人的'],
  TOPICS_CLOSED: ['这场会不再收议题了', '可以提到下一场，或到“建言”里说'],
  CHECK_IN_CODE_WRONG: ['这不是签到码', '请对准现场屏幕或居民手机上的签到码再扫'],
  CHECK_IN_CODE_OUTDATED: ['签到码过期了', '签到码每 30 秒换一次，请再扫一次新的'],
  NOT_CHECK_IN_TIME: ['现在不是签到时间', '开会前 1 小时开始签到，散会后停止'],
  NOT_SIGNED_UP: ['没有找到有效的报名', '请现场工作人员登记，有空位就能参加'],
  ALREADY_CHECKED_IN: ['已经签过到了', '一场会签到一次就好'],
  DATES_OUT_OF_ORDER: ['时间先后不对', '报名要在开会前开始，开会要早于散会，而且都在今后'],
  SEATS_TAKEN: ['名额不能再少了', '已经有人报上名或在排队，名额不能少于这些人'],
  MEETING_OVER: ['这场会已经开过了', '开过的会不能取消'],
  MEETING_BEGUN: ['会已经开始了', '来不了请告诉工作人员'],
  MEETING_NOT_OVER: ['会还没开始', '开会以后再写纪要'],
  ACTIONS_FIXED: ['待办已经立案，不能改', '办理情况请在“事项”里更新；别的内容可以改'],
  ALREADY_REGISTERED: ['你已经报到过了', '不用再报，刷新就能看到进度'],
  ACTIVITY_OVER: ['这场活动已经结束', '看看这个月别的活动'],
  ALREADY_JOINED: ['你已经报过名了', '当天到现场扫码签到就好'],
  NOT_CHECKED_IN: ['还没有签到', '先扫签到码，结束时再扫签退码。来不及签到的，请现场工作人员登记'],
  ALREADY_CHECKED_OUT: ['已经签退过了', '时长和积分都已记好，看看“服务记录”'],
  TOO_MANY_ACTIVITIES: ['这个月的活动太多了', '一个社区一个月最多 60 场'],
  NOT_ONESELF: ['自己和家人的不能自己办', '请另一位同事来办，账才清楚'],
  POINTS_SPENT: ['多出的积分已经用掉了', '减不下来。请先和本人说明，等余额够了再改'],
  INVITATION_EXPIRED: ['邀请过期了', '邀请 24 小时内有效。请邀请你的人再发一次'],
  INVITATION_USED: ['这个邀请已经用过', '一个邀请只能用一次。要是你没有接受过，请告诉邀请你的人'],
  INVITATION_REVOKED: ['邀请已撤回', '有疑问请问邀请你的人'],
  INVITATION_LOCKED: ['手机号输错太多，邀请作废了', '请邀请你的人核对手机号，再发一次'],
  PHONE_WRONG: ['不是邀请登记的手机号', '看看有没有输错。还不对，请邀请你的人核对'],
  ALREADY_HELD: ['这个职务你已经有了', '不用再接受。打开「工作」就能看到'],
  TOO_MANY_DUTIES: ['任职已经太多了', '先解除不用的，再邀请或接受新的'],
  LAST_DAY_OUT_OF_RANGE: ['截止日期不对', '从今天到三年以内，选一天，或不设截止'],
  ALREADY_RESIDENT: ['你已经是核验过的住户', '要换住址，先在“我的住址”里办搬走'],
  STILL_RESIDENT: ['这个人还登记在这一户', '先办迁出'],
  REQUEST_OPEN: ['你有一份申请在等核对', '想改住址，先撤回再重新填'],
  BIND_CODE_WRONG: ['住址或纸条码对不上', '照纸条再看一遍。过期或用过的码不能用，请找社区要新的'],
  BIND_LOCKED: ['输错次数太多，先停一停', '为防猜码，过一会儿再试'],
  DESK_EXPIRED: ['二维码过期了', '在电脑上换一张，再扫'],
  DESK_USED: ['这个二维码用过了', '在电脑上换一张，再扫'],
  DESK_STAFF_ONLY: ['电脑登录只给工作人员', '你的事在手机上就能办'],
  ROOM_NOT_ON_ROSTER: ['有的户不在花名册上', '先导入花名册，再给这一户发码'],
  EXPORT_LIMIT: ['导出得太多了', '一人一天 30 份，一份取 20 次。明天再来'],
  DIRECTORY_FULL: ['电话本放满了', '先撤下不用的'],
  NAME_TAKEN: ['已经有同名的', '换一个名称'],
  NUMBER_CHANGES: ['楼号、单元号不能改', '新增一个，再停用旧的'],
  NOT_EMPTY: ['下面还有在用的', '先停用下面的'],
  TERRITORY_FULL: ['这里放满了', '分到别的网格或小区'],
  COPY_TODAY: ['今天已经要过一份', '一天一份，明天再来'],
  DUTY_HELD: ['你还有任职', '先请社区解除任职，再注销'],
  NOT_SHOWN: ['这位居民没有留名', '有事请写在答复里，系统会通知到本人'],
  REVEALED_ENOUGH: ['今天查看得太多了', '一天最多 50 次，明天再来'],
  ALREADY_USED: ['有些内容已经被用上了', '例如商品已有人兑换，这次导入不能撤销'],
}

/** The words for a failure. */
export const wordsOf = ({ code }: Pick<Failure, 'code'>): Words => {
  const [what, todo] = words[code] ?? words.INTERNAL
  return { what, todo }
}

/** Both halves in one line, for a toast. */
export const sentenceOf = (failure: Pick<Failure, 'code'>): string => {
  const { what, todo } = wordsOf(failure)
  return `${what}。${todo}`
}

export type RowErrorCode = Output<'imports.show'>['errors'][number]['code']

/** What is wrong with a row of an imported workbook. */
export const rowErrorWords: Record<RowErrorCode, string> = {
  REQUIRED: '没有填',
  TOO_LONG: '太长了',
  PHONE_INVALID: '不是手机号（应为 11 位数字）',
  NAME_INVALID: '不像姓名',
  NUMBER_INVALID: '不是整数',
  NUMBER_OUT_OF_RANGE: '数字太大或太小',
  DATE_INVALID: '不是日期（例如 2026-12-20）',
  DUPLICATE_ROW: '和前面的行重复',
  ROOM_INVALID: '房号看不懂（例如 101、1201）',
  PERIOD_INVALID: '限兑周期看不懂（每月、每季、不限期）',
  CONTRADICTS: '和前面的行或现有的对不上',
  GRID_FULL: '网格里的楼满了',
}
