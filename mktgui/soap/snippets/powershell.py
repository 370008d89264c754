"""PowerShell, both the 5.1 that is part of Windows and 7: Invoke-WebRequest sends."""

from mktgui.domain.snippets import ANSWER_SECONDS, CONNECT_SECONDS, SECRET_VARIABLE, USER_VARIABLE
from mktgui.soap.snippets.template import SIGNATURE, TIMESTAMP, USER, Template

# Shared with the batch file, so without a double quote and without a percent sign.
NOW = "[DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss',[Globalization.CultureInfo]::InvariantCulture)+'+00:00'"
SIGNED = (
    "$hmac=New-Object Security.Cryptography.HMACSHA1",
    "$hmac.Key=[Text.Encoding]::UTF8.GetBytes($secret)",
    "$hash=$hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($timestamp+$user))",
    "$signature=-join($hash|ForEach-Object{$_.ToString('x2')})",
)
_CODE = """& {{
# {operation} with Invoke-WebRequest, signed anew each time it runs. For PowerShell 5.1 and newer.
# Put the SOAP user ID into $env:{user_variable} and the encryption key into $env:{secret_variable}; what is
# missing is asked for.
$ErrorActionPreference = 'Stop'
$user = $env:{user_variable}
if (-not $user) {{ $user = Read-Host 'SOAP user ID' }}
$secret = $env:{secret_variable}
if (-not $secret) {{
    $typed = Read-Host 'Encryption key' -AsSecureString
    $secret = (New-Object Net.NetworkCredential('', $typed)).Password
}}
$timestamp = {now}
{signed}
$envelope = @'
{envelope}
'@
$envelope = $envelope.Replace('{user}', [Security.SecurityElement]::Escape($user))
$envelope = $envelope.Replace('{signature}', $signature).Replace('{timestamp}', $timestamp)
$request = @{{
    Uri = '{endpoint}'
    Method = 'Post'
    ContentType = 'text/xml; charset=utf-8'
    Headers = @{{ SOAPAction = '"{action}"' }}
    Body = [Text.Encoding]::UTF8.GetBytes($envelope)
    TimeoutSec = {all_seconds}
    MaximumRedirection = 0
    UseBasicParsing = $true
}}
try {{
    $answer = Invoke-WebRequest @request
    "HTTP status: $([int]$answer.StatusCode)"
    $answer.Content
}} catch {{
    # Marketo refuses with status 500, and says why in the answer.
    if (-not $_.Exception.Response) {{ throw }}
    "HTTP status: $([int]$_.Exception.Response.StatusCode)"
    $_.ErrorDetails.Message
}}
}}
"""


def powershell(template: Template) -> str:
    """The script, in ASCII. The here-string is literal, and no line of the envelope begins with its end."""
    return _CODE.format(
        operation=template.operation,
        user_variable=USER_VARIABLE,
        secret_variable=SECRET_VARIABLE,
        now=NOW,
        signed="\n".join(SIGNED),
        envelope=template.text,
        user=USER,
        signature=SIGNATURE,
        timestamp=TIMESTAMP,
        endpoint=template.endpoint,
        action=template.action,
        all_seconds=CONNECT_SECONDS + ANSWER_SECONDS,
    )
