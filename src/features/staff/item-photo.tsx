import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { Photo } from '@/ui/photo'
import { Tappable } from '@/ui/tappable'
import type { ItemPhotoWork } from './use-item-photo'

/** The photo of an item, and what can be done with it. */
export const ItemPhoto = ({ photo }: { photo: ItemPhotoWork }) => {
  if (!photo.url) {
    return (
      <Tappable className="photo-empty" label="添加照片" onTap={() => void photo.choose()}>
        <Icon name="camera" size="l" />
        <View>添加照片</View>
        <View className="t-note">有照片，居民一眼就认得</View>
      </Tappable>
    )
  }
  return (
    <View className="photo-present">
      <View className="photo-frame">
        <Photo url={photo.url} alt="商品照片" size="banner" />
        {photo.pending && (
          <View className="photo-state">
            <Chip tone="warn" text={photo.busy ? '正在上传…' : '未上传'} />
          </View>
        )}
      </View>
      <View className="row-wrap mt-2">
        {photo.pending && !photo.busy && <Button small text="再传一次" onTap={photo.retry} />}
        <Button small look="soft" icon="camera" text="换一张" disabled={photo.busy} onTap={photo.choose} />
        <Button
          small
          look="plain"
          icon="trash-2"
          text="去掉照片"
          disabled={photo.busy}
          onTap={photo.remove}
        />
      </View>
    </View>
  )
}
