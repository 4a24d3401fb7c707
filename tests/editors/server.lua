-- What the language server's findings are in Neovim; its quick fix and its hover must work as well.
local function run()
  vim.cmd('luafile ' .. vim.env.SETUP)
  vim.cmd('setfiletype text')
  assert(vim.wait(20000, function() return #vim.diagnostic.get(0) == 3 end, 20), 'no findings')
  local levels = { 'error', 'warning', 'note' }
  local lines = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
    local word = line:sub(one.col + 1):match('^%a*')
    table.insert(lines, (one.lnum + 1) .. ' ' .. word .. ' ' .. levels[one.severity])
  end
  table.sort(lines)

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
    return select(2, next(answers)).result
  end
  local encoding = 'utf-16'
  vim.api.nvim_win_set_cursor(0, { 5, 14 })
  assert(ask('textDocument/hover', vim.lsp.util.make_position_params(0, encoding)).contents.value)
  local params = vim.lsp.util.make_range_params(0, encoding)
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  local fix = ask('textDocument/codeAction', params)[1]
  vim.lsp.util.apply_workspace_edit(fix.edit, encoding)
  local mended = vim.api.nvim_buf_get_lines(0, 4, 5, true)[1]
  assert(mended == '是的，we received the goods on 3 May 2026.', mended)
  -- What is typed is judged, by edits in the middle of the text.
  assert(vim.wait(20000, function() return #vim.diagnostic.get(0) == 2 end, 20), 'not judged again')
  -- One that was stopped is started again.
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  local function running() return #vim.lsp.get_active_clients() end
  assert(vim.wait(20000, function() return running() == 0 end, 20), 'not stopped')
  vim.cmd('edit!')
  vim.cmd('set filetype=text')
  assert(vim.wait(20000, function() return running() == 1 and #vim.diagnostic.get(0) == 3 end, 20), 'not started again')
  vim.fn.writefile(lines, vim.env.OUT)
end

local done, why = pcall(run)
if not done then
  print(why)
  vim.cmd('cquit')
end
vim.cmd('quitall!')
