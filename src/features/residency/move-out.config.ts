export default definePageConfig({ navigationBarTitleText: '我搬走了', enablePullDownRefresh: false })
