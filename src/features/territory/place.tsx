import { useRouter } from '@tarojs/taro'
import { back } from '@/services/go'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { Pane } from './parts/pane'
import { useTerritory } from './use-territory'
import './territory.css'

/** One place or grid on a phone. Query: `id`. */
const PlacePage = () => {
  const id = useRouter().params['id']
  const { query, community, change } = useTerritory()
  return (
    <Page title="网格与楼栋" refresh={query.reload}>
      {community && id ? (
        <Loaded query={query}>{(tree) => <Pane tree={tree} id={id} change={change} />}</Loaded>
      ) : (
        <Card>
          <Empty
            icon="map-pin"
            title="这里给工作人员用"
            note="登录后，就能看网格和楼栋"
            act={{ text: '返回', onTap: back }}
          />
        </Card>
      )}
    </Page>
  )
}

export default PlacePage
