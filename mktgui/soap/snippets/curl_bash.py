"""cURL for bash, on Linux, macOS and in Git for Windows: openssl signs."""

from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.snippets.template import SIGNATURE, TIMESTAMP, USER, Template

# A shell of its own, so that a mistake does not close the window it is pasted into, and no variable stays behind.
_CODE = r"""(
# {operation} with curl, signed anew each time it runs. Needs bash, curl and openssl.
# Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable}; what is missing
# is asked for.
# While openssl runs, other users of this computer can see its arguments, and the key is one of them.
set -eu
endpoint='{endpoint}'
user=${{{user_variable}:-}} secret=${{{secret_variable}:-}}
[ -n "$user" ] || read -r -p 'SOAP user ID: ' user </dev/tty
[ -n "$secret" ] || {{ read -r -s -p 'Encryption key: ' secret </dev/tty; echo >&2; }}
timestamp=$(date -u +%Y-%m-%dT%H:%M:%S+00:00)
signature=$(printf '%s' "$timestamp$user" | openssl dgst -sha1 -hmac "$secret" | sed 's/^.*= *//')
printf '%s' '{envelope}' |
  curl --silent --show-error --connect-timeout {connect_seconds} --max-time {all_seconds} \
    --header 'Content-Type: text/xml; charset=utf-8' --header 'SOAPAction: "{action}"' \
    --data-binary @- --write-out '\nHTTP status: %{{http_code}}\n' "$endpoint"
)
"""
_VARIABLES = {USER: "$user", SIGNATURE: "$signature", TIMESTAMP: "$timestamp"}


def curl_bash(template: Template) -> str:
    """The command. Nothing in the envelope ends its single quotes, so the gaps can be filled between two of them."""
    envelope = template.text
    for gap, variable in _VARIABLES.items():
        envelope = envelope.replace(gap, f"'\"{variable}\"'", 1)
    return _CODE.format(
        operation=template.operation,
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        endpoint=template.endpoint,
        envelope=envelope,
        connect_seconds=CONNECT_SECONDS,
        all_seconds=CONNECT_SECONDS + ANSWER_SECONDS,
        action=template.action,
    )
