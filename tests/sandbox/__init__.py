"""The sandbox, called by the vendors' own libraries."""
