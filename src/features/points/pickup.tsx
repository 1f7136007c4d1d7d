import { View } from '@tarojs/components'

const Stub = () => <View>领取码</View>

export default Stub
