/** Gives the runtime's `wx.request` a real network. @returns takes it away: no answer comes any more */
export const connectNetwork = (wx) => {
  let connected = true
  wx.request = (options) => {
    const { url, method = 'GET', header = {}, data, success, fail, complete } = options
    const body = method === 'GET' ? undefined : JSON.stringify(data)
    const sent = fetch(url, { method, headers: { 'content-type': 'application/json', ...header }, body })
    const whileConnected = (tell) => (outcome) => connected && tell?.(outcome)
    sent
      .then(async (response) => ({ statusCode: response.status, data: readJson(await response.text()) }))
      .then(whileConnected(success), whileConnected(fail))
      .finally(() => whileConnected(complete)())
    return { abort() {} }
  }
  return () => {
    connected = false
  }
}

const readJson = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
