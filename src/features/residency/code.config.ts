export default definePageConfig({ navigationBarTitleText: '填纸条码', enablePullDownRefresh: false })
