"""The `tender` command: one word a duty. What a word needs is imported when it is called."""

from importlib import import_module

import click

COMMANDS = {
    "run": "bot.cli_run:run_everything",
    "web": "bot.cli_run:web",
    "worker": "bot.cli_run:worker",
    "nlu": "bot.cli_learn:nlu",
    "chat": "bot.cli_daily:chat",
    "import": "bot.cli_daily:import_file",
    "remind": "bot.cli_daily:remind_now",
    "practice": "bot.cli_practice:practice",
    "user": "bot.cli_practice:user",
    "doctor": "bot.cli_daily:doctor",
    "erase-patient": "bot.cli_erase:erase_patient",
}


class Words(click.Group):
    """Loads a command when it is named: `tender run` does not wait for what `import` needs."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
def tender() -> None:
    """Texts patients politely about their balance, understands the answer, takes the payment."""
