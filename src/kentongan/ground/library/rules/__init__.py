"""What a picture is, what of it may leave, and how it is made smaller."""
