"""`tender erase-patient`: what a patient told us, and how to reach them, is gone for good."""

import click
from sqlalchemy.exc import NoResultFound

from bot.commands import Wire, opened, the_practice
from bot.store import audit, patients
from bot.store.erasure import NotYet, erase


@click.command("erase-patient")
@click.option("--practice", "slug", required=True)
@click.option("--patient", "external_id", required=True, help="As in the practice's own file.")
@click.option("--yes", is_flag=True, help="Do not ask: it cannot be undone.")
@click.pass_obj
def erase_patient(wire: Wire, slug: str, external_id: str, yes: bool) -> None:
    """Blanks texts, details and staff corrections; the ledger stays. Take them out of the file too.

    What the assistant learned from their words leaves it at the next `tender nlu retrain`.
    """
    if not yes:
        click.confirm(f"Erase patient {external_id} of {slug} for good?", abort=True)
    with opened(wire) as runtime:
        practice_id, now = the_practice(runtime, slug).id, runtime.clock.now()
        try:
            with runtime.database.transaction(practice_id) as session:
                patient = patients.by_external_id(session, practice_id, external_id)
                count = erase(session, practice_id, patient.id, now)
                subject = f"patient:{patient.id}"
                audit.note(session, practice_id, "command line", "patient_erased", subject, now)
        except NoResultFound as none:
            raise click.ClickException(f"there is no patient {external_id!r}") from none
        except NotYet as reason:
            raise click.ClickException(f"not erased: {reason}") from reason
    click.echo(f"Erased: {count} texts and every detail. The ledger stays, and names nobody.")
