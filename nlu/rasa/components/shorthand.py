"""How people type on a phone, English and Spanish. Only forms that are no other word."""

_LINES = """
u you|ur your|r are|n and|pls please|plz please|thx thanks|tks thanks|ty thank you
tysm thank you so much|tmrw tomorrow|tmr tomorrow|tmw tomorrow|2morrow tomorrow|rn right now
idk i don't know|imma i will|ima i will|gonna going to|gotta have to|wanna want to
gimme give me|lemme let me|dont don't|cant can't|wont won't|didnt didn't|isnt isn't
doesnt doesn't|im i'm|ive i've|whats what's|bc because|cuz because|wo without|abt about
msg message|msgs messages|txt text|txts texts|txting texting|ppl people|acct account
pmt payment|pymt payment|appt appointment|ins insurance|stmt statement|addy address
hrs hours|k ok|kk ok|okk ok|okay ok|q que|xq porque|pq porque|tb tambien|porfa por favor
xfa por favor|grax gracias|tmb tambien|dnd donde|msj mensaje|msjs mensajes
"""

SHORTHAND = dict(
    form.split(" ", 1) for line in _LINES.strip().splitlines() for form in line.split("|")
)
