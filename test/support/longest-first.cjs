const Sequencer = require('@jest/test-sequencer').default

/** The journeys that take longest, though their files are small. */
const longest = /[\\/](staff-pages|resident-pages|network|redeem|restart|meetings|faults)\.test\.ts$/

/**
 * Without a record of earlier runs, as in a fresh checkout, jest begins with the largest files, and at the end one
 * worker goes through all pages alone. These begin.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.test(path)
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))]
  }
}
