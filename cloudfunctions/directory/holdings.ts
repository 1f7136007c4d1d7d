import { nobody } from '../kit/holding'
import { directories } from './store'

export const holdings = [nobody(directories, '公开的电话；个人的电话经本人同意才写，撤下就没有了')]
