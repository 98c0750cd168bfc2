-- A session of Neovim, from the configuration of docs/editors.md to a rewritten file. `arg` is that configuration.
-- Prints what happened as JSON: the diagnostics, the titles of the code actions, and the text in the end.
local configuration, file = unpack(vim.fn.argv())
vim.cmd('silent! %argdelete')
vim.cmd('filetype on')
vim.cmd('luafile ' .. configuration)
vim.cmd('edit ' .. file)

local patience = 30000

local function await(what, condition)
  if vim.wait(patience, condition, 20) then return end
  io.stderr:write('Neovim waited in vain for ' .. what .. '.\n')
  vim.cmd('cquit!')
end

local function found()
  return vim.diagnostic.get(0)
end

local happened = { titles = {} }
await('diagnostics', function() return #found() > 0 end)
happened.diagnostics = vim.tbl_map(function(each)
  return { line = each.lnum, column = each.col, code = each.code, source = each.source }
end, found())

vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do happened.titles[#happened.titles + 1] = options.format_item(item) end
  choose(items[1], 1)
end
local tick = vim.api.nvim_buf_get_changedtick(0)
vim.api.nvim_win_set_cursor(0, { happened.diagnostics[1].line + 1, happened.diagnostics[1].column })
vim.lsp.buf.code_action()
await('the rewrite', function() return vim.api.nvim_buf_get_changedtick(0) > tick end)
happened.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
await('the diagnostics to go', function() return #found() == 0 end)

io.stdout:write(vim.fn.json_encode(happened))
vim.cmd('qall!')
