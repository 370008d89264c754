"""PowerShell, both the 5.1 that is part of Windows and 7: Invoke-WebRequest sends."""

from mktgui.rest.snippets.template import Step, Template

# 5.1 takes UTF-8 for Latin-1 where the header names no encoding, and does not speak TLS 1.2 unless it is told to.
_CODE = """& {{
# {operation} with Invoke-WebRequest, with a token that is asked for each time it runs. For PowerShell 5.1
# and newer.
# Put the client ID into $env:{client_variable} and the client secret into $env:{secret_variable};
# what is missing is asked for.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor 'Tls12'
$identity = '{identity}'
$endpoint = '{endpoint}'
$client = $env:{client_variable}
if (-not $client) {{ $client = Read-Host 'Client ID' }}
$secret = $env:{secret_variable}
if (-not $secret) {{
    $typed = Read-Host 'Client secret' -AsSecureString
    $secret = (New-Object Net.NetworkCredential('', $typed)).Password
}}
function Send-Marketo($method, $address, $headers, $kind, $body) {{
    $request = @{{
        Uri = $address
        Method = $method
        Headers = $headers
        TimeoutSec = {all_seconds}
        MaximumRedirection = 0
        UseBasicParsing = $true
    }}
    if ($body) {{
        $request.Body = [Text.Encoding]::UTF8.GetBytes($body)
        $request.ContentType = $kind
    }}
    try {{
        $answer = Invoke-WebRequest @request
        [int]$answer.StatusCode
        [Text.Encoding]::UTF8.GetString($answer.RawContentStream.ToArray())
    }} catch {{
        # A refused client comes with status 401, and the answer says why.
        if (-not $_.Exception.Response) {{ throw }}
        [int]$_.Exception.Response.StatusCode
        "$($_.ErrorDetails.Message)"
    }}
}}
function Get-Token {{
    $query = 'grant_type=client_credentials&client_id=' + [Uri]::EscapeDataString($client)
    $query += '&client_secret=' + [Uri]::EscapeDataString($secret)
    $status, $text = Send-Marketo 'Get' "$identity/oauth/token?$query" @{{ Accept = 'application/json' }}
    $granted = try {{ ($text | ConvertFrom-Json).access_token }} catch {{ }}
    if (-not $granted) {{ throw "There is no token: $text" }}
    $granted
}}
function Ask($method, $target, $kind, $body) {{
    foreach ($try in 1, 2) {{
        $headers = @{{ Authorization = "Bearer $($held.Token)"; Accept = 'application/json' }}
        $status, $text = Send-Marketo $method ($endpoint + $target) $headers $kind $body
        Write-Host "HTTP status: $status"
        Write-Host $text
        $said = try {{ $text | ConvertFrom-Json }} catch {{ }}
        $codes = @($said.errors | ForEach-Object {{ "$($_.code)" }})
        # A token that has run out is refused before anything is done, so once more is safe.
        if ($try -eq 2 -or -not ($codes -contains '601' -or $codes -contains '602')) {{ return $said }}
        $held.Token = Get-Token
    }}
}}
$held = @{{ Token = Get-Token }}
{request}
}}
"""
_BODY = """$body = @'
{body}
'@
"""
_STEPS = """$said = {ask}
$record = @($said.result)[0]
if ($record.status -eq 'created' -or $record.status -eq 'updated') {{
{steps}
}}"""


def powershell(template: Template) -> str:
    """The script, in ASCII. The here-string is literal, and no line of the body begins with its end."""
    body = f" '{template.kind}' $body" if template.lines else ""
    ask = f"Ask '{template.method}' '{template.target}'{body}"
    steps = "\n".join(map(_step, template.steps))
    request = _STEPS.format(ask=ask, steps=steps) if steps else f"$null = {ask}"
    return template.fill(
        _CODE,
        request=(_BODY.format(body=template.body) if template.lines else "") + request,
    )


def _step(step: Step) -> str:
    return f"    $null = Ask '{step.method}' ('{step.before}' + $record.id + '{step.after}')"
