import { View } from '@tarojs/components'
import { groupProps } from '@/ui/aria'
import { categories, type CaseCategory } from '@/ui/case-words'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'

interface Props {
  value: CaseCategory | null
  onChange: (value: CaseCategory) => void
}

/** What it is about: all in sight, each with its picture. */
export const CategoryGrid = ({ value, onChange }: Props) => (
  <View className="category-grid" {...groupProps('radiogroup', '是哪一类')}>
    {categories.map((one) => (
      <Tappable
        key={one.value}
        className={`category ${one.value === value ? 'is-on' : ''}`}
        role="radio"
        label={one.text}
        on={one.value === value}
        onTap={() => onChange(one.value)}
      >
        <Icon name={one.icon} />
        <View>{one.text}</View>
      </Tappable>
    ))}
  </View>
)
