/** Gives the runtime's `wx.request` a real network. */
export const connectNetwork = (wx) => {
  wx.request = (options) => {
    const { url, method = 'GET', header = {}, data, success, fail, complete } = options
    const body = method === 'GET' ? undefined : JSON.stringify(data)
    const sent = fetch(url, { method, headers: { 'content-type': 'application/json', ...header }, body })
    sent
      .then(async (response) => ({ statusCode: response.status, data: readJson(await response.text()) }))
      .then(success, fail)
      .finally(() => complete?.())
    return { abort() {} }
  }
}

const readJson = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
