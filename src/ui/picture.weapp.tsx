import { Image } from '@tarojs/components'
import type { PictureProps } from './picture.h5'

/** WeChat's image, filled to its frame or whole in it. */
export const Picture = ({ src, alt, className, whole = false, onError }: PictureProps) => (
  <Image
    className={className}
    src={src}
    mode={whole ? 'aspectFit' : 'aspectFill'}
    lazyLoad
    onError={() => onError?.()}
    {...spoken(alt)}
  />
)

/** A picture whose words stand beside it is passed over. */
const spoken = (alt: string): Record<string, string> =>
  alt ? { ariaRole: 'img', ariaLabel: alt } : { ariaHidden: 'true' }
