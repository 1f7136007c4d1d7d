import { limits } from '@contract/limits'
import { TextInput } from '@/ui/form'

const { territory: max } = limits

interface Props {
  value: string
  onChange: (value: string) => void
}

/** What it is called. */
export const NameInput = ({ placeholder, ...props }: Props & { placeholder: string }) => (
  <TextInput label="名称" placeholder={placeholder} maxLength={max.nameLength} {...props} />
)

/** Why: it stands in the history, for whoever asks later. */
export const ReasonInput = (props: Props) => (
  <TextInput
    label="原因"
    hint="写进变更记录"
    placeholder="如 楼栋太多，网格员跑不过来"
    maxLength={max.reasonLength}
    {...props}
  />
)
