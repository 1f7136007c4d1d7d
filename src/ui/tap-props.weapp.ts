import type { TapMeaning } from './tap-meaning'

/** WeChat's attributes for it. A screen reader there says no state of its own, so the label carries it. */
export const tapProps = ({ role, label, disabled, on }: TapMeaning): Record<string, unknown> => ({
  ariaRole: role === 'radio' ? 'button' : role,
  ariaLabel: [label, on === undefined ? '' : on ? '已选中' : '未选中', disabled ? '不可用' : '']
    .filter(Boolean)
    .join('，'),
})
