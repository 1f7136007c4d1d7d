import { View } from '@tarojs/components'
import { progressProps } from './progress-props'
import './progress.css'

interface Props {
  /** What is under way. */
  label: string
  done: number
  /** 0: nobody knows yet how much there is. */
  toDo: number
}

/** How far a long piece of work has come, in words and as a bar. */
export const Progress = ({ label, done, toDo }: Props) => {
  const percent = toDo > 0 ? Math.min(100, Math.floor((done / toDo) * 100)) : 0
  return (
    <View>
      <View className="progress-words">
        <View>{label}</View>
        <View className="num">{toDo > 0 && `${done} / ${toDo}`}</View>
      </View>
      <View className="progress-track" {...progressProps(label, percent)}>
        {toDo > 0 ? (
          <View className="progress-bar" style={{ width: `${percent}%` }} />
        ) : (
          <View className="progress-bar progress-unknown" />
        )}
      </View>
    </View>
  )
}
