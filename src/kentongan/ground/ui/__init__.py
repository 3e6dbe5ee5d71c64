"""Shell, tokens, components, the kit for lists and forms, slots."""
