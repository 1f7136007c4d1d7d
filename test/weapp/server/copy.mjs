// node test/weapp/server/copy.mjs '{"from":…,"to":…,"url":…,"token":…,"headless":true}'
import { fileURLToPath } from 'node:url'
import { copyForLocalCloud } from '../../../config/weapp/local-build.mjs'

const { from, to, url, token, headless } = JSON.parse(process.argv[2])
const scripts = headless ? [fileURLToPath(new URL('./phone.js', import.meta.url))] : []
copyForLocalCloud(from, to, { url, token, scripts })
