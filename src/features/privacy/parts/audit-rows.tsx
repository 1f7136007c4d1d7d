import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { isReason, reasonWords } from '@/ui/reveal-words'
import { actionOf, type AuditRow } from '../words'

interface Props {
  rows: readonly AuditRow[]
  onNarrow: (to: { text: string; by: { actorId?: string; subjectId?: string; action?: string } }) => void
}

/** Each row with the ways to see more of its kind, of who did it, and of whom it concerns. */
export const AuditRows = ({ rows, onNarrow }: Props) => (
  <>
    {rows.map((row, index) => (
      <Card key={`${row.at} ${index}`}>
        <View className="t-head">{actionOf(row.action)}</View>
        <View className="t-break">
          {whoOf(row)}
          {row.subject && ` → ${row.subject.name}`}
        </View>
        <View className="t-note t-break">{[sayMoment(row.at), whyOf(row)].filter(Boolean).join(' · ')}</View>
        <View className="audit-filter mt-2">
          {row.actor.id.startsWith('m_') && (
            <Button
              small
              look="plain"
              text="他做的"
              label={`看${whoOf(row)}做的`}
              onTap={() => onNarrow({ text: `${whoOf(row)}做的`, by: { actorId: row.actor.id } })}
            />
          )}
          {row.subject && <AboutButton subject={row.subject} onNarrow={onNarrow} />}
          <Button
            small
            look="plain"
            text="同类"
            label={`看所有“${actionOf(row.action)}”`}
            onTap={() => onNarrow({ text: actionOf(row.action), by: { action: row.action } })}
          />
        </View>
      </Card>
    ))}
  </>
)

const AboutButton = ({
  subject,
  onNarrow,
}: Pick<Props, 'onNarrow'> & { subject: NonNullable<AuditRow['subject']> }) => (
  <Button
    small
    look="plain"
    text="谁看过他"
    label={`看谁看过${subject.name}`}
    onTap={() => onNarrow({ text: `和${subject.name}有关的`, by: { subjectId: subject.id } })}
  />
)

const whoOf = ({ actor }: AuditRow): string => actor.name || (actor.id === 'timer' ? '系统' : '运维人员')

const whyOf = ({ reason, words }: AuditRow): string =>
  [isReason(reason) ? reasonWords[reason] : reason, words].filter(Boolean).join('：')
