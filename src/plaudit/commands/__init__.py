"""The verbs of the command line, one a file.

Each file has `add_arguments(parser)` and `run(options) -> int` (the exit status), and loads
without Django, so that `--help` is quick and works anywhere. A verb that needs a site calls
`at_work.enter_site()` first and then imports what needs Django with `import_module`.
What cannot be done is refused with `plaudit.refusal.Refusal`, in one sentence.
"""
