"""A language model behind any OpenAI-compatible address: the one importer of openai.

Nothing in the environment decides where a question goes. What the endpoint says in an error is
neither logged nor shown: some repeat the key, and all may say anything.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from bot.answering.model.addresses import is_near
from bot.answering.model.failures import ModelError, Reason

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from openai import AsyncOpenAI, AsyncStream
    from openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

MOST_LETTERS: Final = 24_000
"""Of one answer, thoughts and all; whatever was asked for, some models never stop."""

_RENAMED: Final = {"max_tokens": "max_completion_tokens", "temperature": ""}
"""What newer hosted models refuse under its usual name, and its new one; "" for none."""

_BY_STATUS: Final = {
    401: Reason.REFUSED,
    403: Reason.REFUSED,
    404: Reason.UNKNOWN,
    408: Reason.SLOW,
    429: Reason.BUSY,
    503: Reason.BUSY,
    504: Reason.SLOW,
}
_LONGEST_WAIT: Final = 900.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked, and how.

    Attributes:
        url: The address that `/chat/completions` follows, as "http://127.0.0.1:8080/v1".
        model: The name it is asked by.
        key: What the endpoint knows us by; "" for none.
        temperature: 0 for the likeliest words.
        answer_tokens: The most it may write.
        context_tokens: The most it may read and write together.
        seconds: How long an answer may take.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    temperature: float = 0.0
    answer_tokens: int = 400
    context_tokens: int = 4096
    seconds: float = 20.0


class ChatEndpoint:
    """Asks one endpoint; used from one event loop."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client: AsyncOpenAI | None = None
        self._opening = asyncio.Lock()
        self._one_part = False  # whether rules and passages go in one message
        self._options: dict[str, Any] = {
            "max_tokens": endpoint.answer_tokens,
            "temperature": endpoint.temperature,
        }

    async def pieces(self, system: str, user: str) -> AsyncGenerator[str]:
        """The answer, piece by piece as it is written.

        Raises:
            ModelError: There is none, or no more of it.
        """
        letters = 0
        with _told_plainly():
            stream = await self._stream(system, user)
            async with aclosing(stream.response), stream:
                async for chunk in stream:
                    piece = chunk.choices[0].delta.content if chunk.choices else None
                    if piece:
                        letters += len(piece)
                        if letters > MOST_LETTERS:
                            raise ModelError(Reason.FLOOD)
                        yield str(piece)

    async def probe(self, *, seconds: float) -> None:
        """Return where the model begins to answer; it is hung up on before it writes much.

        The same call as a question's: a list of models is public at some endpoints, whatever the key.

        Raises:
            ModelError: Why it cannot be asked.
        """
        try:
            async with asyncio.timeout(seconds):
                with _told_plainly():
                    stream = await self._stream("", "Say yes.")
                    async with aclosing(stream.response):
                        return
        except TimeoutError as error:
            raise ModelError(Reason.SLOW) from error

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client:
            await self._client.close()

    async def _stream(self, system: str, user: str) -> AsyncStream[ChatCompletionChunk]:
        async with self._opening:
            # In a thread: the library takes a second to load, in which nobody would be acknowledged.
            client = await asyncio.to_thread(self._opened)

        from openai import BadRequestError  # noqa: PLC0415 - as above

        one_part = self._one_part
        while True:
            try:
                stream = await client.chat.completions.create(
                    model=self._endpoint.model,
                    messages=_messages(system, user, one_part=one_part),
                    stream=True,
                    **self._options,
                )
            except BadRequestError as error:
                if self._renamed(str(error.param)):
                    continue
                # Some models' chat templates know no system's part, and no server says so in a field.
                if not system or one_part:
                    raise
                one_part = True
            else:
                self._one_part = one_part
                return stream

    def _renamed(self, option: str) -> bool:
        """Whether an option that was refused goes by another name, or can be left out."""
        if option not in _RENAMED or option not in self._options:
            return False
        value = self._options.pop(option)
        if _RENAMED[option]:
            self._options[_RENAMED[option]] = value
        return True

    def _opened(self) -> AsyncOpenAI:
        if self._client is None:
            from openai import AsyncOpenAI  # noqa: PLC0415 - as above

            from bot.answering.model.wire import http_client  # noqa: PLC0415 - as above

            near = is_near(urlsplit(self._endpoint.url).hostname or "")
            self._client = AsyncOpenAI(
                base_url=self._endpoint.url,
                api_key=self._endpoint.key or "none",
                max_retries=0,
                http_client=http_client(
                    key=self._endpoint.key, local=near, seconds=self._endpoint.seconds
                ),
            )
            _ = self._client.chat.completions  # loads the rest of it
        return self._client


def _messages(system: str, user: str, *, one_part: bool) -> list[ChatCompletionMessageParam]:
    if one_part or not system:
        return [{"role": "user", "content": f"{system}\n\n{user}".strip()}]
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


@contextmanager
def _told_plainly() -> Generator[None]:
    """Whatever goes wrong between here and the model is a `ModelError`."""
    import openai  # noqa: PLC0415 - as above

    try:
        yield
    except ModelError:
        raise
    except openai.APIStatusError as error:
        status = error.status_code
        reason = _BY_STATUS.get(status, Reason.BROKEN)
        raise ModelError(reason, status=status, wait=_wait(error)) from None
    except openai.APITimeoutError:
        raise ModelError(Reason.SLOW) from None
    except openai.APIConnectionError as error:
        if isinstance(error.__cause__, ModelError):
            raise error.__cause__ from None
        raise ModelError(Reason.UNREACHABLE) from None
    except openai.APIError:  # the endpoint's own word, in place of an answer
        raise ModelError(Reason.BROKEN) from None
    except Exception:  # noqa: BLE001 - a stranger's stream in another stranger's parser
        raise ModelError(Reason.MALFORMED) from None


def _wait(error: Any) -> float:  # noqa: ANN401 - openai's status error, which is imported late
    """The seconds that the endpoint asks for; dates are passed over."""
    try:
        seconds = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        return 0.0
    return min(seconds, _LONGEST_WAIT) if seconds > 0 else 0.0
