"""What becomes of their details, and what only sounds so."""

from nlu.privacy import asks_of_privacy

ASKED = ["who can see these texts", "who reads my messages", "are my details safe",
         "is my info private",
         "delete my data", "please erase all my information", "how did you get my birthday",
         "can you use my info", "do you sell my data", "is this secure",
         "quien ve mis mensajes", "quienes pueden leer mis datos", "estan seguros mis datos",
         "borren mis datos", "como tienen mi fecha de nacimiento", "venden mis datos"]  # fmt: skip
NONE = ["who is this", "who do i see for the lab", "is my balance right", "delete my card",
        "how did you get my number", "can you use my insurance", "do you take my insurance",
        "is it safe to take", "remove my name from this", "is this a scam",
        "can you send my details", "is this safe to take",
        "quien es", "es seguro medico", "mi seguro esta al dia", "quite ese cargo"]  # fmt: skip


def test_only_what_becomes_of_details_is_asked() -> None:
    assert [text for text in ASKED if not asks_of_privacy(text)] == []
    assert [text for text in NONE if asks_of_privacy(text)] == []
