import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tappable } from './tappable'
import './button.css'

interface Props {
  text: string
  /** main: the one thing to do here; at most one on a screen. */
  look?: 'main' | 'soft' | 'plain' | 'danger'
  small?: boolean
  icon?: IconName
  /** What a screen reader says if the text alone is not clear. */
  label?: string
  disabled?: boolean
  /** Shows that work is under way; taps do nothing meanwhile. */
  busy?: boolean
  /** While the promise that it may return is pending the button is busy: a double tap fires once. */
  onTap: () => unknown
}

export const Button = ({
  text,
  look = 'main',
  small = false,
  icon,
  label,
  disabled = false,
  ...rest
}: Props) => {
  const [waiting, setWaiting] = useState(false)
  const locked = useRef(false)
  const busy = waiting || (rest.busy ?? false)
  const tap = async () => {
    if (locked.current || busy) return
    const outcome = rest.onTap()
    if (!(outcome instanceof Promise)) return
    locked.current = true
    setWaiting(true)
    await outcome.catch(() => undefined)
    locked.current = false
    setWaiting(false)
  }
  return (
    <Tappable
      className={`button button-${look} ${small ? 'button-small' : ''}`}
      label={busy ? `${label ?? text} 正在处理` : (label ?? text)}
      disabled={disabled}
      onTap={() => void tap()}
    >
      {busy ? <View className="button-busy" /> : icon && <Icon name={icon} size="s" />}
      {text}
    </Tappable>
  )
}
