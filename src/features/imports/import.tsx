import { View } from '@tarojs/components'

const Stub = () => <View>导入</View>

export default Stub
