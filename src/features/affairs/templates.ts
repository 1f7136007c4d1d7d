import type { Input } from '@contract/index'
import type { CaseCategory } from '@/ui/case-words'

/** A reply that is often right as it stands. None promises a day: that is for whoever does the work. */
export interface Template {
  /** On the button. */
  name: string
  outcome: Input<'affairs.answer'>['outcome']
  text: string
}

const found = (name: string, text: string): Template => ({ name, outcome: 'solved', text })
const begun = (name: string, text: string): Template => ({ name, outcome: 'partly', text })

/** Of every category, after its own. */
const common: readonly Template[] = [
  found(
    '已办好',
    '您反映的事已经办好，请您看看。如果还有问题，可以点「不满意」要求重新办理。谢谢您告诉我们。',
  ),
  begun('办了一部分', '您反映的事先办好了一部分，剩下的需要再协调，有进展会在会客厅公布。谢谢您的耐心。'),
]

const own: Record<CaseCategory, readonly Template[]> = {
  facilities: [
    found('已修好', '维修人员已到现场，坏的设施已经修好，恢复使用。谢谢您及时告诉我们。'),
    begun('先围起来', '现场已经围挡并贴了提示，先保证安全。配件到了就更换。给您带来不便，请谅解。'),
  ],
  sanitation: [
    found('已清理', '保洁人员已经清理干净，我们会增加这里的巡查。谢谢您帮忙盯着环境。'),
    begun('已清理，常发生', '已经清理干净。这里常有人乱放，我们会贴提示、多巡查，也请邻居们互相提醒。'),
  ],
  parking: [
    found('已劝离', '工作人员已联系车主，车已经挪走，通道恢复畅通。谢谢您告诉我们。'),
    begun('车位不够', '已劝离占道的车。车位不够是小区的老问题，会列入恳谈日的议题，请大家一起商量。'),
  ],
  noise: [
    found('已劝导', '工作人员已上门劝导，对方答应注意时间和音量。如果再有，请再告诉我们。'),
    begun('已上门一次', '已上门说明过一次，我们会继续留意。半夜特别吵时，也可以先打社区电话。'),
  ],
  safety: [
    found('隐患已排除', '已到现场处理，隐患已经排除，并检查了周边。谢谢您的细心。'),
    begun('已设警示', '已设警示并安排专人看守，正在联系专业单位处理。请您和家人先绕行。'),
  ],
  property: [
    found('物业已办', '物业已按要求办好，社区到现场看过。谢谢您告诉我们。'),
    begun('已督促物业', '已约谈物业并写下整改要求，社区会到现场查看。办到哪一步，会公布在小区公示栏。'),
  ],
  services: [
    found('已安排', '您需要的服务已经安排好，工作人员会联系您。有变化请打社区电话。'),
    begun('先登记', '已经登记您的需要。目前人手有限，排到以后工作人员会联系您。'),
  ],
  other: [found('已了解', '您说的事我们已经了解并处理，谢谢您告诉我们。')],
}

/** Replies to choose from, those of the category first. */
export const templatesFor = (category: CaseCategory): readonly Template[] => [...own[category], ...common]
