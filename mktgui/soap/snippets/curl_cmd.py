"""cURL for the command prompt of Windows 10 and newer: curl.exe and PowerShell are part of it, and PowerShell signs.

The command prompt has no way to quote every character, and reads a batch file in the code page of the day. So the
request stands below the last command, where the command prompt never reads, in plain ASCII; PowerShell takes it from
there. That is why this is a file and not a line to paste.
"""

from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.snippets.powershell import NOW, SIGNED
from mktgui.soap.snippets.template import SIGNATURE, TIMESTAMP, USER, Template

_MARK = "{request}"  # an opening brace is in no request, except in its gaps

_SIGN = "; ".join(
    (
        "$ErrorActionPreference='Stop'",
        f"$user=$env:{USER_VARIABLE}",
        f"$secret=$env:{SECRET_VARIABLE}",
        f"$timestamp={NOW}",
        *SIGNED,
        "$file=[IO.File]::ReadAllText($env:MKTGUI_FILE)",
        f"$body=$file.Substring($file.LastIndexOf('{_MARK}')+{len(_MARK)}).Trim()",
        f"$body=$body.Replace('{USER}',[Security.SecurityElement]::Escape($user))",
        f"$body=$body.Replace('{SIGNATURE}',$signature).Replace('{TIMESTAMP}',$timestamp)",
        "[IO.File]::WriteAllText($env:MKTGUI_BODY,$body)",
    )
)
_CODE = r"""@echo off
rem {operation} with curl, signed anew each time it runs. Save it as a file, such as marketo.cmd, and run that in a
rem command prompt: pasted line by line it does not work. It needs nothing that Windows 10 does not have.
rem Put the SOAP user ID into {user_variable} and the encryption key into {secret_variable} (with set, before it is
rem run); what is missing is asked for. What is typed here can be seen.
setlocal DisableDelayedExpansion
if not defined {user_variable} set /p "{user_variable}=SOAP user ID: "
if not defined {secret_variable} set /p "{secret_variable}=Encryption key: "
set "MKTGUI_FILE=%~f0"
set "MKTGUI_BODY=%TEMP%\marketo-%RANDOM%%RANDOM%.xml"
powershell -NoProfile -Command "{sign}"
if errorlevel 1 exit /b 1
curl.exe --silent --show-error --connect-timeout {connect_seconds} --max-time {all_seconds} ^
  --header "Content-Type: text/xml; charset=utf-8" --header "SOAPAction: \"{action}\"" ^
  --data-binary "@%MKTGUI_BODY%" --write-out "\nHTTP status: %%{{http_code}}\n" "{endpoint}"
set "MKTGUI_STATUS=%ERRORLEVEL%"
del "%MKTGUI_BODY%"
exit /b %MKTGUI_STATUS%

The request. The command prompt does not read this far.
{mark}
{envelope}
"""


def curl_cmd(template: Template) -> str:
    """The batch file, in ASCII."""
    return _CODE.format(
        operation=template.operation,
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        sign=_SIGN,
        connect_seconds=CONNECT_SECONDS,
        all_seconds=CONNECT_SECONDS + ANSWER_SECONDS,
        action=template.action,
        endpoint=template.endpoint.replace("%", "%%"),
        mark=_MARK,
        envelope=template.text,
    )
