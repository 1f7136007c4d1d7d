// Taro's compiler. The targets are the oldest systems that the mini program supports.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        hot: false,
        targets: { ios: '12', chrome: '79' },
      },
    ],
  ],
}
