/** Words that one of the two builds has and the other has not, on purpose. As `comparable` gives them. */
export interface Difference {
  /** Names of page cases; absent: on every page. */
  pages?: RegExp
  web?: RegExp
  wechat?: RegExp
  why: string
}

export const knownDifferences: readonly Difference[] = [
  {
    pages: /游客/,
    web: /^(去?登录|登录后(兑换|报名)|登录后，就能看到交给你的事|登录后看积分、兑换商品)$/,
    wechat:
      /^(请在微信里打开「近邻」(小程序|报名)|只有本社区住户可以兑换|你目前没有社区工作。|如有误，请联系社区)$/,
    why: 'In the demo’s browser a guest signs in by choosing a persona; in WeChat everybody is signed in by WeChat.',
  },
  {
    pages: /游客/,
    web: /^(不登录也可以看商品|公开的答复不登录也能看|登录后，再扫一次现场的二维码|登录后，再扫一次邀请码|这里给工作人员用|这样办到哪一步、怎么答复，才能告诉你|事情有了进展，会在这里告诉你|登记好住址，就能用积分、报名开会|谁替你办过什么，都在这里|谁看过你的信息，你同意过什么，都在这里)$/,
    why: 'What there is without a sign-in, said beside the button that signs in.',
  },
  {
    wechat: /^转发给邻居$/,
    why: 'Only WeChat has chats to send to.',
  },
  {
    pages: /^我的/,
    web: /^(换一个身份|退出|这是演示版，人和积分都是编的。)$/,
    why: 'The demo’s personas.',
  },
  {
    pages: /^(我的.*|电脑登录.*|确认登录 游客)$/,
    web: /^(工作人员扫码登录|用你的微信登录，再扫一次)$/,
    wechat: /^扫码登录电脑$/,
    why: 'The phone scans what the web page shows.',
  },
  {
    web: /^(出示签到码|扫码枪|签到|用手机相机扫会场屏幕上的二维码。|扫出来的是文字时，贴到这里。|居民来领东西时，输入他报的0位数字)$/,
    wechat:
      /^(扫一扫|扫一扫签到|扫码签到|我的码|扫居民的码|对准会场屏幕上的二维码。|[它码]每0秒换一次，请扫当场的。|居民来领东西时，扫他的领取码，或输入他报的0位数字)$/,
    why: 'Only WeChat has a scanner.',
  },
  {
    pages: /会议$|^发公示通知|^(发布|修改)活动/,
    wechat: /^(0|点这里选)$/,
    why: 'WeChat’s pickers of a day and a time are words; a browser’s are fields.',
  },
  {
    pages: /签到中$/,
    web: /^取消报名$/,
    why: 'At the door WeChat’s scanner takes the place beside one’s own code.',
  },
  {
    pages: /^(恳谈日|恳谈日管理)$/,
    wechat: /^(0|0人|0月|0·党群服务中心0楼会议室|周某|已签到|已开完|每月|平安里恳谈日|开过的)$/,
    why: 'The browser’s page comes out of an error, from which only the meetings to come were asked for again.',
  },
  {
    pages: /^(党建日|党建活动.*|签到签退.*|双报到 游客)$/,
    web: /^(签到签退|签到|签退|确定|用手机相机扫活动现场屏幕上的二维码。|扫出来的是文字时，贴到这里。|签到签退都在这里。|在职党员向住的社区报到，就近做服务)$/,
    wechat:
      /^(扫码签到签退|扫码签到|扫码签退|对准活动现场屏幕上的二维码：来了扫签到码，走时扫签退码。|[它码]每0秒换一次，请扫当场的。)$/,
    why: 'Only WeChat has a scanner; a guest of the browser’s demo is told what the page is for beside the sign-in.',
  },
  {
    pages: /^邀请 不完整$/,
    web: /^(打开|有人请你担任社区、街道的岗位，会给你一个二维码。|用手机相机扫它；扫出来的是文字时，贴到这里。)$/,
    wechat: /^(扫一扫|有人请你担任社区、街道的岗位，会给你一个二维码。|点下面的按钮扫它。)$/,
    why: 'Only WeChat has a scanner.',
  },
  {
    pages: /^操作记录$/,
    web: /^(发纸条码|看(一户住户|实名诉求|报到名单|住址申请)|某天0|他做的|同类|[\u4e00-\u9fff]{2,3})$/,
    wechat: /^看(一户住户|实名诉求|报到名单|住址申请)$/,
    why: 'What was done, and seen, on the pages that were looked at before is among the records.',
  },
  {
    web: /^编号[\w-]+$/,
    wechat: /^编号[\w-]+$/,
    why: 'The number of an answer that was refused is another each time.',
  },
  {
    web: /^下载一个日历文件，.*$/,
    wechat: /^手机开会前一天提醒你$/,
    why: 'A browser hands over a file for the calendar; WeChat writes into it.',
  },
]

/** Whether a line of one side is known to be missing on the other. */
export const isKnown = (page: string, side: 'web' | 'wechat', line: string): boolean =>
  knownDifferences.some(
    (difference) => (difference.pages?.test(page) ?? true) && (difference[side]?.test(line) ?? false),
  )
