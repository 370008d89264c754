"""Python with zeep."""

from mktgui.domain.calls import Call, SyncLead
from mktgui.domain.code_text import endpoint_text
from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.envelope import MARKETO, operation_of, parameters_of
from mktgui.soap.snippets.literals import Style, given, literal

# ascii() would hide names in Chinese; repr() leaves what can be seen, and escapes what cannot.
_STYLE = Style(text=repr, dictionary=("{", "}"), sequence=("[", "]"), pair=": ", truth=("False", "True"))
_CODE = """# {operation} with zeep, signed anew each time it runs. Needs: python -m pip install zeep
# Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable}; what is missing
# is asked for.
import getpass
import hmac
import os
import sys
from datetime import datetime

import zeep

ENDPOINT = {endpoint}
MARKETO = {marketo}

user = os.environ.get("{user_variable}") or input("SOAP user ID: ")
secret = os.environ.get("{secret_variable}") or getpass.getpass("Encryption key: ")
timestamp = datetime.now().astimezone().isoformat(timespec="seconds")
signature = hmac.new(secret.encode(), (timestamp + user).encode(), "sha1").hexdigest()

transport = zeep.Transport(timeout={connect_seconds}, operation_timeout={answer_seconds})
transport.session.max_redirects = 0  # what is signed goes to this address only
client = zeep.Client(ENDPOINT + "?WSDL", transport=transport)
service = client.create_service("{{%s}}MktowsApiSoapBinding" % MARKETO, ENDPOINT)


def header(name, **values):
    return client.get_element("{{%s}}%s" % (MARKETO, name))(**values)


headers = [
    header("AuthenticationHeader", mktowsUserId=user, requestSignature=signature, requestTimestamp=timestamp),
{context}]
parameters = {parameters}
try:
    print(service.{operation}(**parameters, _soapheaders=headers))
except zeep.exceptions.Fault as fault:
    sys.exit("Marketo refused: %s" % fault.message)
"""


def python_zeep(call: Call, endpoint: str) -> str:
    """The program."""
    workspace = call.workspace if isinstance(call, SyncLead) else None
    context = f'    header("MktowsContextHeader", targetWorkspace={workspace!r}),\n' if workspace else ""
    return _CODE.format(
        operation=operation_of(call),
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        endpoint=repr(endpoint_text(endpoint)),
        marketo=repr(MARKETO),
        connect_seconds=CONNECT_SECONDS,
        answer_seconds=ANSWER_SECONDS,
        context=context,
        parameters=literal(given(parameters_of(call)), _STYLE),
    )
