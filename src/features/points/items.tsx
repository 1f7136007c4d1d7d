import { View } from '@tarojs/components'

const Stub = () => <View>积分商品</View>

export default Stub
