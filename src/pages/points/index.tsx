import { View } from '@tarojs/components'

const Stub = () => <View>积分</View>

export default Stub
