"""The site that `benchmarks/public_page.py` measures: a small Django project, and its one page printed."""
