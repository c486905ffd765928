"""Understanding what a patient wrote: the language model's client and small parsers."""
