export default definePageConfig({
  navigationBarTitleText: '近邻',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
