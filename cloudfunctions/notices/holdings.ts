import { nobody } from '../kit/holding'
import { notices } from './store'

export const holdings = [nobody(notices, '社区的公告')]
