"""The course of one call over REST: which requests it takes, and what they come to together.

Where it is not known yet what this Marketo calls its fields, that is asked first. After a write come the cookie and the
reading back of the lead; whatever becomes of them, the write is what the outcome tells of.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from typing import TypeVar

from mktgui.domain.answers import (
    CREATED,
    FAILED,
    UPDATED,
    Answer,
    CookieEnd,
    CookieFate,
    Fault,
    Found,
    Listed,
    Synced,
)
from mktgui.domain.calls import Call, DescribeObject, GetLead, ListObjects, LookupKey, SyncLead
from mktgui.domain.exchange import Exchange, Part, Stage
from mktgui.domain.look import NOT_FOUND
from mktgui.domain.outcome import TURNED_AWAY, Answered, Failure, FailureKind, NotAnswered, NotSent, Outcome, refuses
from mktgui.domain.ports import Report
from mktgui.rest.judging import judged
from mktgui.rest.line import Heard, Line
from mktgui.rest.names import standard_names, with_standard
from mktgui.rest.reader import (
    DescribedFields,
    LeadsPage,
    in_order,
    read_associated,
    read_described,
    read_described2,
    read_leads,
    read_partitions,
    read_synced,
)
from mktgui.rest.requests import (
    NoSuchRequestError,
    RestRequest,
    associate,
    describe,
    describe2,
    get_leads,
    partitions,
    sync_lead,
)
from mktgui.rest.told import Told

Kind = FailureKind
Read = TypeVar("Read")

DEFAULT_FIELDS = ("id", "email", "firstName", "lastName", "createdAt", "updatedAt")  # facts sheet 6.3
MOST_PAGES = 20  # of 300 leads: Marketo itself gives up after a thousand matches
LEAD = DescribeObject().name
_NO_SUCH_FIELD = "1006"
_BAD_FIELDS = frozenset({_NO_SUCH_FIELD, "1003"})  # the latter is also said of other things (facts sheet 6.5)
_NOT_THERE = frozenset({"605", "610"})  # the older form of the description is superseded, and may go one day
_GONE = frozenset({404, 405, 410})
_NUMBER = re.compile(r"[0-9]{1,18}")
# What went wrong after a request for a token had left: of the call itself nothing had.
_OF_THE_TOKEN = frozenset(
    {
        Kind.ANSWER_TIMEOUT,
        Kind.CUT_OFF,
        Kind.TOO_BIG,
        Kind.HTTP_ERROR,
        Kind.GATEWAY,
        Kind.NOT_JSON,
        Kind.BROKEN_JSON,
        Kind.REQUEST_TOO_LARGE,
        Kind.QUERY_TOO_LONG,
    }
)


class Course:
    """For one call. `foreign_field` is the REST name of the field for foreign ids, empty for none."""

    def __init__(self, call: Call, line: Line, told: Told, report: Report, foreign_field: str) -> None:
        self._call, self._line, self._told, self._report = call, line, told, report
        self._foreign_field = foreign_field
        self._names = standard_names().worded(told.words)
        self._fields: tuple[str, ...] = ()  # all there are, by REST name; none as long as they are not known
        self._main: Heard | None = None
        self._wrote: Synced | None = None

    def outcome(self) -> Outcome:
        """Make the call. Never raises."""
        try:
            with closing(self._line):
                return self._run()
        except NoSuchRequestError as error:
            return NotSent(self._call, Failure(kind=Kind.REQUEST_INVALID, detail=str(error)))
        except Exception as error:  # noqa: BLE001 - a bug still has to reach the person, as an outcome that is true
            return self._slipped(error)

    def _run(self) -> Outcome:
        match self._call:
            case SyncLead() as call:
                return self._write(call)
            case GetLead() as call:
                return self._find(call)
            case DescribeObject(name):
                return self._describe(name)
            case ListObjects():
                heard = self._ask(partitions())
                return self._end(heard, self._judge(heard, _read_listed))

    # Writing

    def _write(self, call: SyncLead) -> Outcome:
        trouble = self._learn()
        request = sync_lead(call, self._names, self._foreign_field)
        goes_on = call.return_lead and not call.cookie  # to the reading back; a cookie is given in between
        heard = self._line.put_off(request, trouble) if trouble else self._ask(request, goes_on=goes_on)
        answer = self._judge(heard, read_synced)
        if isinstance(answer, Fault) and answer.code == _NO_SUCH_FIELD:
            self._told.names.drop(self._line.endpoint)  # an administrator may have renamed or hidden it since
        if isinstance(answer, Synced) and _names_a_lead(answer):
            self._wrote = answer
            answer = self._follow_up(call, answer)
        return self._end(heard, answer)

    def _follow_up(self, call: SyncLead, answer: Synced) -> Synced:
        """The answer with what came of the cookie, and with the lead as it is now."""
        number = answer.lead_id.text
        if call.cookie and answer.status.text in {CREATED, UPDATED}:
            answer = self._wrote = replace(answer, cookie=self._give_cookie(int(number), call.cookie))
        if not call.return_lead:
            return answer
        asked = [self._names.rest_of(one.name) for one in call.attributes]
        _, page = self._read_leads(GetLead(LookupKey.IDNUM, number), Part.READ_BACK, asked)
        if not isinstance(page, LeadsPage):
            return replace(answer, is_gone=isinstance(page, Fault) and page.code in NOT_FOUND)
        records = page.found.records
        other = next((one for one in records if one.id.text), None)
        return replace(
            answer, record=next((one for one in records if one.id.text == number), other), is_gone=not records
        )

    def _give_cookie(self, number: int, cookie: str) -> CookieFate:
        heard = self._line.ask(associate(number, cookie), Part.COOKIE, _tell_nobody)
        answer = _judged(heard, read_associated)
        if isinstance(answer, Fault):
            end = CookieEnd.REFUSED if refuses(answer.code) else CookieEnd.UNKNOWN
            return CookieFate(end, answer.code, answer.message or answer.text)
        if isinstance(answer, Failure):
            return CookieFate(CookieEnd.UNKNOWN if heard.exchange.left else CookieEnd.NOT_SENT)
        return CookieFate(CookieEnd.GIVEN)

    # Reading

    def _find(self, call: GetLead) -> Outcome:
        trouble = self._learn()
        if trouble is not None:
            heard = self._line.put_off(get_leads(call, self._wanted()), trouble)
            return self._end(heard, trouble.failure or Failure(kind=Kind.UNEXPECTED))
        heard, page = self._read_leads(call, Part.CALL)
        found = Found()
        for _ in range(MOST_PAGES):
            if not isinstance(page, LeadsPage):
                return self._end(heard, page)
            brings_news = _brings_news(found, page)
            found = Found(records=found.records + page.found.records, extras=found.extras + page.found.extras)
            if not page.next_page or not brings_news:  # some go round in a circle
                break
            heard = self._line.ask(get_leads(call, self._wanted(), page.next_page), Part.CALL, _tell_nobody)
            page = _judged(heard, self._page)
        return self._end(self._main or heard, replace(found, records=in_order(found.records)))

    def _read_leads(
        self, call: GetLead, part: Part, asked: Iterable[str] = ()
    ) -> tuple[Heard, LeadsPage | Fault | Failure]:
        """The first page; where a field has gone since the fields were told, they are asked for anew."""
        heard, page = self._read_page(call, part, asked)
        if isinstance(page, Fault) and page.code in _BAD_FIELDS and self._fields:
            before, self._fields = self._fields, ()
            self._told.names.drop(self._line.endpoint)
            if self._learn(anew=True) is None and (page.code == _NO_SUCH_FIELD or self._fields != before):
                heard, page = self._read_page(call, part, asked)
        return heard, page

    def _read_page(self, call: GetLead, part: Part, asked: Iterable[str]) -> tuple[Heard, LeadsPage | Fault | Failure]:
        request = get_leads(call, self._wanted(asked))
        if part is Part.CALL:
            heard = self._ask(request)
            return heard, self._judge(heard, self._page)
        heard = self._line.ask(request, part, _tell_nobody)
        return heard, _judged(heard, self._page)

    def _page(self, body: bytes) -> LeadsPage | Fault:
        return read_leads(body, self._names)

    def _wanted(self, asked: Iterable[str] = ()) -> tuple[str, ...]:
        names = self._fields or (*DEFAULT_FIELDS, "leadPartitionId", *asked)
        return tuple(dict.fromkeys(("id", *filter(None, names))))

    # Fields

    def _describe(self, name: str) -> Outcome:
        if name != LEAD:
            raise NoSuchRequestError(f"REST describes only leads here, and not {name}")
        heard = self._ask(describe())
        described = self._judge(heard, self._read_described)
        if _is_not_there(described):
            heard = self._ask(describe2())
            described = self._judge(heard, self._read_described2)
        if not isinstance(described, DescribedFields):
            return self._end(heard, described)
        if described.names.fields:
            self._told.names.put(self._line.endpoint, described.names)
        return self._end(heard, described.described)

    def _learn(self, *, anew: bool = False) -> Heard | None:
        """Find out what the fields are called; what stands in the way of the whole call, if anything does.

        Where only the description cannot be had, the names that every Marketo has will do.
        """
        names = None if anew else self._told.names.get(self._line.endpoint) or self._told.kept()
        if names is None:
            heard = self._line.ask(describe(), Part.FIELDS, _tell_nobody)
            described = _judged(heard, self._read_described)
            if _is_not_there(described):
                heard = self._line.ask(describe2(), Part.FIELDS, _tell_nobody)
                described = _judged(heard, self._read_described2)
            if isinstance(described, DescribedFields) and described.names.fields:
                names = described.names
            elif heard.failure is not None and (heard.failure.kind in _GIVE_UP or not _got_through(heard)):
                return heard
        if names is not None:
            self._told.names.put(self._line.endpoint, names)
            self._names = with_standard(names, self._told.words)
            self._fields = names.rest_fields
        return None

    def _read_described(self, body: bytes) -> DescribedFields | Fault:
        return read_described(body, self._told.words)

    def _read_described2(self, body: bytes) -> DescribedFields | Fault:
        return read_described2(body, self._told.words)

    # What it comes to

    def _ask(self, request: RestRequest, *, goes_on: bool = False) -> Heard:
        self._main = self._line.ask(request, Part.CALL, self._report, goes_on=goes_on)
        return self._main

    def _judge(self, heard: Heard, read: Callable[[bytes], Read]) -> Read | Failure:
        if heard.exchange.received is not None:
            self._report(Stage.READING)
        return _judged(heard, read)

    def _end(self, heard: Heard, value: Answer | Failure) -> Outcome:
        exchange = self._joined(heard.exchange)
        if heard.turned_away and heard.failure is not None and heard.failure.kind is not Kind.STOPPED:
            return NotAnswered(self._call, _of_the_second_try(heard.failure), exchange)
        if not isinstance(value, Failure):
            return Answered(self._call, exchange, value)
        if exchange.left:
            return NotAnswered(self._call, value, exchange)
        return NotSent(self._call, _of_the_token(value) if heard.grantless else value, exchange)

    def _joined(self, main: Exchange) -> Exchange:
        """The exchange with the others around it."""
        every = self._line.exchanges
        at = next(place for place, one in enumerate(every) if one is main)
        return replace(main, before=tuple(every[:at]), after=tuple(every[at + 1 :]))

    def _slipped(self, error: Exception) -> Outcome:
        """Our own slip, told of the call as far as it had got."""
        failure = Failure(kind=Kind.UNEXPECTED, detail=type(error).__name__)
        if self._main is None:
            return NotSent(self._call, failure)
        return self._end(self._main, self._wrote or failure)


_GIVE_UP = frozenset({Kind.STOPPED, Kind.ANSWER_TIMEOUT})


def _brings_news(found: Found, page: LeadsPage) -> bool:
    """Whether a page has a lead that none before it had."""
    return not {one.id.text for one in page.found.records} <= {one.id.text for one in found.records}


def _judged(heard: Heard, read: Callable[[bytes], Read]) -> Read | Failure:
    """What came back, read. Where that is a refusal of the token, why no other try was made is told elsewhere."""
    return judged(heard.exchange, None if heard.turned_away else heard.failure, read)


def _got_through(heard: Heard) -> bool:
    """Whether it is worth asking something else."""
    return heard.exchange.left and not heard.turned_away


def _is_not_there(described: DescribedFields | Fault | Failure) -> bool:
    """Whether there is nothing at the address of the description, in Marketo's words or in HTTP's."""
    if isinstance(described, Fault):
        return described.code in _NOT_THERE
    return isinstance(described, Failure) and described.kind is Kind.HTTP_ERROR and described.status in _GONE


def _names_a_lead(answer: Synced) -> bool:
    """Whether there is a lead to go on with. After a word that nobody knows it is only read."""
    return answer.status.text not in {"", FAILED} and bool(_NUMBER.fullmatch(answer.lead_id.text))


def _read_listed(body: bytes) -> Listed | Fault:
    found = read_partitions(body)
    if isinstance(found, Fault):
        return found
    return Listed(tuple(one.name for one in found), tuple(one.id for one in found))


def _of_the_token(failure: Failure) -> Failure:
    """Why there was no token, where the same words about the call would frighten for nothing."""
    if failure.kind not in _OF_THE_TOKEN:
        return failure
    status = "" if failure.status is None else f" {failure.status}"
    return replace(failure, kind=Kind.NO_TOKEN, detail=f"{failure.kind.value}{status}: {failure.detail}")


def _of_the_second_try(failure: Failure) -> Failure:
    """Why the request that was refused for its token did not leave again. What turned it away has words of its own."""
    if failure.kind in TURNED_AWAY:
        return failure
    return replace(failure, kind=Kind.TOKEN_RAN_OUT, detail=f"{failure.kind.value}: {failure.detail}")


def _tell_nobody(stage: Stage) -> None:
    """The stages that are told are those of the request that the call is named for."""
