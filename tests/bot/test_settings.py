"""What an operator sets, and what they are told when it cannot be so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.errors import SettingsError
from bot.settings import BotSettings, Settings, load_settings

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "M" * 24 + ".GabcdE." + "x" * 38


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    import os  # noqa: PLC0415

    for name in [name for name in os.environ if name.upper().startswith("FOOTNOTE_")]:  # noqa: TID251
        monkeypatch.delenv(name)


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def test_environment_wins_over_the_file(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file.write_text(
        f"FOOTNOTE_DISCORD_TOKEN={TOKEN}\nfootnote_workers=3\nFOOTNOTE_LINE_LENGTH=7\nOTHER=1\n"
    )
    monkeypatch.setenv("FOOTNOTE_WORKERS", "5")
    settings = load_settings(Settings, env_file=env_file)
    assert (settings.workers, settings.line_length) == (5, 7)
    assert settings.discord_token.get_secret_value() == TOKEN


def test_an_empty_value_is_the_default(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file.write_text("FOOTNOTE_WORKERS=\n")
    monkeypatch.setenv("FOOTNOTE_LINE_LENGTH", "")
    settings = load_settings(BotSettings, env_file=env_file)
    assert (settings.workers, settings.line_length) == (2, 20)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("FOOTNOTE_LIBARY", "FOOTNOTE_LIBRARY", id="a letter missing"),
        pytest.param("FOOTNOTE_TOKEN", "FOOTNOTE_DISCORD_TOKEN", id="half of the name"),
        pytest.param("FOOTNOTE_COOLDOWN", "FOOTNOTE_COOLDOWN_SECONDS", id="without its unit"),
        pytest.param("footnote_log_levle", "FOOTNOTE_LOG_LEVEL", id="small letters"),
        pytest.param("FOOTNOTE_QQQQ", ".env.example", id="nothing near"),
    ],
)
@pytest.mark.parametrize("place", ["environment", "file"])
def test_a_misspelt_name_is_refused(
    name: str, meant: str, place: str, env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the environment and in the file; the sentence names what may have been meant."""
    if place == "file":
        env_file.write_text(f"{name}=1\n")
    else:
        monkeypatch.setenv(name, "1")
    with pytest.raises(SettingsError, match=name.upper()) as refused:
        load_settings(BotSettings, env_file=env_file)
    assert meant in str(refused.value)


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty"),
        pytest.param("   ", id="blank"),
        pytest.param("changeme-hunter2", id="a placeholder"),
        pytest.param("a" * 64, id="a public key"),
        pytest.param(f"Bot {TOKEN}", id="with its prefix"),
        pytest.param(TOKEN.replace(".", ","), id="commas"),
        pytest.param(TOKEN + "\u00e9", id="not ASCII"),
    ],
)
def test_a_wrong_token_is_refused_and_never_shown(
    token: str, env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", token)
    with pytest.raises(SettingsError, match="FOOTNOTE_DISCORD_TOKEN") as refused:
        load_settings(Settings, env_file=env_file)
    assert not token.strip() or token not in str(refused.value)


def test_all_complaints_come_at_once(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_WORKERS", "0")
    monkeypatch.setenv("FOOTNOTE_LOG_LEVEL", "loud")
    with pytest.raises(SettingsError) as refused:
        load_settings(Settings, env_file=env_file)
    assert len(refused.value.complaints) == 3


def test_a_file_that_is_no_text_is_told(env_file: Path) -> None:
    env_file.write_bytes(b"FOOTNOTE_WORKERS=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(BotSettings, env_file=env_file)


def test_settings_are_closed_and_frozen() -> None:
    with pytest.raises(ValidationError):
        BotSettings(workres=3)  # pyright: ignore[reportCallIssue] - the misspelling is the test
    with pytest.raises(ValidationError):
        BotSettings().workers = 3


def test_secrets_are_not_shown_by_accident() -> None:
    settings = Settings(
        discord_token=SecretStr(TOKEN), database_url=SecretStr("postgresql+asyncpg://u:hush@h/d")
    )
    assert TOKEN not in repr(settings)
    assert "hush" not in repr(settings)


def test_the_example_names_every_setting_with_its_default() -> None:
    """`.env.example` is where operators look first."""
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        variable = f"FOOTNOTE_{name.upper()}"
        line = re.search(rf"^(# )?{variable}=(.*)$", example, re.MULTILINE)
        assert line, f"{variable} is not in .env.example"
        assert field.description
        assert " ".join(field.description.split()) in " ".join(
            example.replace("\n# ", " ").split()
        ), f"{variable}'s description in .env.example differs"
        if not field.is_required():
            default = field.default
            shown = (
                "" if default is None else f"{default:g}" if isinstance(default, float) else default
            )
            assert line[2] == str(shown), f"{variable}'s default in .env.example differs"
    named = set(re.findall(r"^(?:# )?(FOOTNOTE_\w+)=", example, re.MULTILINE))
    assert named == {f"FOOTNOTE_{name.upper()}" for name in Settings.model_fields}


def test_the_example_can_be_used_as_it_is(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every line switched on and a token, it sets what is the default anyway."""
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    env_file.write_text(re.sub(r"^# (?=FOOTNOTE_)", "", example, flags=re.MULTILINE))
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", TOKEN)
    settings = load_settings(Settings, env_file=env_file)
    assert settings == Settings(discord_token=SecretStr(TOKEN))
