/** On the web the browser asks by itself before it hands over anything. */
export const PrivacyDialog = () => null
