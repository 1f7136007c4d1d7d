import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Figure, Figures } from '@/ui/figures'
import { ReportActs } from './report-acts'
import { RowErrors } from './row-errors'
import type { ImportReport } from './run-to'
import { Trouble } from './trouble'
import { useRun } from './use-run'
import { kindWords, runWords, stateTones, stateWords, unitWords } from './words'

interface Props {
  report: ImportReport
  /** Hears of each step, so that the figures follow. */
  onReport: (report: ImportReport) => void
  /** Asks for a mended file. */
  chooseAgain: () => unknown
}

/** What a workbook holds and would change, and everything that can be done with it. */
export const Report = ({ report, onReport, chooseAgain }: Props) => {
  const run = useRun(report, onReport)
  return (
    <>
      {run.trouble && <Trouble words={run.trouble} />}
      <Card>
        <View className="t-title t-break">{report.fileName}</View>
        <View className="t-note mt-1">
          {kindWords[report.kind]} · {sayMoment(report.stagedAt)} 检查 · 读到 {report.rows} 行
          {report.blankRows > 0 && `，另有 ${report.blankRows} 个空行`}
        </View>
        <View className="row-wrap mt-2">
          {run.running ? (
            <Chip text={runWords[run.running]} tone="info" />
          ) : (
            <Chip text={stateWords[report.state]} tone={stateTones[report.state]} />
          )}
        </View>
        <Counts report={report} />
        <ReportActs report={report} run={run} chooseAgain={chooseAgain} />
      </Card>
      {report.errors.length > 0 && <RowErrors report={report} />}
    </>
  )
}

const Counts = ({ report }: { report: ImportReport }) => (
  <View className="mt-4">
    <Figures>
      <Figure number={report.added} words={`新增（${unitWords[report.kind]}）`} tone="accent" />
      <Figure number={report.changed} words="更改" />
      <Figure number={report.unchanged} words="不变" />
      <Figure number={report.erroneous} words="有问题" tone={report.erroneous > 0 ? 'bad' : 'plain'} />
    </Figures>
  </View>
)
