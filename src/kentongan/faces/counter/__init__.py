"""Public pages that compute: verify, review link, unsubscribe, search, health."""
