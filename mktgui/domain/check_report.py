"""A credential check as plain English text for a ticket: no secret, no signature, no user id."""

import re
from datetime import UTC, datetime

from mktgui.domain.fixers import fixer_of
from mktgui.domain.ladder import CheckResult, Mark, RungResult
from mktgui.domain.profile import Profile

MASK = "***"
_SIGNATURE = re.compile(r"(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])", re.IGNORECASE)
_MARKS = {Mark.PASSED: "ok", Mark.WARNING: "look", Mark.FAILED: "FAILED", Mark.SKIPPED: "-"}


def report_text(result: CheckResult, profile: Profile, program: str, when: datetime) -> str:
    """What to paste into a ticket. `program` is its name and version; `when` has to know its offset from UTC."""
    lines = [
        f"Connection check by {program}",
        f"Time: {when.astimezone(UTC).isoformat(timespec='seconds')}",
        f"Connection: {profile.name} ({profile.environment.value})",
        f"Endpoint: {profile.endpoint}",
        f"Proxy: {profile.proxy.kind.value}; own CA file: {'yes' if profile.ca_file else 'no'}",
        f"Verdict: {result.verdict.value}; can be mended by: {fixer_of(result.verdict).value}",
        "",
        *(_line(one) for one in result.rungs),
    ]
    return _masked("\n".join(lines) + "\n", profile)


def _line(one: RungResult) -> str:
    told = "; ".join(f"{name}: {' '.join(text.split())}" for name, text in one.params)
    reason = f"[{one.verdict.value}] " if one.verdict else ""
    return f"{_MARKS[one.mark]:<7}{one.rung.value:<11}{reason}{told}".rstrip()


def _masked(text: str, profile: Profile) -> str:
    """A person may have put a login into any field, and a server may repeat what it was sent."""
    for private in (profile.user_id.strip(), profile.proxy.user_name.strip()):
        if private:
            text = re.sub(rf"(?<!\w){re.escape(private)}(?!\w)", MASK, text)
    return _SIGNATURE.sub(MASK, text)
