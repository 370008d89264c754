"""What a server repeats of a request: signature, user id and key, outside the elements by which they are masked.

The answer is read before, so that no value of a lead is touched; what is shown, kept and copied of it comes after.
"""

from collections.abc import Collection
from dataclasses import replace

from mktgui.domain.answers import Answer, Fault, Synced
from mktgui.domain.exchange import Exchange
from mktgui.domain.lead import Value, text_value
from mktgui.domain.outcome import Answered, NotAnswered, Outcome
from mktgui.domain.secret import Secret
from mktgui.soap.signature import Credentials
from mktgui.wire.blot import blot, blot_message


def private_of(credentials: Credentials, key: Secret) -> tuple[Secret, ...]:
    """What of a request is nobody's business. A user id that is a plain word is left: it may be a name of XML."""
    user, signature = credentials.user_id, credentials.signature
    users = () if user.isalpha() else (user, user.lower(), user.upper())
    return (key, *map(Secret, dict.fromkeys((signature, signature.upper(), *users))))


def without(outcome: Outcome, private: Collection[Secret]) -> Outcome:
    """The same outcome, these blotted out of what came back and of the words that were read from it."""
    match outcome:
        case Answered(call, exchange, answer):
            return Answered(call, _exchange(exchange, private), _answer(answer, private))
        case NotAnswered(call, failure, exchange):
            failure = replace(failure, detail=blot(failure.detail, private))
            return NotAnswered(call, failure, _exchange(exchange, private))
        case _:
            return outcome


def _exchange(exchange: Exchange, private: Collection[Secret]) -> Exchange:
    if exchange.received is None:
        return exchange
    return replace(exchange, received=blot_message(exchange.received, private))


def _answer(answer: Answer, private: Collection[Secret]) -> Answer:
    """Only the words of Marketo's complaint: a value of a lead stays what it is."""
    match answer:
        case Fault(code=code, text=text, message=message):
            return Fault(code=code, text=blot(text, private), message=blot(message, private))
        case Synced(error=error):
            return replace(answer, error=_value(error, private))
        case _:
            return answer


def _value(value: Value, private: Collection[Secret]) -> Value:
    return text_value(blot(value.text, private)) if value.text else value
