import { View } from '@tarojs/components'

const Stub = () => <View>商品管理</View>

export default Stub
