/** A number that decides nothing twice: a fixed sequence, so that the samples never change by themselves. */
export const sequence = (seed) => {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

export const title = (value, span) => ({ value, columnSpan: span, fontWeight: 'bold', align: 'center' })

export const header = (value) => ({ value, fontWeight: 'bold', backgroundColor: '#DDEBF7' })

/** A cell over several rows; Excel keeps its value in the first. */
export const merged = (value, rows) => ({ value, rowSpan: rows, alignVertical: 'center' })

export const number = (value) => ({ value, type: Number })

export const day = (iso) => ({ value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'yyyy/mm/dd' })

export const text = (value) => (value === '' ? null : { value: String(value), type: String })
