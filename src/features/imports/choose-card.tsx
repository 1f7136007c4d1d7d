import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Progress } from '@/ui/progress'
import type { Stage } from './use-stage'
import { Trouble } from './trouble'
import { fileRules } from './words'

/** What can be imported, and the way to choose the file. Nothing is written by choosing it. */
export const ChooseCard = ({ stage, choose }: { stage: Stage; choose: () => Promise<void> }) => (
  <>
    {stage.trouble && <Trouble words={stage.trouble} />}
    <Card title="导入表格">
      <List>
        <Cell icon="users-round" title="居民花名册" note="楼栋、单元、房号、姓名、手机、备注" />
        <Cell icon="shopping-bag" title="商品清单" note="商品名称、所需积分、库存、每人限兑、领取地点" />
        <Cell icon="building-2" title="楼栋网格表" note="小区、楼栋、单元数、治理网格、建管网格" />
      </List>
      <View className="t-note mt-3">
        有这些表头就认得出来，上面有标题行、中间有空行都没关系。{fileRules}。
      </View>
      <View className="mt-4">
        {stage.busy ? (
          <Progress label={`正在检查 ${stage.fileName ?? ''}`} done={0} toDo={0} />
        ) : (
          <View className="row">
            <Button icon="upload" text="选择表格" onTap={choose} />
          </View>
        )}
      </View>
      <View className="t-note mt-2 center">先检查，不会马上写入</View>
    </Card>
  </>
)
