import { useState } from 'react'
import { buildingKey } from '@contract/doors'
import type { Output } from '@contract/index'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { sayBuilding } from '@/ui/case-words'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { FlatsCard } from './flats-card'

interface Props {
  communityId: string
  onIssued: (sheet: Output<'residency.issueCodes'>) => void
}

/** For which flats: compound and building, then the unit. */
export const FlatPicker = ({ communityId, onIssued }: Props) => {
  const query = useQuery('residency.form', { communityId })
  const [compound, setCompound] = useState('')
  const [building, setBuilding] = useState('')
  return (
    <Loaded query={query}>
      {({ compounds }) => {
        const chosen = compounds.find(({ name }) => name === compound)
        return (
          <>
            <Card title="给哪栋楼发码">
              <Field label="小区">
                <Choices
                  label="小区"
                  value={compound}
                  options={compounds.map(({ name }) => ({ value: name, text: name }))}
                  onChange={(name) => {
                    setCompound(name)
                    setBuilding('')
                  }}
                />
              </Field>
              {chosen && (
                <Field label="楼栋">
                  <Choices
                    label="楼栋"
                    value={building}
                    options={chosen.buildings.map((name) => ({ value: name, text: sayBuilding(name) }))}
                    onChange={setBuilding}
                  />
                </Field>
              )}
            </Card>
            {building && (
              <FlatsCard
                key={building}
                communityId={communityId}
                building={buildingKey(building)}
                onIssued={onIssued}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
