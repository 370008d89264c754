"""Chooses the file for a language, and gives it the request as the program itself would send it."""

from mktgui.domain.calls import Action, Call, FieldKey, GetLead, SyncLead
from mktgui.domain.profile import Profile
from mktgui.domain.snippets import Language, SnippetError
from mktgui.soap.envelope import EnvelopeBuilder, RequestInvalidError
from mktgui.soap.snippets.curl_bash import curl_bash
from mktgui.soap.snippets.curl_cmd import curl_cmd
from mktgui.soap.snippets.java_http import java_http
from mktgui.soap.snippets.php_soap import php_soap
from mktgui.soap.snippets.powershell import powershell
from mktgui.soap.snippets.python_zeep import python_zeep
from mktgui.soap.snippets.ruby_savon import ruby_savon
from mktgui.soap.snippets.template import template_of

_OF_CALL = {Language.PYTHON: python_zeep, Language.PHP: php_soap}
_OF_TEXT = {Language.CURL_BASH: curl_bash, Language.RUBY: ruby_savon}
_OF_ASCII = {Language.CURL_CMD: curl_cmd, Language.POWERSHELL: powershell, Language.JAVA: java_http}


class SnippetMaker:
    """Implements the port `MakeSnippet`."""

    def __init__(self, envelopes: EnvelopeBuilder) -> None:
        self._envelopes = envelopes

    def __call__(self, call: Call, profile: Profile, language: Language) -> str:
        """The code. Raises SnippetError."""
        _refuse_what_only_rest_has(call)
        endpoint = profile.endpoint
        try:
            template = template_of(self._envelopes, call, endpoint, ascii_only=language in _OF_ASCII)
        except RequestInvalidError as error:
            raise SnippetError(str(error)) from error
        if language in _OF_CALL:
            return _OF_CALL[language](call, endpoint)
        return (_OF_TEXT | _OF_ASCII)[language](template)


def _refuse_what_only_rest_has(call: Call) -> None:
    """Code that left it out would find another lead, or write where nothing was to be written."""
    if isinstance(call, SyncLead):
        if call.lookup_field:
            raise SnippetError("SOAP has no lookupField")
        if call.action is not Action.CREATE_OR_UPDATE:
            raise SnippetError(f"SOAP always creates or updates, and has no {call.action}")
        if call.foreign_id and call.foreign_type is None:
            raise SnippetError("SOAP wants foreignSysType with foreignSysPersonId")
    elif isinstance(call, GetLead) and isinstance(call.key, FieldKey):
        raise SnippetError(f"SOAP has no LeadKeyRef {call.key.name}")
