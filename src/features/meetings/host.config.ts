export default definePageConfig({ navigationBarTitleText: '会场', enablePullDownRefresh: false })
