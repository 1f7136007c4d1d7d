import { View } from '@tarojs/components'

const Stub = () => <View>选择身份</View>

export default Stub
