import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { ActionName, Input, Output } from '@contract/index'
import { call } from './call'
import { onNetworkBack } from './platform/network'
import { readAnswer, keepAnswer } from './answers'
import type { Failure } from './replies'
import { useSession } from './session'

export interface Query<Data> {
  /** The latest answer; kept while a newer one is fetched and when that fails. */
  data: Data | null
  /** Why the last fetch failed; null after one that worked. */
  failure: Failure | null
  refreshing: boolean
  /** Fetches again. */
  reload: () => Promise<void>
  /** Shows what an action has just answered, until the next fetch. */
  show: (data: Data) => void
}

/**
 * What an action answers, fetched when the page shows, when it shows again and when the network is back.
 * @param input null: not yet (nothing is fetched)
 */
export const useQuery = <N extends ActionName>(name: N, input: Input<N> | null): Query<Output<N>> => {
  const person = useSession((session) => session.turn)
  const key = input === null ? null : `${person} ${name} ${JSON.stringify(input)}`
  const [state, setState] = useState<State<N>>({ key: null, data: null, failure: null, refreshing: false })
  const latest = useRef({ key, input, turn: 0 })
  latest.current.key = key
  latest.current.input = input

  const reload = useCallback(async () => {
    const { key: asked, input: question } = latest.current
    if (asked === null || question === null) return
    const turn = (latest.current.turn += 1)
    setState((old) => ({ ...ofKey(old, asked), refreshing: true }))
    const reply = await call(name, question)
    if (reply.ok) keepAnswer(asked, reply.data)
    // A page that was asked for something else meanwhile shows that.
    if (turn !== latest.current.turn || asked !== latest.current.key) return
    setState((old) => ({
      key: asked,
      data: reply.ok ? reply.data : ofKey(old, asked).data,
      failure: reply.ok ? null : reply,
      refreshing: false,
    }))
  }, [name])

  const show = useCallback((data: Output<N>) => {
    const { key: asked } = latest.current
    if (asked === null) return
    latest.current.turn += 1
    keepAnswer(asked, data)
    setState({ key: asked, data, failure: null, refreshing: false })
  }, [])

  useEffect(() => void reload(), [reload, key])
  useShownAgain(reload)
  useEffect(() => onNetworkBack(() => void reload()), [reload])

  const { data, failure, refreshing } = key === null ? nothing : ofKey(state, key)
  return { data, failure, refreshing, reload, show }
}

interface State<N extends ActionName> {
  key: string | null
  data: Output<N> | null
  failure: Failure | null
  refreshing: boolean
}

const nothing = { data: null, failure: null, refreshing: false }

/** The state if it is about this question, else what was last answered to it. */
const ofKey = <N extends ActionName>(state: State<N>, key: string): State<N> =>
  state.key === key ? state : { key, data: readAnswer<Output<N>>(key), failure: null, refreshing: false }

/** What is mounted fetches anyway. Only who was hidden is shown again: a part that came late misses the first showing. */
const useShownAgain = (reload: () => Promise<void>) => {
  const hidden = useRef(false)
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) void reload()
    hidden.current = false
  })
}
