import { View } from '@tarojs/components'
import { useToast } from '@/services/toast'
import { liveProps } from './aria'
import './toaster.css'

/** Where short messages appear; each page draws one. */
export const Toaster = () => {
  const text = useToast((state) => state.text)
  return (
    <View className="toaster" {...liveProps}>
      {text && <View className="toaster-text">{text}</View>}
    </View>
  )
}
