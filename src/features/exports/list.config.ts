export default definePageConfig({ navigationBarTitleText: '导出', enablePullDownRefresh: false })
