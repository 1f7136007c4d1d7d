import { View } from '@tarojs/components'

const Stub = () => <View>我的</View>

export default Stub
