" Vim compiler file
" Compiler: appeal-lint, which lints appeal letters to Amazon

if exists("current_compiler")
  finish
endif
let current_compiler = "appeal-lint"

" Vim counts columns in bytes.
CompilerSet makeprg=appeal-lint\ --format\ short\ --column-unit\ byte\ --quiet\ --\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,
      \%f:%l:%c:\ %tarning:\ %m,
      \%f:%l:%c:\ %tote:\ %m,
      \%trror:\ %f:\ %m
