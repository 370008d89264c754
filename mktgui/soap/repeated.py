"""What a server repeats of a request: signature, user id and key, outside the elements by which they are masked.

The answer is read before, so that no value of a lead is touched; what is shown, kept and copied of it comes after.
"""

from dataclasses import replace

from mktgui.domain.answers import Answer, Fault, Synced
from mktgui.domain.exchange import Exchange
from mktgui.domain.lead import text_value
from mktgui.domain.outcome import Answered, NotAnswered, Outcome
from mktgui.domain.secret import Secret
from mktgui.soap.signature import Credentials
from mktgui.wire.blot import Blots


def private_of(credentials: Credentials, key: Secret) -> Blots:
    """What of a request is nobody's business."""
    private = Blots((key, Secret(credentials.signature)))
    private.add_id(credentials.user_id)
    return private


def without(outcome: Outcome, private: Blots) -> Outcome:
    """The same outcome, these blotted out of what came back and of the words that were read from it."""
    match outcome:
        case Answered(call, exchange, answer):
            return Answered(call, _exchange(exchange, private), _answer(answer, private))
        case NotAnswered(call, failure, exchange):
            failure = replace(failure, detail=private.text(failure.detail))
            return NotAnswered(call, failure, _exchange(exchange, private))
        case _:
            return outcome


def _exchange(exchange: Exchange, private: Blots) -> Exchange:
    if exchange.received is None:
        return exchange
    received = private.message(exchange.received)
    return exchange if received is exchange.received else replace(exchange, received=received)


def _answer(answer: Answer, private: Blots) -> Answer:
    """Only the words of Marketo's complaint: a value of a lead stays what it is."""
    match answer:
        case Fault(code=code, text=text, message=message):
            return Fault(code=code, text=private.text(text), message=private.text(message))
        case Synced(error=error) if error.text:
            return replace(answer, error=text_value(private.text(error.text)))
        case _:
            return answer
