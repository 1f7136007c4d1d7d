import { CodeEntry } from '@/ui/code-entry'

interface Props {
  busy: boolean
  onCode: (text: string) => unknown
}

const notes = {
  scanning: '对准会场屏幕上的二维码。它每 30 秒换一次，请扫当场的。',
  pasting: '用手机相机扫会场屏幕上的二维码。扫出来的是文字时，贴到这里。',
}

/** How to check in. */
export const CheckInEntry = (props: Props) => (
  <CodeEntry title="扫现场的签到码" notes={notes} label="签到码" yes="签到" {...props} />
)
