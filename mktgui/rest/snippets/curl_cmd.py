"""cURL for the command prompt of Windows 10 and newer: curl.exe and PowerShell are part of it, PowerShell reads JSON.

The command prompt has no way to quote every character, and reads a batch file in the code page of the day. So a body
stands below the last command, where the command prompt never reads, in plain ASCII; PowerShell takes it from there.
That is why this is a file and not a line to paste. Client id and secret may hold anything: they go through a pipe,
and never through a command line.
"""

from collections.abc import Iterator

from mktgui.domain.snippets import ANSWER_SECONDS, CLIENT_SECRET_VARIABLE, CLIENT_VARIABLE, CONNECT_SECONDS
from mktgui.rest.snippets.template import Step, Template

LONGEST_LINE = 8191  # characters that the command prompt takes
_MARK = "{request}"  # no brace stands before a letter in a body
_CURL = (
    f"curl.exe --silent --show-error --globoff --connect-timeout {CONNECT_SECONDS}"
    f" --max-time {CONNECT_SECONDS + ANSWER_SECONDS}"
)

# Within double quotes, so without one, and without a percent sign.
_TOKEN = "; ".join(
    (
        f"$form='grant_type=client_credentials&client_id='+[Uri]::EscapeDataString($env:{CLIENT_VARIABLE})",
        f"$form+='&client_secret='+[Uri]::EscapeDataString($env:{CLIENT_SECRET_VARIABLE})",
        f"$said=-join($form | {_CURL} --get --data '@-' ($env:MKTGUI_IDENTITY+'/oauth/token'))",
        "$token=try{($said|ConvertFrom-Json).access_token}catch{}",
        "if($token){$token}else{[Console]::Error.WriteLine('There is no token: '+$said)}",
    )
)
_TAKE = "; ".join(
    (
        "$ErrorActionPreference='Stop'",
        "$file=[IO.File]::ReadAllText($env:MKTGUI_FILE)",
        f"$body=$file.Substring($file.LastIndexOf('{_MARK}')+{len(_MARK)}).Trim()",
        "[IO.File]::WriteAllText($env:MKTGUI_BODY,$body)",
    )
)
# What is refused for its token was not looked at, so once more is safe.
_GONE = (
    "$codes=try{@(([IO.File]::ReadAllText($env:MKTGUI_SAID)|ConvertFrom-Json).errors|ForEach-Object{$_.code})}catch{}; "
    "if($codes -contains '601' -or $codes -contains '602'){'yes'}"
)
_LEAD = (
    "$record=try{@(([IO.File]::ReadAllText($env:MKTGUI_SAID)|ConvertFrom-Json).result)[0]}catch{}; "
    "if($record.status -eq 'created' -or $record.status -eq 'updated'){$record.id}"
)
_HEAD = r"""@echo off
rem {operation} with curl, with a token that is asked for each time it runs. Save it as a file, such as marketo.cmd,
rem and run that in a command prompt: pasted line by line it does not work. It needs nothing that Windows 10 does not
rem have.
rem Put the client ID into {client_variable} and the client secret into {secret_variable} (with set,
rem before it is run); what is missing is asked for. What is typed here can be seen.
setlocal DisableDelayedExpansion
if not defined {client_variable} set /p "{client_variable}=Client ID: "
if not defined {secret_variable} set /p "{secret_variable}=Client secret: "
set "MKTGUI_IDENTITY={identity}"
set "MKTGUI_FILE=%~f0"
set "MKTGUI_BODY=%TEMP%\marketo-%RANDOM%%RANDOM%.txt"
set "MKTGUI_SAID=%MKTGUI_BODY%.json"
set "MKTGUI_TOKEN="
set "MKTGUI_LEAD="
{grant}
if not defined MKTGUI_TOKEN exit /b 1"""
_ASK = r"""{curl} --request {method} ^
  --header "Authorization: Bearer %MKTGUI_TOKEN%" --header "Accept: application/json" ^
{more}  --output "%MKTGUI_SAID%" --write-out "\nHTTP status: %%{{http_code}}\n" "{address}"
"""
_EMPTY = '  --header "Content-Type:" --data "" ^\n'  # with the length that some servers want
_BELOW = """
The request. The command prompt does not read this far.
{mark}
{body}
"""


def curl_cmd(template: Template) -> str:
    """The batch file, in ASCII. Whether each line is short enough is for the caller to see."""
    below = _BELOW.format(mark=_MARK, body=template.body) if template.lines else ""
    return "\n".join(_commands(template)) + "\n" + below


def _commands(template: Template) -> Iterator[str]:
    yield _HEAD.format(
        operation=template.operation,
        client_variable=CLIENT_VARIABLE,
        secret_variable=CLIENT_SECRET_VARIABLE,
        identity=_doubled(template.identity),
        grant=_said_by(_TOKEN, "MKTGUI_TOKEN"),
    )
    more = ""
    if template.lines:
        yield f'powershell -NoProfile -Command "{_TAKE}"\nif errorlevel 1 exit /b 1'
        more = f'  --header "Content-Type: {template.kind}" --data-binary "@%MKTGUI_BODY%" ^\n'
    yield from _ask(template.method, _doubled(template.endpoint + template.target), more)
    if template.lines:
        yield 'del "%MKTGUI_BODY%" 2>nul'
    if template.steps:
        yield _said_by(_LEAD, "MKTGUI_LEAD")
        yield 'if not defined MKTGUI_LEAD del "%MKTGUI_SAID%" 2>nul'
        yield "if not defined MKTGUI_LEAD exit /b %MKTGUI_STATUS%"
        for step in template.steps:
            yield 'del "%MKTGUI_SAID%" 2>nul'
            yield from _step(template.endpoint, step)
    yield 'del "%MKTGUI_SAID%" 2>nul'
    yield "exit /b %MKTGUI_STATUS%"


def _said_by(command: str, variable: str) -> str:
    """What PowerShell says goes into a variable, where it says something."""
    return f"""for /f "delims=" %%t in ('powershell -NoProfile -Command "{command}"') do set "{variable}=%%t\""""


def _ask(method: str, address: str, more: str) -> Iterator[str]:
    """A request, and once more with a new token where this one has run out. A line is read when its turn comes."""
    curl = _ASK.format(curl=_CURL, method=method, more=more, address=address).rstrip("\n")
    told = ['set "MKTGUI_STATUS=%ERRORLEVEL%"', 'if exist "%MKTGUI_SAID%" type "%MKTGUI_SAID%"']
    yield from (curl, *told, 'set "MKTGUI_GONE="', _said_by(_GONE, "MKTGUI_GONE"))
    again = (_said_by(_TOKEN, "MKTGUI_TOKEN"), curl, *told)
    yield from (f"if defined MKTGUI_GONE {one}" for one in again)


def _step(endpoint: str, step: Step) -> Iterator[str]:
    address = f"{_doubled(endpoint + step.before)}%MKTGUI_LEAD%{_doubled(step.after)}"
    return _ask(step.method, address, _EMPTY if step.method == "POST" else "")


def _doubled(text: str) -> str:
    """As a batch file has it."""
    return text.replace("%", "%%")
