"""Balances in."""
