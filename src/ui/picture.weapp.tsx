import { Image } from '@tarojs/components'
import type { PictureProps } from './picture.h5'

/** WeChat's image, filled to its frame. */
export const Picture = ({ src, alt, className, onError }: PictureProps) => (
  <Image
    className={className}
    src={src}
    mode="aspectFill"
    ariaLabel={alt}
    lazyLoad
    onError={() => onError?.()}
  />
)
