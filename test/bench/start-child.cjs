// Loads a function as the platform does, calls it once, and says that there was a reply.
const [, , bundle, event] = process.argv
require(bundle)
  .main(JSON.parse(event), {})
  .then((reply) => process.stdout.write(`${JSON.stringify(reply)}\n`, () => process.exit(0)))
