import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sayMoment } from '@/services/format'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { spaced } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import { noticeWords } from '@/ui/notice-words'
import { Page } from '@/ui/page'
import './notices.css'

/** One notice in full. Query: `id`. */
const NoticePage = () => {
  const noticeId = useRouter().params['id']
  const query = useQuery('notices.show', noticeId ? { noticeId } : null)
  return (
    <Page title="公示和通知" refresh={query.reload}>
      <Loaded query={query}>
        {({ kind, title, text, publishedAt, shownUntil }) => (
          <Card>
            <Chip {...noticeWords[kind]} />
            <View className="t-title mt-2 t-break">{title}</View>
            <View className="t-note mt-1">
              社区 {sayMoment(publishedAt)} 发布 · 贴到{spaced(shownUntil)}
            </View>
            <View className="notice-text t-break">
              {text.split('\n').map((line, index) => (
                <View key={index} className="mt-2">
                  {line}
                </View>
              ))}
            </View>
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

export default NoticePage
