"""The press: prints the public site into Merkle folders and serves it."""
