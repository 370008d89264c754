"""cURL for bash, on Linux, macOS and in Git for Windows: sed takes the few words that are needed out of the answers."""

from collections.abc import Iterator

from mktgui.rest.snippets.template import Step, Template

# A shell of its own, so that a mistake does not close the window it is pasted into, and no variable stays behind.
# Neither secret nor token is an argument of curl: other users of the computer could see it there.
_CODE = r"""(
# {operation} with curl, with a token that is asked for each time it runs. Needs bash, sed and curl 7.55 or newer.
# Put the client ID into {client_variable} and the client secret into {secret_variable}; what is
# missing is asked for.
set -eu
identity='{identity}'
endpoint='{endpoint}'
client=${{{client_variable}:-}} secret=${{{secret_variable}:-}}
[ -n "$client" ] || read -r -p 'Client ID: ' client </dev/tty
[ -n "$secret" ] || {{ read -r -s -p 'Client secret: ' secret </dev/tty; echo >&2; }}
carry() {{ # the arguments are those of curl
  curl --silent --show-error --globoff --connect-timeout {connect_seconds} --max-time {all_seconds} \
    --header 'Accept: application/json' "$@"
}}
renew() {{ # the token
  said=$(printf '%s' "$secret" | carry --get --data 'grant_type=client_credentials' \
    --data-urlencode "client_id=$client" --data-urlencode 'client_secret@-' "$identity/oauth/token")
  token=$(printf '%s' "$said" | tr -d '\r\n' | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
  [ -n "$token" ] || {{ printf 'There is no token: %s\n' "$said" >&2; exit 1; }}
}}
ask() {{ # the method, what follows the endpoint, and more arguments of curl
  method=$1 address=$endpoint$2
  shift 2
  for try in 1 2; do
    said=$(printf 'Authorization: Bearer %s' "$token" |
      carry --header @- --request "$method" --write-out '\nHTTP status: %{{http_code}}\n' "$@" "$address")
    printf '%s\n' "$said"
    # A token that has run out is refused before anything is done, so once more is safe.
    case $try$(printf '%s' "$said" | tr -d '\r\n' |
      sed -n 's/.*"errors" *: *\[ *{{[^}}]*"code" *: *"\{{0,1\}}60[12][",}} ].*/ gone/p') in
      '1 gone') renew ;;
      *) break ;;
    esac
  done
}}
renew
{request}
)
"""
_BODY = r"""folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s' '{body}' >body"""
_ASK = "ask {method} '{target}'"
_WITH_BODY = " --header 'Content-Type: {kind}' --data-binary @body"
# Without the empty body, no length would be sent, which some servers want; it has no type.
_WITHOUT = " --header 'Content-Type:' --data ''"
_STEPS = r"""{ask}
record=$(printf '%s' "$said" | tr -d '\r\n' | sed -n 's/.*"result" *: *\[ *{{\([^}}]*\)}}.*/\1/p')
id=$(printf '%s' "$record" | sed -n 's/.*"id" *: *\([0-9][0-9]*\).*/\1/p')
case $record in *'"created"'* | *'"updated"'*) ;; *) id= ;; esac
if [ -n "$id" ]; then
{steps}
fi"""


def curl_bash(template: Template) -> str:
    """The command. Nothing in a body or a target ends its single quotes."""
    return template.fill(
        _CODE,
        request="\n".join(_request(template)),
    )


def _request(template: Template) -> Iterator[str]:
    ask = _ASK.format(method=template.method, target=template.target)
    if template.lines:
        yield _BODY.format(body=template.body)
        ask += _WITH_BODY.format(kind=template.kind)
    if template.steps:
        ask = _STEPS.format(ask=ask, steps="\n".join(map(_step, template.steps)))
    yield ask


def _step(step: Step) -> str:
    target = f"{step.before}'\"$id\"'{step.after}"
    return "  " + _ASK.format(method=step.method, target=target) + (_WITHOUT if step.method == "POST" else "")
