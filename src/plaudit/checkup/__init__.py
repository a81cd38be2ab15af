"""What `plaudit doctor` looks at. Each check answers with findings, and survives a broken site."""
