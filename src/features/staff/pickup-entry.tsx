import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { groupDigits, sayMoment } from '@/services/format'
import { wordsOf } from '@/services/messages'
import { canScan } from '@/services/platform/scan'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { TextBox } from '@/ui/text-box'
import type { Outcome, PickupWork } from './use-pickup'

/** The field for the digits, and what was wrong with the last ones. */
export const PickupEntry = ({ work }: { work: PickupWork }) => {
  const [text, setText] = useState('')
  const refused = work.outcome?.kind === 'refused' ? work.outcome : null
  const ready = isScanned(text) || text.length === limits.pickup.digits
  const send = async () => {
    if (!ready) return
    await work.verify(text, isScanned(text) ? 'scan' : 'digits')
    if (isScanned(text)) setText('')
  }
  if (work.lockedUntil !== null) return <Locked until={work.lockedUntil} />
  return (
    <Card title="居民报的 8 位数字">
      <TextBox
        label="8 位领取数字"
        placeholder="8 位数字"
        kind="number"
        big
        focus
        maxLength={200}
        wrong={refused !== null}
        value={isScanned(text) ? text : groupDigits(text)}
        onChange={(typed) => {
          setText(readTyped(typed))
          if (refused) work.clear()
        }}
        onDone={() => void send()}
      />
      {refused ? <Refused refused={refused} /> : <Hint typed={text.length} />}
      <View className="row mt-4">
        <Again work={work} />
        <Button
          text="核销"
          look={canScan ? 'soft' : 'main'}
          disabled={!ready}
          busy={work.busy}
          onTap={send}
        />
      </View>
    </Card>
  )
}

/** The code that was scanned is gone from the screen, and a new scan would read the next one. */
const Again = ({ work: { unsure, busy, verify } }: { work: PickupWork }) =>
  unsure !== null && <Button text="再试一次" busy={busy} onTap={() => verify(unsure, 'scan')} />

/** A hand scanner at a desk types what it reads; our codes begin like this. */
const isScanned = (text: string) => text.startsWith('JL')

const readTyped = (typed: string) =>
  /^J/i.test(typed) ? typed.trim() : typed.replace(/\D/g, '').slice(0, limits.pickup.digits)

const Hint = ({ typed }: { typed: number }) => (
  <View className="t-note mt-2">
    {typed === 0 || typed >= limits.pickup.digits
      ? '数字在居民的领取码下面，核对后再点核销'
      : `还差 ${limits.pickup.digits - typed} 位`}
  </View>
)

const Refused = ({ refused }: { refused: Extract<Outcome, { kind: 'refused' }> }) => {
  const { what, todo } = wordsOf(refused.failure)
  const counted = refused.way === 'digits' && refused.failure.code === 'CODE_WRONG'
  return (
    <View className="refused mt-3">
      <Icon name="circle-alert" size="s" />
      <View className="grow">
        <View className="t-head">{counted ? '数字对不上' : what}</View>
        <View>
          {counted ? '请居民再报一遍，一位一位核对。' : `${todo}。`}
          {counted && refused.triesLeft > 0 && `还能再试 ${refused.triesLeft} 次。`}
        </View>
      </View>
    </View>
  )
}

const Locked = ({ until }: { until: number }) => (
  <Card tone="bad" title="数字先停一停">
    <View>
      连着输错 {limits.pickup.wrongTries} 次。为防有人猜码，{sayMoment(new Date(until).toISOString())}{' '}
      以后才能再输。
    </View>
    <View className="t-strong mt-2">
      {canScan
        ? '现在可以扫居民的领取码，扫码不受影响。'
        : '着急的话，请用手机微信扫居民的领取码，扫码不受影响。'}
    </View>
  </Card>
)
