export default definePageConfig({
  navigationBarTitleText: '便民电话管理',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
