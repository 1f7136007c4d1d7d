export default definePageConfig({ navigationBarTitleText: '工作', enablePullDownRefresh: false })
