export default definePageConfig({ navigationBarTitleText: '确认登录', enablePullDownRefresh: false })
