import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './desk.css'

/** Columns side by side where there is room (`wideFrom`), one under the other where there is not. */
export const Desk = ({ children }: PropsWithChildren) => <View className="desk">{children}</View>

/** One of them. @param list as wide as a list needs; the others share the rest */
export const DeskColumn = ({ list = false, children }: PropsWithChildren<{ list?: boolean }>) => (
  <View className={list ? 'desk-list' : 'desk-column'}>{children}</View>
)
