<?php
// A REST client of PHP's own streams and JSON. Standard input: JSON with `identity_endpoint`, `rest_endpoint`, `client_id`,
// `client_secret` and `steps`, each with `method`, `path` and perhaps `body`. Standard output: JSON with one [status, reply]
// for each step.

declare(strict_types=1);

function ask(string $method, string $url, array $headers, ?string $body): array
{
    $options = ['method' => $method, 'header' => $headers, 'ignore_errors' => true, 'timeout' => 10];
    if ($body !== null) {
        $options['content'] = $body;
    }
    $reply = file_get_contents($url, false, stream_context_create(['http' => $options]));
    preg_match('/ (\d{3})/', $http_response_header[0], $found);
    return [(int) $found[1], json_decode($reply, false, 512, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION)];
}

$told = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$query = http_build_query([
    'grant_type' => 'client_credentials',
    'client_id' => $told['client_id'],
    'client_secret' => $told['client_secret'],
]);
[, $token] = ask('GET', $told['identity_endpoint'] . '/oauth/token?' . $query, [], null);
$answers = [];
foreach ($told['steps'] as $step) {
    $headers = ['Authorization: Bearer ' . ($token->access_token ?? 'none'), 'Content-Type: application/json'];
    $body = array_key_exists('body', $step) ? json_encode($step['body'], JSON_THROW_ON_ERROR) : null;
    $answers[] = ask($step['method'], $told['rest_endpoint'] . $step['path'], $headers, $body);
}
echo json_encode($answers, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
