import { View } from '@tarojs/components'

/** The two digits that the web page and the phone both show. */
export const MatchNumber = ({ number }: { number: string }) => (
  <View className="desk-number">
    <View className="t-note">核对数字</View>
    <View className="desk-digits">{number}</View>
  </View>
)
