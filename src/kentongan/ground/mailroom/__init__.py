"""Mail out, with a ledger row per recipient."""
