// npm run samples: writes the sample workbooks. The same ones each time: nothing here is random or real.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import writeExcelFile from 'write-excel-file/node'
import { branchRoster, branchRosterWithErrors } from './branch.mjs'
import { goods, goodsWithErrors } from './goods.mjs'
import { roster, rosterWithErrors } from './roster.mjs'
import { territory, territoryWithErrors } from './territory.mjs'

const workbooks = {
  '居民花名册-样例.xlsx': { rows: roster(), widths: [10, 8, 10, 12, 18, 14, 28] },
  '居民花名册-有误.xlsx': { rows: rosterWithErrors(), widths: [10, 8, 10, 12, 18, 14, 28] },
  '商品清单-样例.xlsx': { rows: goods(), widths: [22, 10, 8, 10, 10, 28, 28, 14, 30] },
  '商品清单-有误.xlsx': { rows: goodsWithErrors(), widths: [22, 10, 8, 10, 10, 28, 28, 14, 30] },
  '党员花名册-样例.xlsx': { rows: branchRoster(), widths: [6, 20, 12, 18, 20] },
  '党员花名册-有误.xlsx': { rows: branchRosterWithErrors(), widths: [6, 20, 12, 18, 20] },
  '楼栋网格表-样例.xlsx': { rows: territory(), widths: [16, 12, 10, 14, 14] },
  '楼栋网格表-有误.xlsx': { rows: territoryWithErrors(), widths: [16, 28, 12, 14, 14] },
}

for (const [name, { rows, widths }] of Object.entries(workbooks)) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const workbook = await writeExcelFile(rows, {
    sheet: 'Sheet1',
    columns: widths.map((width) => ({ width })),
  })
  writeFileSync(file, await workbook.toBuffer())
  console.log(`${name}: ${rows.length} rows`)
}
