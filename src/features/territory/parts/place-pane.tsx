import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { Change } from '../use-territory'
import { buildingsOf, kindWords, pathOf, type Area, type PlaceKind, type Tree } from '../words'
import { AddPlaceSheet } from './add-place-sheet'
import { ClosePlaceSheet } from './close-sheet'
import { RenameSheet } from './rename-sheet'

interface Props {
  tree: Tree
  kind: 'area' | 'compound'
  one: Area
  change: Change
}

/** What can lie under it. */
const below: Record<Props['kind'], readonly PlaceKind[]> = {
  area: ['compound', 'area'],
  compound: ['building'],
}

/** An area or a compound, and what can be done with it. */
export const PlacePane = ({ tree, kind, one, change }: Props) => {
  const [asking, setAsking] = useState<PlaceKind | 'rename' | 'close' | null>(null)
  const close = () => setAsking(null)
  return (
    <>
      <Card>
        <View className="t-note">{pathOf(tree, one.parentId) || kindWords[kind]}</View>
        <View className="t-title t-break">{one.name}</View>
        {kind === 'compound' && <View className="t-note">{buildingsOf(tree, one.id).length} 栋楼</View>}
        {tree.mayEdit && (
          <View className="row-wrap mt-3">
            {below[kind].map((what) => (
              <Button
                key={what}
                small
                look="soft"
                icon="plus"
                text={`加${kindWords[what]}`}
                onTap={() => setAsking(what)}
              />
            ))}
            <Button small look="plain" text="改名" onTap={() => setAsking('rename')} />
            <Button small look="plain" text="停用" onTap={() => setAsking('close')} />
          </View>
        )}
      </Card>
      {asking === 'rename' && <RenameSheet one={one} change={change} onClose={close} />}
      {asking === 'close' && <ClosePlaceSheet one={one} change={change} onClose={close} />}
      {asking && asking !== 'rename' && asking !== 'close' && (
        <AddPlaceSheet kind={asking} parent={one} change={change} onClose={close} />
      )}
    </>
  )
}
