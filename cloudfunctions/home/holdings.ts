import { nobody } from '../kit/holding'
import { boards } from './store'

export const holdings = [nobody(boards, '首页上大家都看到的内容')]
