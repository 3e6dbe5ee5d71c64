"""The staff's first screen, the shell's menu, the thread of one story."""
