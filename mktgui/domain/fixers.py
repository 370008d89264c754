"""Who can mend what a credential check has found."""

from enum import StrEnum

from mktgui.domain.ladder import Verdict


class Fixer(StrEnum):
    """Who can mend it."""

    NOBODY = "nobody"  # nothing to mend, or only to wait
    YOU = "you"
    ADMINISTRATOR = "administrator"  # of Marketo
    NETWORK_TEAM = "network-team"
    MAKERS = "makers"  # of this program


def fixer_of(verdict: Verdict) -> Fixer:
    """Who can mend it."""
    return next(fixer for fixer, verdicts in _FIXERS.items() if verdict in verdicts)


_FIXERS = {
    Fixer.NOBODY: {Verdict.GOOD, Verdict.STOPPED, Verdict.TOO_FAST},
    Fixer.YOU: {
        Verdict.PROFILE_INCOMPLETE,
        Verdict.SECRET_MISSING,
        Verdict.SECRET_LOCKED,
        Verdict.SECRET_UNREADABLE,
        Verdict.ADDRESS_UNUSABLE,
        Verdict.ADDRESS_IS_REST,
        Verdict.ADDRESS_IS_SOAP,
        Verdict.NOT_ENCRYPTED,
        Verdict.CA_FILE_UNUSABLE,
        Verdict.NAME_UNKNOWN,
        Verdict.PROXY_UNUSABLE,
        Verdict.PROXY_LOGIN,
        Verdict.SIGN_IN,
        Verdict.TLS_WRONG_NAME,
        Verdict.WRONG_ENDPOINT,
        Verdict.WRONG_SECRET,
        Verdict.WRONG_CLIENT,
        Verdict.CLOCK_SKEW,
        Verdict.SIGNATURE_EXPIRED,
    },
    Fixer.ADMINISTRATOR: {
        Verdict.RETIRED,
        Verdict.SERVER_ERROR,
        Verdict.BLOCKED,
        Verdict.NO_TOKEN,
        Verdict.TOKEN_REFUSED,
        Verdict.NO_PERMISSION,
        Verdict.QUOTA,
        Verdict.MARKETO_TROUBLE,
        Verdict.OTHER_FAULT,
    },
    Fixer.NETWORK_TEAM: {
        Verdict.FORBIDDEN,
        Verdict.TOKEN_LOST,
        Verdict.PROXY_UNREACHABLE,
        Verdict.PROXY_REFUSES,
        Verdict.REFUSED,
        Verdict.UNREACHABLE,
        Verdict.NOBODY_PICKS_UP,
        Verdict.TLS_INSPECTION,
        Verdict.TLS_SELF_SIGNED,
        Verdict.TLS_EXPIRED,
        Verdict.TLS_FAILED,
        Verdict.NO_ANSWER,
        Verdict.CUT_OFF,
        Verdict.REDIRECTED,
    },
    Fixer.MAKERS: {Verdict.UNEXPECTED},
}
