/**
 * WeChat's interfaces that touch something private, by the kind of information as WeChat's console words it. A kind
 * that is not declared there disables its interfaces on every phone.
 * Source: 小程序用户隐私保护指引内容介绍 (developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/).
 */
export const privacyInterfaces = {
  '昵称、头像': ['getUserInfo', 'getUserProfile', 'chooseAvatar'],
  位置信息: [
    'getLocation',
    'getFuzzyLocation',
    'chooseLocation',
    'choosePoi',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'onLocationChange',
  ],
  地址: ['chooseAddress'],
  发票信息: ['chooseInvoiceTitle', 'chooseInvoice'],
  微信运动步数: ['getWeRunData'],
  手机号: ['getPhoneNumber', 'getRealtimePhoneNumber'],
  车牌号: ['chooseLicensePlate'],
  选中的照片或视频信息: ['chooseImage', 'chooseMedia', 'chooseVideo'],
  选中的文件: ['chooseMessageFile'],
  麦克风: ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
  摄像头: ['createCameraContext', 'createVKSession', 'createLivePusherContext'],
  蓝牙: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
  '相册（仅写入）权限': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  '通讯录（仅写入）权限': ['addPhoneContact'],
  '日历（仅写入）权限': ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  加速传感器: ['startAccelerometer', 'onAccelerometerChange'],
  磁场传感器: ['startCompass', 'onCompassChange'],
  方向传感器: ['startDeviceMotionListening', 'onDeviceMotionChange'],
  陀螺仪传感器: ['startGyroscope', 'onGyroscopeChange'],
  剪切板: ['setClipboardData', 'getClipboardData'],
}

/** Interfaces that app.json must name in `requiredPrivateInfos` as well. */
export const namedInAppJson = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

/** Interfaces for which app.json must say in `permission` what they are used for, by scope. */
export const permissionScopes = {
  getLocation: 'scope.userLocation',
  onLocationChange: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation',
  startLocationUpdateBackground: 'scope.userLocationBackground',
  getFuzzyLocation: 'scope.userFuzzyLocation',
}
