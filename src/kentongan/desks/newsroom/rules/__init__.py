"""The document, the checks, the gate of a release."""
