"""`python -m kentongan COMMAND`: finds the command's file and runs it."""

import sys

from kentongan.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
