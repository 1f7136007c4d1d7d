export default definePageConfig({ navigationBarTitleText: '反映问题', enablePullDownRefresh: false })
