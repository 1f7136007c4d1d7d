import { nobody } from '../kit/holding'
import { batches, imports } from './store'

/** Lists of the office. What they say of people goes into the rosters. */
export const holdings = [
  nobody(imports, '导入的经过'),
  nobody(
    batches,
    '导入的内容在可以撤销时留着，没有导入或撤销了的 30 天后清除；来自社区自己的花名册，没有从账号通到它的编号',
  ),
]
