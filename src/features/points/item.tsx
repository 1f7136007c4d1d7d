import { View } from '@tarojs/components'

const Stub = () => <View>商品</View>

export default Stub
