"""Ruby with what it has itself."""

from mktgui.rest.snippets.template import Step, Template

_CODE = """# {operation} with net/http, with a token that is asked for each time it runs. Needs Ruby 2.5 or newer.
# Put the client ID into {client_variable} and the client secret into {secret_variable}; what is
# missing is asked for.
require "io/console"
require "json"
require "net/http"
require "uri"

IDENTITY = "{identity}"
ENDPOINT = "{endpoint}"
{body}
CLIENT = ENV["{client_variable}"] || (print "Client ID: "; $stdin.gets.chomp)
SECRET = ENV["{secret_variable}"] || $stdin.getpass("Client secret: ")

def carry(method, address, headers, body = "")
  uri = URI(address)
  request = Net::HTTP.const_get(method.capitalize).new(uri, {{"Accept" => "application/json"}}.merge(headers))
  request.body = body if method == "POST"
  options = {{use_ssl: uri.scheme == "https", open_timeout: {connect_seconds}, read_timeout: {answer_seconds}}}
  answer = Net::HTTP.start(uri.hostname, uri.port, options) {{ |http| http.request(request) }}
  [answer.code, answer.body.to_s.force_encoding("UTF-8")]
end

def said_by(text)
  said = JSON.parse(text)
  said.is_a?(Hash) ? said : {{}}
rescue JSON::ParserError
  {{}}
end

def get_token
  values = {{grant_type: "client_credentials", client_id: CLIENT, client_secret: SECRET}}
  _, text = carry("GET", "#{{IDENTITY}}/oauth/token?#{{URI.encode_www_form(values)}}", {{}})
  said_by(text)["access_token"] or abort "There is no token: #{{text}}"
end

def ask(method, target, kind = nil, body = "", is_last: false)
  headers = {{"Authorization" => "Bearer #{{@token}}"}}
  headers["Content-Type"] = kind if kind
  status, text = carry(method, ENDPOINT + target, headers, body)
  puts "HTTP status: #{{status}}", text
  said = said_by(text)
  # A token that has run out is refused before anything is done, so once more is safe.
  return said if is_last || (said["errors"] || []).none? {{ |one| ["601", "602"].include?(one["code"].to_s) }}
  @token = get_token
  ask(method, target, kind, body, is_last: true)
end

@token = get_token
{request}
"""
_BODY = """BODY = <<'END_OF_BODY'.chomp
{body}
END_OF_BODY
"""
_STEPS = """said = {ask}
record = (said["result"] || [])[0] || {{}}
if ["created", "updated"].include?(record["status"])
{steps}
end"""


def ruby_net_http(template: Template) -> str:
    """The program. The body is a literal here-document, and no line of it is its end."""
    body = f', "{template.kind}", BODY' if template.lines else ""
    ask = f'ask("{template.method}", "{template.target}"{body})'
    steps = "\n".join(map(_step, template.steps))
    return template.fill(
        _CODE,
        body=_BODY.format(body=template.body) if template.lines else "",
        request=_STEPS.format(ask=ask, steps=steps) if steps else ask,
    )


def _step(step: Step) -> str:
    return f'  ask("{step.method}", "{step.before}#{{record["id"]}}{step.after}")'
