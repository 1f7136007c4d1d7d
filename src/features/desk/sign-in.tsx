import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { liveProps } from '@/ui/aria'
import { Card } from '@/ui/card'
import { Page } from '@/ui/page'
import { QrImage } from '@/ui/qr-image'
import { Empty, ErrorState, Skeleton } from '@/ui/state'
import { MatchNumber } from './parts/match-number'
import { useSignIn, type Stage } from './use-sign-in'
import './desk.css'

/** 扫码登录: staff sign this browser in with their phone. For the web alone. */
const SignInPage = () => {
  const { stage, again } = useSignIn()
  return (
    <Page title="扫码登录">
      <Card>
        <View className="desk-sheet" {...liveProps}>
          <Shown stage={stage} again={again} />
        </View>
      </Card>
      <Card title="怎么登录">
        <View className="t-note">1. 手机打开微信，扫一扫上面的二维码。</View>
        <View className="t-note mt-1">2. 看看手机上的数字和这里的一样，再点“确认登录”。</View>
        <View className="t-note mt-1">
          3. 登录 {limits.desk.hours} 小时后自动退出。电脑登录只给工作人员；居民请在微信里打开「近邻」小程序。
        </View>
      </Card>
    </Page>
  )
}

const Shown = ({ stage, again }: { stage: Stage; again: () => Promise<void> }) => {
  switch (stage.kind) {
    case 'opening':
    case 'entering':
      return <Skeleton widths={[60, 60, 60, 60]} />
    case 'open':
      return (
        <>
          <View className="t-title">工作人员，用微信扫一扫</View>
          <View className="mt-3">
            <QrImage text={stage.page.link} alt="登录二维码" />
          </View>
          <View className="t-note mt-2">3 分钟内有效，只能用一次</View>
          <MatchNumber number={stage.page.number} />
          {__DEMO__ && (
            <View className="t-tiny desk-demo">
              演示：没有手机时，把 {stage.page.link} 贴到另一个浏览器，当作扫了码。
            </View>
          )}
        </>
      )
    case 'scanned':
      return (
        <>
          <View className="t-title">已扫码，请在手机上确认</View>
          <MatchNumber number={stage.page.number} />
          <View className="t-note mt-2">手机上的数字和这里不一样，就点“拒绝”</View>
        </>
      )
    case 'failed':
      if (stage.failure.code === 'FORBIDDEN')
        return (
          <Empty icon="circle-alert" title="这里还没有开通电脑登录" note="请在微信里打开「近邻」小程序" />
        )
      return <ErrorState failure={stage.failure} retry={again} />
    default:
      return <Empty icon="qr-code" {...overWords[stage.kind]} act={{ text: '换一张二维码', onTap: again }} />
  }
}

const overWords = {
  over: { title: '二维码过期了', note: '3 分钟没有人确认' },
  declined: { title: '手机上拒绝了这次登录', note: '不是你点的？请告诉社区书记' },
  lost: { title: '没有登录成功', note: '换一张二维码，再扫一次' },
}

export default SignInPage
