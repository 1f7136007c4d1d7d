export default definePageConfig({ navigationBarTitleText: '发公示通知', enablePullDownRefresh: false })
