import { View } from '@tarojs/components'
import { rowErrorWords } from '@/services/messages'
import { Card } from '@/ui/card'
import type { ImportReport } from './run-to'

/** What to mend, in the order of the rows, each with the row's number as Excel shows it. */
export const RowErrors = ({ report }: { report: ImportReport }) => (
  <Card title={`要改的 ${report.erroneous} 行`}>
    {report.errors.map((error, index) => (
      <View key={index} className="row-error">
        <View className="row-error-row num">第 {error.row} 行</View>
        <View className="grow">
          <View>
            {error.column}：{rowErrorWords[error.code]}
            {error.firstRow !== null && `（第 ${error.firstRow} 行）`}
          </View>
          {error.value !== '' && <View className="t-note t-break">写的是「{error.value}」</View>}
        </View>
      </View>
    ))}
    {report.errors.length < report.erroneous && (
      <View className="t-note mt-3">先列出前 {report.errors.length} 处，改好再传，会接着列。</View>
    )}
  </Card>
)
