/** Up to here Taro's router has waited for the page's code and touched nothing; from here on it shows the page. */
const codeHasCome = 'if (!element || currentLock !== postLock)\n            return;'

/** Who has gone on is not shown it, and who came back to the page that was never left sees it as it is. */
const onlyWhereOneIs = `
        if (history.location !== location)
            return;
        const { shown } = handler;
        handler.shown = location;
        if (action === 'POP' && shown && shown.key === location.key && shown.pathname === location.pathname && shown.search === location.search)
            return;`

/**
 * A loader for dist/router/spa.js of @tarojs/router 4.2.1, which shows a page once its code has come, wherever one has
 * gone meanwhile (docs/decisions/0211).
 * @throws {Error} when Taro has written that place anew
 */
module.exports = (source) => {
  if (source.split(codeHasCome).length !== 2)
    throw new Error('Taro’s router is not the one that config/taro-late-pages.js knows')
  return source.replace(codeHasCome, codeHasCome + onlyWhereOneIs)
}
