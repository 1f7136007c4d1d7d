export default definePageConfig({ navigationBarTitleText: '活动现场', enablePullDownRefresh: false })
