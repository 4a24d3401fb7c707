" What :make puts into the quickfix list.
execute 'set runtimepath+=' .. fnameescape($ROOT .. '/editors/vim')
set encoding=utf-8 shellpipe=>%s\ 2>&1
" The letter is read again, for its type to be found.
source $SETUP
edit
silent make!
let s:levels = {'e': 'error', 'w': 'warning', 'n': 'note'}
let s:lines = []
for s:one in filter(getqflist(), 'v:val.valid')
  let s:rest = strpart(getbufline(s:one.bufnr, s:one.lnum)[0], s:one.col - 1)
  call add(s:lines, s:one.lnum .. ' ' .. matchstr(s:rest, '^\a*') .. ' ' .. get(s:levels, tolower(s:one.type), '?'))
endfor
call writefile(s:lines, $OUT)
quitall!
