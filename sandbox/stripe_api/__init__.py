"""Stripe's API as the product's own SDK calls it."""
