import { View } from '@tarojs/components'

const Stub = () => <View>我的兑换</View>

export default Stub
