import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Button } from '@/ui/button'
import { Progress } from '@/ui/progress'
import { Confirm } from '@/ui/sheet'
import type { ImportReport } from './run-to'
import type { Run } from './use-run'
import { rowsToWrite, runWords, unitWords } from './words'

interface Props {
  report: ImportReport
  run: Run
  chooseAgain: () => unknown
}

/** What can be done with an import as it stands; while it is done, how far it is. */
export const ReportActs = ({ report, run, chooseAgain }: Props) => {
  if (run.running) {
    return (
      <View className="import-acts">
        {begun(report, run) ? (
          <Progress label={runWords[run.running]} done={report.done} toDo={report.toDo} />
        ) : (
          <Progress label={runWords[run.running]} done={0} toDo={0} />
        )}
        <View className="t-note mt-2">请先别关这一页。万一断了，回来可以接着做，不会重复。</View>
      </View>
    )
  }
  return <View className="import-acts">{actsOf({ report, run, chooseAgain })}</View>
}

/** Until the first step has answered, the figures are those of what was done before. */
const begun = ({ state }: ImportReport, { running }: Run) =>
  state === (running === 'apply' ? 'applying' : 'undoing')

const actsOf = ({ report, run, chooseAgain }: Props) => {
  switch (report.state) {
    case 'staged':
      return <Staged report={report} run={run} chooseAgain={chooseAgain} />
    case 'applying':
      return <GoOn report={report} words="导入停在中间" act="接着导入" onTap={run.apply} />
    case 'undoing':
      return <GoOn report={report} words="撤销停在中间" act="接着撤销" onTap={run.undo} />
    case 'applied':
      return <Undo report={report} run={run} />
    case 'undone':
      return <View>已撤销，内容恢复到导入以前。</View>
    case 'lapsed':
      return <Lapsed chooseAgain={chooseAgain} />
  }
}

const Staged = ({ report, run, chooseAgain }: Props) => {
  const amount = `${rowsToWrite(report)} ${unitWords[report.kind]}`
  const faulty = report.erroneous > 0
  if (rowsToWrite(report) === 0 && !faulty) return <View>和现有的一样，不用导入。</View>
  return (
    <>
      <View>
        {faulty
          ? `有 ${report.erroneous} 行要改，列在下面。在 Excel 里改好，再选一次文件。`
          : '检查没有问题，还没有写入。'}
      </View>
      <View className="import-choices">
        {faulty && <Button icon="upload" text="改好了，重新选择" onTap={chooseAgain} />}
        {rowsToWrite(report) > 0 && (
          <Button
            look={faulty ? 'plain' : 'main'}
            text={faulty ? `跳过这些行，导入 ${amount}` : `导入 ${amount}`}
            onTap={run.apply}
          />
        )}
      </View>
    </>
  )
}

const Lapsed = ({ chooseAgain }: Pick<Props, 'chooseAgain'>) => (
  <>
    <View>检查以后 {limits.imports.rowsDays} 天没有导入，表里的内容已经清除。要导入，请重新选择文件。</View>
    <View className="import-choices">
      <Button look="plain" icon="upload" text="重新选择" onTap={chooseAgain} />
    </View>
  </>
)

interface GoOnProps {
  report: ImportReport
  words: string
  act: string
  onTap: () => Promise<void>
}

const GoOn = ({ report, words, act, onTap }: GoOnProps) => (
  <>
    <Progress label={words} done={report.done} toDo={report.toDo} />
    <View className="row mt-4">
      <Button text={act} onTap={onTap} />
    </View>
  </>
)

const Undo = ({ report, run }: Omit<Props, 'chooseAgain'>) => {
  const [asking, setAsking] = useState(false)
  const unit = unitWords[report.kind]
  const undo = () => {
    setAsking(false)
    void run.undo()
  }
  return (
    <>
      <View>已导入。发现导错了，可以整批撤销。</View>
      <View className="row mt-3">
        <Button look="plain" icon="undo-2" text="撤销这次导入" onTap={() => setAsking(true)} />
      </View>
      <Confirm
        open={asking}
        title="撤销这次导入？"
        yes="撤销"
        danger
        onYes={undo}
        onClose={() => setAsking(false)}
      >
        <View>
          {report.added > 0 && `新增的 ${report.added} ${unit}会删掉。`}
          {report.changed > 0 && `更改的 ${report.changed} ${unit}会改回原来的样子。`}
          如果有的已经被用上，就不能撤销了。
        </View>
      </Confirm>
    </>
  )
}
