import { View } from '@tarojs/components'
import { makeCall } from '@/services/platform/device'
import { Button } from '@/ui/button'
import type { Entry } from '../words'

/** A place or a person, and one tap to call. */
export const EntryRow = ({ entry: { name, about, address, hours, phone } }: { entry: Entry }) => (
  <View className="entry-row">
    <View className="entry-words">
      <View className="t-strong t-break">{name}</View>
      {about && <View className="t-break">{about}</View>}
      {hours && <View className="t-note t-break">{hours}</View>}
      {address && <View className="t-note t-break">{address}</View>}
    </View>
    <View className="entry-call">
      <Button
        look="soft"
        icon="phone"
        text={phone}
        label={`打电话给${name}，${phone}`}
        onTap={() => makeCall(phone)}
      />
    </View>
  </View>
)
