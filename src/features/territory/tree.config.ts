export default definePageConfig({
  navigationBarTitleText: '网格与楼栋',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
