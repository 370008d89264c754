"""Chooses the file for a language, and gives it the requests as the program itself would send them."""

from mktgui.domain.calls import Call
from mktgui.domain.endpoint import identity_of, read_endpoint
from mktgui.domain.profile import Profile, TransportKind
from mktgui.domain.snippets import Language, SnippetError
from mktgui.rest.requests import NoSuchRequestError
from mktgui.rest.snippets.curl_bash import curl_bash
from mktgui.rest.snippets.curl_cmd import LONGEST_LINE, curl_cmd
from mktgui.rest.snippets.java_http import java_http
from mktgui.rest.snippets.php_curl import php_curl
from mktgui.rest.snippets.powershell import powershell
from mktgui.rest.snippets.python_requests import python_requests
from mktgui.rest.snippets.ruby_net_http import ruby_net_http
from mktgui.rest.snippets.template import template_of
from mktgui.rest.told import Told

_OF_TEXT = {
    Language.CURL_BASH: curl_bash,
    Language.PYTHON: python_requests,
    Language.PHP: php_curl,
    Language.RUBY: ruby_net_http,
}
_OF_ASCII = {Language.CURL_CMD: curl_cmd, Language.POWERSHELL: powershell, Language.JAVA: java_http}


class SnippetMaker:
    """Implements the port `MakeSnippet`. What is known of the names and types of fields counts, as for a preview."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def __call__(self, call: Call, profile: Profile, language: Language) -> str:
        """The code. Raises SnippetError."""
        endpoint = read_endpoint(profile.endpoint, TransportKind.REST).text
        names, ascii_only = self._told.known_names(endpoint), language in _OF_ASCII
        addresses, foreign_field = (endpoint, identity_of(profile)), profile.foreign_field.strip()
        try:
            template = template_of(call, names, foreign_field, addresses, ascii_only=ascii_only)
        except NoSuchRequestError as error:
            raise SnippetError(str(error)) from error
        code = (_OF_TEXT | _OF_ASCII)[language](template)
        if language is Language.CURL_CMD and any(len(line) > LONGEST_LINE for line in code.splitlines()):
            raise SnippetError(f"the command prompt takes no line of more than {LONGEST_LINE} characters")
        return code
