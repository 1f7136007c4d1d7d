import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import type { TapMeaning } from './tap-meaning'
import { tapProps } from './tap-props'

type Props = PropsWithChildren<{
  className?: string
  /** What a screen reader says. */
  label: string
  role?: TapMeaning['role']
  on?: boolean | undefined
  disabled?: boolean
  onTap: () => void
}>

/** Everything that can be tapped is one of these: it has a role, a name, a keyboard and a pressed state. */
export const Tappable = ({
  className = '',
  label,
  role = 'button',
  on,
  disabled = false,
  ...rest
}: Props) => {
  const tap = () => {
    if (!disabled) rest.onTap()
  }
  return (
    <View
      className={`tappable ${className} ${disabled ? 'is-disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'is-pressed'}
      onClick={tap}
      {...tapProps({ role, label, disabled, on }, tap)}
    >
      {rest.children}
    </View>
  )
}
