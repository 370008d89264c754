"""PHP with its extension curl."""

from mktgui.rest.snippets.template import Step, Template

_CODE = """<?php
// {operation} with curl, with a token that is asked for each time it runs. Needs PHP 7.1 or newer with its
// extension curl.
// Put the client ID into {client_variable} and the client secret into {secret_variable}.
const IDENTITY = '{identity}';
const ENDPOINT = '{endpoint}';
{body}
$client = getenv('{client_variable}');
$secret = getenv('{secret_variable}');
if (!$client || !$secret) {{
    exit("Set {client_variable} and {secret_variable} first.\\n");
}}

function carry(string $method, string $address, array $headers, string $body): array
{{
    $handle = curl_init($address);
    curl_setopt_array($handle, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => array_merge(['Accept: application/json'], $headers),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_CONNECTTIMEOUT => {connect_seconds},
        CURLOPT_TIMEOUT => {all_seconds},
    ]);
    if ($method === 'POST') {{
        curl_setopt($handle, CURLOPT_POSTFIELDS, $body);
    }}
    $text = curl_exec($handle);
    if ($text === false) {{
        exit('There is no answer: ' . curl_error($handle) . "\\n");
    }}
    return [curl_getinfo($handle, CURLINFO_HTTP_CODE), $text];
}}

function get_token(): string
{{
    global $client, $secret;
    $query = http_build_query([
        'grant_type' => 'client_credentials',
        'client_id' => $client,
        'client_secret' => $secret,
    ]);
    [, $text] = carry('GET', IDENTITY . '/oauth/token?' . $query, [], '');
    $token = json_decode($text, true)['access_token'] ?? '';
    if (!$token) {{
        exit("There is no token: $text\\n");
    }}
    return $token;
}}

function ask(string $method, string $target, string $kind = '', string $body = '', bool $is_last = false): array
{{
    global $token;
    $headers = ['Authorization: Bearer ' . $token, 'Content-Type:' . ($kind ? ' ' . $kind : '')];
    [$status, $text] = carry($method, ENDPOINT . $target, $headers, $body);
    echo "HTTP status: $status\\n$text\\n";
    $said = json_decode($text, true);
    $codes = array_column((array) ($said['errors'] ?? []), 'code');
    // A token that has run out is refused before anything is done, so once more is safe.
    if (!$is_last && array_intersect($codes, ['601', '602'])) {{
        $token = get_token();
        return ask($method, $target, $kind, $body, true);
    }}
    return (array) $said;
}}

$token = get_token();
{request}
"""
_BODY = """const BODY = <<<'END_OF_BODY'
{body}
END_OF_BODY;
"""
_STEPS = """$said = {ask};
$record = $said['result'][0] ?? [];
if (in_array($record['status'] ?? '', ['created', 'updated'], true)) {{
{steps}
}}"""


def php_curl(template: Template) -> str:
    """The program. The body is a nowdoc, which is literal, and no line of it begins with its end."""
    body = f", '{template.kind}', BODY" if template.lines else ""
    ask = f"ask('{template.method}', '{template.target}'{body})"
    steps = "\n".join(map(_step, template.steps))
    return template.fill(
        _CODE,
        body=_BODY.format(body=template.body) if template.lines else "",
        request=_STEPS.format(ask=ask, steps=steps) if steps else f"{ask};",
    )


def _step(step: Step) -> str:
    return f"    ask('{step.method}', '{step.before}' . $record['id'] . '{step.after}');"
