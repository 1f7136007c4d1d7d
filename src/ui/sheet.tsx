import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Button } from './button'
import { dialogProps, useDialog, veilProps } from './dialog'
import { Icon } from './icon'
import { Tappable } from './tappable'
import './sheet.css'

type SheetProps = PropsWithChildren<{
  open: boolean
  title: string
  /** Tapping beside it, the cross, or Escape. */
  onClose: () => void
}>

/** A panel from the bottom over the page. */
export const Sheet = ({ open, title, onClose, children }: SheetProps) => {
  const panel = useDialog(open, onClose)
  if (!open) return null
  return (
    <View>
      <View className="sheet-veil" catchMove onClick={onClose} {...veilProps} />
      <View className="sheet" ref={panel} {...dialogProps(title)}>
        <View className="sheet-head">
          <View className="t-title">{title}</View>
          <Tappable className="sheet-close" label="关闭" onTap={onClose}>
            <Icon name="x" />
          </Tappable>
        </View>
        {children}
      </View>
    </View>
  )
}

type ConfirmProps = SheetProps & {
  yes: string
  no?: string
  /** Red, for what cannot be taken back. */
  danger?: boolean
  /** The sheet stays until the caller closes it; the button is busy while the promise is pending. */
  onYes: () => unknown
}

/** Asks before something is done; says what will happen in `children`. */
export const Confirm = ({ yes, no = '再想想', danger = false, onYes, children, ...sheet }: ConfirmProps) => (
  <Sheet {...sheet}>
    {children}
    <View className="sheet-acts">
      <Button text={no} look="plain" onTap={sheet.onClose} />
      <Button text={yes} look={danger ? 'danger' : 'main'} onTap={onYes} />
    </View>
  </Sheet>
)
