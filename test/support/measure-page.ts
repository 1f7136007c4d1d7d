/**
 * Runs inside the page, so it is one function that refers to nothing outside itself.
 * @param least smallest side of a target, px
 * @returns one line for each fault
 */
export function measurePage(least: number): string[] {
  const clickable =
    'button, a[href], input, textarea, select, [role=button], [role=link], [role=tab], [role=switch], ' +
    '[role=checkbox], [role=radio], [role=textbox], [role=option], [role=menuitem]'
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isVisible)
  return [
    ...overflow(),
    ...all.flatMap(clippedText),
    ...all.flatMap(smallTarget),
    ...all.flatMap(withoutRole),
  ]

  function overflow(): string[] {
    const { scrollWidth } = document.documentElement
    return scrollWidth > window.innerWidth ? [`overflow: the page is ${scrollWidth} px wide`] : []
  }

  /** Text that some ancestor cuts off, before one that scrolls. */
  function clippedText(element: HTMLElement): string[] {
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim())
    const cut = texts.some((text) => {
      const range = document.createRange()
      range.selectNodeContents(text)
      return [...range.getClientRects()].some((rect) => isCut(rect, element))
    })
    return cut ? [`clipped: ${nameOf(element)}`] : []
  }

  function isCut(rect: DOMRect, from: HTMLElement): boolean {
    let [across, down] = [true, true]
    for (let box: HTMLElement | null = from; box && (across || down); box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      if (/auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth) across = false
      if (/auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight) down = false
      if (
        across &&
        /hidden|clip/.test(overflowX) &&
        (rect.right > edge.right + 1 || rect.left < edge.left - 1)
      )
        return true
      // Line boxes may stand out a little over and under their letters.
      const slack = rect.height * 0.25
      if (
        down &&
        /hidden|clip/.test(overflowY) &&
        (rect.bottom > edge.bottom + slack || rect.top < edge.top - slack)
      )
        return true
    }
    return false
  }

  /** A field may be as small as it likes inside a label or a wrapper that takes the tap for it. */
  function smallTarget(element: HTMLElement): string[] {
    if (!element.matches(clickable)) return []
    const wrapper = element.closest<HTMLElement>(
      'label, taro-input-core, taro-textarea-core, taro-switch-core',
    )
    const sizes = [element, wrapper].flatMap((one) => (one ? [one.getBoundingClientRect()] : []))
    if (sizes.some(({ width, height }) => Math.min(width, height) >= least - 0.5)) return []
    const { width, height } = element.getBoundingClientRect()
    return [
      `target: ${nameOf(element)} is ${Math.round(width)}×${Math.round(height)} px, at least ${least} needed`,
    ]
  }

  /** React keeps an element's handlers on the element: whatever handles a tap must say what it is. */
  function withoutRole(element: HTMLElement): string[] {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'))
    const props = key && (element as unknown as Record<string, Record<string, unknown>>)[key]
    const handlesTap = typeof props === 'object' && typeof props.onClick === 'function'
    if (!handlesTap || element.matches(`${clickable}, label, [role]`)) return []
    return [`no role: ${nameOf(element)} handles taps`]
  }

  function isVisible(element: HTMLElement): boolean {
    const { width, height } = element.getBoundingClientRect()
    const { visibility, opacity } = getComputedStyle(element)
    return width > 1 && height > 1 && visibility === 'visible' && opacity !== '0'
  }

  function nameOf(element: HTMLElement): string {
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30)
    return `<${element.tagName.toLowerCase()} class="${element.className}"> ${text}`
  }
}
