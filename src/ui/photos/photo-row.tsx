import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Picture } from '@/ui/picture'
import { Tappable } from '@/ui/tappable'
import { Chip } from '@/ui/chip'
import { goneWords, type Photos } from './use-photos'
import type { DraftPhoto } from './photo-queue'
import './photos.css'

interface Props {
  photos: Photos
  /** Under them, e.g. how many fit. */
  note: string
  disabled?: boolean
}

/** The photos of a draft, each with how it stands, and a place to add one. */
export const PhotoRow = ({ photos, note, disabled = false }: Props) => {
  const waiting = photos.all.some(({ photoId }) => photoId === null)
  return (
    <>
      <View className="photo-row">
        {photos.all.map((photo, index) => (
          <Thumb key={photo.key} photo={photo} number={index + 1} photos={photos} disabled={disabled} />
        ))}
        {photos.mayAdd && !disabled && (
          <Tappable className="photo-row-add" label="添加照片" onTap={() => void photos.add()}>
            <Icon name="camera" size="l" />
            <View className="t-note">{photos.all.length === 0 ? '拍照或选照片' : '再加一张'}</View>
          </Tappable>
        )}
      </View>
      {waiting && photos.busyKey === null && (
        <View className="row mt-3">
          <View className="grow t-note">照片还没上传，先留在手机里</View>
          <Button small icon="refresh-cw" text="再传一次" onTap={photos.upload} />
        </View>
      )}
      {photos.gone && <View className="field-error">{goneWords}</View>}
      <View className="t-note mt-2">{note}</View>
    </>
  )
}

interface ThumbProps {
  photo: DraftPhoto
  number: number
  photos: Photos
  disabled: boolean
}

const Thumb = ({ photo, number, photos, disabled }: ThumbProps) => {
  const url = photos.urlOf(photo)
  const state = photo.photoId !== null ? null : photos.busyKey === photo.key ? '上传中' : '未上传'
  return (
    <View className="photo-row-thumb">
      {url && (
        <Picture
          className="photo-row-image"
          src={url}
          alt={`第 ${number} 张照片${state ? `，${state}` : ''}`}
        />
      )}
      {state && (
        <View className="photo-row-state">
          <Chip tone={state === '上传中' ? 'info' : 'warn'} text={state} />
        </View>
      )}
      {!disabled && state !== '上传中' && (
        <Tappable
          className="photo-row-remove"
          label={`去掉第 ${number} 张照片`}
          onTap={() => photos.remove(photo.key)}
        >
          <View className="photo-row-cross">
            <Icon name="x" size="s" />
          </View>
        </Tappable>
      )}
    </View>
  )
}
