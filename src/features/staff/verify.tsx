import { View } from '@tarojs/components'

const Stub = () => <View>核销</View>

export default Stub
