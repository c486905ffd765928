"""Repeatable measurements of the whole product, one command each, printing JSON."""
