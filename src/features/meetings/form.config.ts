export default definePageConfig({ navigationBarTitleText: '安排一场会', enablePullDownRefresh: false })
