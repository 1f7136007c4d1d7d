export default definePageConfig({ navigationBarTitleText: '领取码', enablePullDownRefresh: false })
