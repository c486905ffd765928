"""How time grows is judged by ratio (test_hostile_texts), never by a busy machine's seconds."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
