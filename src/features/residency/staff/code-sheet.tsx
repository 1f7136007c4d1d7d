import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { canPrint } from '@/services/platform/print'
import { Card } from '@/ui/card'
import { sayDoor } from '../words'

type Sheet = Output<'residency.issueCodes'>

/** The slips of one sheet, as they are printed and cut. */
export const CodeSheet = ({
  sheet: { communityName, building, unit, expiresOn, slips },
}: {
  sheet: Sheet
}) => (
  <>
    <View className="no-print sheet-warning">
      <Card tone="warn">
        <View className="t-strong">只在这里显示一次</View>
        <View>
          {canPrint
            ? '现在就打印，剪开后塞进各家门缝。'
            : '手机不能打印，请照着抄给住户，或在电脑网页上发码打印。'}
          每张只能用一次，有效到 {expiresOn}。
        </View>
      </Card>
    </View>
    <View className="slips">
      {slips.map(({ room, code }) => (
        <View key={room} className="slip">
          <View className="t-note">{communityName}</View>
          <View className="slip-door">{sayDoor({ building, unit, room })}</View>
          <View className="slip-code num">{groupCode(code)}</View>
          <View className="t-note">
            微信里打开「近邻」：我的 → 我的住址 → 我有纸条码。只能用一次，有效到 {expiresOn}。
          </View>
        </View>
      ))}
    </View>
  </>
)

/** 7XKM-4RTA */
const groupCode = (code: string): string => code.replace(/^(.{4})(.+)$/, '$1-$2')
