export default definePageConfig({
  navigationBarTitleText: '注销账号',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
