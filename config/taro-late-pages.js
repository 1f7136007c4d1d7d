/** Up to here Taro's router has waited for the page's code and touched nothing; from here on it shows the page. */
const codeHasCome = 'if (!element || currentLock !== postLock)\n            return;'

/** A page's code that could not be had; the address is the page's already. */
const codeIsLost = 'else {\n                throw error;'

/**
 * The address goes back to the page that stands, by the way it came where the history tells it. The error says where the
 * page lies (`wanted`) and where the one lies that stands (`shown`; not at the start), unless one has gone on meanwhile.
 */
const backToWhereOneIs = `else {
                if (history.location === location) {
                    const { shownAt } = handler;
                    error.wanted = window.location.href;
                    error.shown = shownAt && shownAt.href;
                    stacks.method = '';
                    const steps = shownAt && (shownAt.state || {}).idx - (window.history.state || {}).idx;
                    if (steps)
                        window.history.go(steps);
                    else if (shownAt)
                        window.history.replaceState(shownAt.state, '', shownAt.href);
                }
                throw error;`

/** Who has gone on is not shown it, and who came back to the page that was never left sees it as it is. */
const onlyWhereOneIs = `
        if (history.location !== location)
            return;
        const { shown } = handler;
        handler.shown = location;
        handler.shownAt = { href: window.location.href, state: window.history.state };
        if (action === 'POP' && shown && shown.key === location.key && shown.pathname === location.pathname && shown.search === location.search)
            return;`

/**
 * A loader for dist/router/spa.js of @tarojs/router 4.2.1, which shows a page once its code has come, wherever one has
 * gone meanwhile (docs/decisions/0211), and leaves its address where the code does not come (0215).
 * @throws {Error} when Taro has written one of these places anew
 */
module.exports = (source) =>
  [
    [codeIsLost, backToWhereOneIs],
    [codeHasCome, codeHasCome + onlyWhereOneIs],
  ].reduce((text, [place, instead]) => {
    if (text.split(place).length !== 2)
      throw new Error('Taro’s router is not the one that config/taro-late-pages.js knows')
    return text.replace(place, () => instead)
  }, source)
