export default definePageConfig({ navigationBarTitleText: '登记住址', enablePullDownRefresh: false })
