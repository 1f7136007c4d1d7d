import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '../icon'
import { Tappable } from '../tappable'
import type { Compound } from './find-buildings'

interface Props {
  compounds: readonly Compound[]
  /** Whose buildings are in sight at first; with one compound alone it is always open. */
  first: string | null
  /** Beside the name, e.g. how many were chosen there. */
  noteOf: (compound: Compound) => string
  children: (compound: Compound) => ReactNode
}

/** All buildings by compound; the names of the compounds stay in sight. */
export const CompoundList = ({ compounds, first, noteOf, children }: Props) => {
  const [opened, setOpened] = useState(first)
  const only = compounds.length === 1
  return (
    <View className="compounds">
      {compounds.map((compound) => {
        const isOpen = only || compound.name === opened
        return (
          <View key={compound.name} className="compound">
            {!only && (
              <Tappable
                className="compound-head"
                label={`${compound.name}，${isOpen ? '收起' : '展开'}`}
                onTap={() => setOpened(isOpen ? null : compound.name)}
              >
                <View className="grow t-break">{compound.name}</View>
                <View className="t-note">{noteOf(compound)}</View>
                <View className={`compound-mark ${isOpen ? 'is-open' : ''}`}>
                  <Icon name="chevron-right" size="s" />
                </View>
              </Tappable>
            )}
            {isOpen && <View className={only ? '' : 'compound-body'}>{children(compound)}</View>}
          </View>
        )
      })}
    </View>
  )
}
