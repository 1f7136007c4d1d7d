export default definePageConfig({ navigationBarTitleText: '按户查', enablePullDownRefresh: false })
