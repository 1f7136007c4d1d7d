import { Page } from '@/ui/page'
import { Card } from '@/ui/card'
import { Button } from '@/ui/button'

const Home = () => (
  <Page title='近邻' tab>
    <Card title='首页'>
      <Button text='试试' onTap={() => undefined} />
    </Card>
  </Page>
)

export default Home
