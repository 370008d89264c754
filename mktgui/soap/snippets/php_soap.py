"""PHP with its own SoapClient."""

import re

from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.code_text import endpoint_text
from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.envelope import MARKETO, operation_of, parameters_of
from mktgui.soap.snippets.literals import Style, given, literal

_QUOTED = re.compile(r"[\\']")
_ESCAPED = re.compile(r'[\\"$]')


def _text(text: str) -> str:
    """In single quotes where all of it can be seen, else in double ones with escapes."""
    if text.isprintable():
        return "'" + _QUOTED.sub(r"\\\g<0>", text) + "'"
    escaped = _ESCAPED.sub(r"\\\g<0>", text)
    return '"' + "".join(one if one.isprintable() else f"\\u{{{ord(one):X}}}" for one in escaped) + '"'


_STYLE = Style(text=_text, dictionary=("[", "]"), sequence=("[", "]"), pair=" => ", truth=("false", "true"))
_CODE = """<?php
// {operation} with SoapClient, signed anew each time it runs. Needs PHP 7.1 or newer with its extension soap.
// Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable}.
const ENDPOINT = {endpoint};
const MARKETO = {marketo};

$user = getenv('{user_variable}');
$secret = getenv('{secret_variable}');
if (!$user || !$secret) {{
    exit("Set {user_variable} and {secret_variable} first.\\n");
}}
$timestamp = date('Y-m-d\\TH:i:sP');
ini_set('default_socket_timeout', '{answer_seconds}');
$client = new SoapClient(ENDPOINT . '?WSDL', [
    'location' => ENDPOINT,
    'connection_timeout' => {connect_seconds},
    'cache_wsdl' => WSDL_CACHE_NONE,
    // What is signed goes to this address only: to PHP, 1 is none.
    'stream_context' => stream_context_create(['http' => ['max_redirects' => 1]]),
]);
$client->__setSoapHeaders([
    new SoapHeader(MARKETO, 'AuthenticationHeader', [
        'mktowsUserId' => $user,
        'requestSignature' => hash_hmac('sha1', $timestamp . $user, $secret),
        'requestTimestamp' => $timestamp,
    ]),
{context}]);
$parameters = {parameters};
try {{
    print_r($client->{operation}($parameters)->result);
}} catch (SoapFault $fault) {{
    fwrite(STDERR, "Marketo refused: {{$fault->getMessage()}}\\n");
    exit(1);
}}
"""


def php_soap(call: Call, endpoint: str) -> str:
    """The program."""
    workspace = call.workspace if isinstance(call, SyncLead) else None
    context = f"    new SoapHeader(MARKETO, 'MktowsContextHeader', ['targetWorkspace' => {_text(workspace or '')}]),\n"
    return _CODE.format(
        operation=operation_of(call),
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        endpoint=_text(endpoint_text(endpoint)),
        marketo=_text(MARKETO),
        connect_seconds=CONNECT_SECONDS,
        answer_seconds=ANSWER_SECONDS,
        context=context if workspace else "",
        parameters=literal(given(parameters_of(call)), _STYLE),
    )
