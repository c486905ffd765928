"""Several on a number: one's texts end there, and the one who writes is served all the same."""

from dataclasses import replace

from bot import identity
from bot.action import Context, FetchPerson, ForgetNumber, Outcome, Person, Registry, Say, Wish
from bot.parts import each
from bot.rules.names import Likeness, likeness, words_of
from nlu.anothers_texts import asks_own_sum, stops_only_anothers


def ended(registry: Registry, context: Context) -> Outcome | None:
    """ "Quit sending me Tiffany's. What's mine"; None: nobody else on the number is named."""
    if not stops_only_anothers(context.text):
        return None
    gone = _named(context)
    left = tuple(person for person in context.people if person not in gone)
    if not gone or not left:
        return None
    ids = tuple(person.id for person in gone)
    facts = (ForgetNumber(ids), FetchPerson("wrong_number", "contact"))
    done = Outcome(says=(Say("forgotten_other"),), facts=facts)
    wish = "ask_balance" if asks_own_sum(context.text) else "pay_now"
    if context.person is not None:
        return done.then(each(registry, context, (wish,)))
    return done.then(identity.ask(replace(context, people=left), (Wish(wish, context.text),)))


def _named(context: Context) -> tuple[Person, ...]:
    words, known = words_of(context.text.replace("'s", "")), context.person
    others = (p for p in context.people if known is None or p.id != known.id)
    return tuple(p for p in others if likeness(p.first_name, words) is Likeness.SAME)
