import { nobody } from '../kit/holding'
import { territoryNodes } from './store'

export const holdings = [nobody(territoryNodes, '小区、楼栋、单元和网格；谁改的只记编号，是职务上的事')]
