// Stands before app.js in the headless run: what the runtime lacks of a phone, and a tally of what pages render.
const resolved = (result) => (options) => {
  options?.success?.(result)
  options?.complete?.(result)
  return Promise.resolve(result)
}
const givenUp = (name) => (options) => {
  const refusal = { errMsg: `${name}:fail cancel` }
  options?.fail?.(refusal)
  return options?.fail ? undefined : Promise.reject(refusal)
}
/** What WeChat tells once it has fetched a new version, and whether that was begun; a journey plays WeChat. */
const update = { ready() {}, applied: false }
const lacking = {
  getUpdateManager: () => ({
    onUpdateReady: (listener) => void (update.ready = listener),
    applyUpdate: () => void (update.applied = true),
  }),
  newVersion: () => update,
  getAppBaseInfo: () => ({ theme: 'light', fontSizeSetting: 16, SDKVersion: '3.7.0', language: 'zh_CN' }),
  getDeviceInfo: () => ({ platform: 'devtools', system: 'iOS 17' }),
  onThemeChange() {},
  onWindowResize() {},
  offWindowResize() {},
  getNetworkType: resolved({ networkType: 'wifi' }),
  vibrateShort: resolved({ errMsg: 'vibrateShort:ok' }),
  makePhoneCall: resolved({ errMsg: 'makePhoneCall:ok' }),
  getPrivacySetting: resolved({ needAuthorization: false, errMsg: 'getPrivacySetting:ok' }),
  openPrivacyContract: resolved({ errMsg: 'openPrivacyContract:ok' }),
  // What a person would have to do: a journey says by a mock what they did.
  scanCode: givenUp('scanCode'),
  chooseMedia: givenUp('chooseMedia'),
  requestSubscribeMessage: givenUp('requestSubscribeMessage'),
}
for (const name of Object.keys(lacking)) wx[name] ??= lacking[name]
// Called before there is a page, the runtime's own start the app a second time.
for (const name of ['setNavigationBarColor', 'setBackgroundColor'])
  wx[name] = resolved({ errMsg: `${name}:ok` })

// The runtime's own cannot read a file that a journey left.
wx.compressImage = (options) => resolved({ tempFilePath: options.src })(options)

const kept = new Map()
const missing = (path) => {
  throw new Error(`no such file ${path}`)
}
/** What the app itself keeps; every other file is the one that a journey left. */
wx.getFileSystemManager = () => ({
  readFileSync: (path) => kept.get(path) ?? wx.getStorageSync('file on this phone'),
  writeFileSync: (path, content) => void kept.set(path, content),
  accessSync: (path) => void (kept.has(path) || missing(path)),
  unlinkSync: (path) => void (kept.delete(path) || missing(path)),
  statSync: () => ({ size: 0 }),
})

const register = globalThis.Page
/** Every page counts its own renders: how many, and the largest in bytes. */
globalThis.Page = (definition) => {
  const { onLoad } = definition
  return register({
    ...definition,
    onLoad(...rest) {
      const { setData } = this
      const tally = (this.tally = { calls: 0, largestBytes: 0, totalBytes: 0 })
      this.setData = function (data, done) {
        const bytes = unescape(encodeURIComponent(JSON.stringify(data))).length
        tally.calls += 1
        tally.totalBytes += bytes
        tally.largestBytes = Math.max(tally.largestBytes, bytes)
        return setData.call(this, data, done)
      }
      return onLoad?.apply(this, rest)
    },
  })
}
