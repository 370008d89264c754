"""Ruby with savon, which is given the finished envelope: what it makes of a hash depends on how it reads the WSDL."""

import re

from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.envelope import MARKETO
from mktgui.soap.snippets.template import SIGNATURE, TIMESTAMP, USER, Template

_CAPITAL = re.compile(r"(?<!^)([A-Z]+)")
_CODE = """# {operation} with savon, signed anew each time it runs. Needs: gem install savon
# Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable}; what is missing
# is asked for.
require "cgi"
require "io/console"
require "openssl"
require "savon"

endpoint = "{endpoint}"
user = ENV["{user_variable}"] || (print "SOAP user ID: "; $stdin.gets.chomp)
secret = ENV["{secret_variable}"] || $stdin.getpass("Encryption key: ")
timestamp = Time.now.strftime("%Y-%m-%dT%H:%M:%S%:z")
signature = OpenSSL::HMAC.hexdigest("sha1", secret, timestamp + user)

envelope = <<'END_OF_ENVELOPE'
{envelope}
END_OF_ENVELOPE
envelope = envelope.sub("{user}") {{ CGI.escapeHTML(user) }}
envelope = envelope.sub("{signature}") {{ signature }}.sub("{timestamp}") {{ timestamp }}

client = Savon.client(
  endpoint: endpoint,
  namespace: "{marketo}",
  open_timeout: {connect_seconds},
  read_timeout: {answer_seconds},
  raise_errors: false
)
response = client.call(:{symbol}, soap_action: "{action}", xml: envelope)
puts "HTTP status: #{{response.http.code}}"
puts response.http.body
"""


def ruby_savon(template: Template) -> str:
    """The program."""
    return _CODE.format(
        operation=template.operation,
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        endpoint=template.endpoint,
        envelope=template.text,
        user=USER,
        signature=SIGNATURE,
        timestamp=TIMESTAMP,
        marketo=MARKETO,
        connect_seconds=CONNECT_SECONDS,
        answer_seconds=ANSWER_SECONDS,
        symbol=_CAPITAL.sub(r"_\1", template.operation).lower(),
        action=template.action,
    )
