import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePrefs } from '@/services/prefs'
import { useSession } from '@/services/session'
import { tabs } from '@/tabs'
import { groupProps, partProps } from './aria'
import { Icon } from './icon'
import { Tappable } from './tappable'
import './tab-bar.css'

/**
 * The tabs that concern this person: 工作 only for those with a duty; what stands on the elder home is no tab there. At a
 * desk, a browser that signed in by QR, there is work and nothing else.
 * @param current the page on the screen, as `tabs` spells it
 */
export const TabBar = ({ current }: { current: string }) => {
  const elder = usePrefs((prefs) => prefs.elder)
  const hasDuty = useSession((session) => (session.me?.duties.length ?? 0) > 0)
  const atDesk = useSession((session) => Boolean(session.me?.deskUntil))
  const shown = tabs.filter(
    (tab) =>
      (!atDesk || tab.dutyOnly || tab.icon === 'user-round') &&
      (hasDuty || !tab.dutyOnly) &&
      (!elder || !tab.onElderHome || tab.page === current),
  )
  return (
    <View className="tab-bar" {...partProps('navigation', '主菜单')}>
      <View className="tab-bar-inside" {...groupProps('tablist', '主菜单')}>
        {shown.map((tab) => (
          <Tappable
            key={tab.page}
            className={`tab-bar-tab ${tab.page === current ? 'is-on' : ''}`}
            role="tab"
            label={tab.text}
            on={tab.page === current}
            onTap={() => void Taro.switchTab({ url: `/${tab.page}` })}
          >
            <Icon name={tab.icon} />
            {tab.text}
          </Tappable>
        ))}
      </View>
    </View>
  )
}
