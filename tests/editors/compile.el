;;; compile.el --- what M-x compile finds  -*- lexical-binding: t -*-
(require 'compile)
;; Notes are passed over otherwise.
(setq compilation-skip-threshold 0)
(let* ((letter (getenv "LETTER"))
       (buffer (compile (concat "appeal-lint --quiet --format short " (shell-quote-argument letter))))
       (lines nil))
  (while (get-buffer-process buffer)
    (accept-process-output nil 0.05))
  (with-current-buffer buffer
    (compilation--ensure-parse (point-max))
    (goto-char (point-min))
    (ignore-errors
      (while t
        (compilation-next-error 1)
        (let ((kind (compilation--message->type (get-text-property (point) 'compilation-message))))
          (save-excursion
            (compile-goto-error)
            (set-buffer (window-buffer))
            (push (format "%d %s %s" (line-number-at-pos)
                          (if (looking-at "[a-zA-Z]*") (match-string 0))
                          (nth kind '("note" "warning" "error")))
                  lines))
          (set-buffer buffer)))))
  (write-region (concat (mapconcat #'identity (nreverse lines) "\n") "\n") nil (getenv "OUT")))
