"""The steps of Tender's language model, each a Rasa graph component."""
