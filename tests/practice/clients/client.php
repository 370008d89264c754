<?php
// PHP's SoapClient, told everything by the WSDL that the server serves. Standard input: JSON with `endpoint`,
// `user_id`, `secret` and `steps`. Standard output: JSON with one answer for each step, in the shape that
// test_clients.py names.

declare(strict_types=1);

const MARKETO = 'http://www.marketo.com/mktows/';

function signed(string $user, string $secret): SoapHeader
{
    $stamp = date(DATE_W3C);
    return new SoapHeader(MARKETO, 'AuthenticationHeader', [
        'mktowsUserId' => $user,
        'requestSignature' => hash_hmac('sha1', $stamp . $user, $secret),
        'requestTimestamp' => $stamp,
    ]);
}

function record(array $step): array
{
    $pairs = $step['attributes'] ?? [];
    $attributes = array_map(fn (array $pair) => ['attrName' => $pair[0], 'attrValue' => $pair[1]], $pairs);
    $record = ['leadAttributeList' => ['attribute' => $attributes]];
    if (isset($step['id'])) {
        $record['Id'] = $step['id'];
    }
    if (isset($step['email'])) {
        $record['Email'] = $step['email'];
    }
    if (isset($step['foreign'])) {
        [$record['ForeignSysType'], $record['ForeignSysPersonId']] = $step['foreign'];
    }
    return $record;
}

function lead(?object $record): ?array
{
    if ($record === null) {
        return null;
    }
    $attributes = [];
    foreach ($record->leadAttributeList->attribute ?? [] as $one) {
        $attributes[] = [$one->attrName, $one->attrType, $one->attrValue];
    }
    $foreign = $record->ForeignSysPersonId === null ? null : [$record->ForeignSysType, $record->ForeignSysPersonId];
    return ['id' => $record->Id, 'email' => $record->Email, 'foreign' => $foreign, 'attributes' => $attributes];
}

function field(object $field): array
{
    return [$field->name, $field->displayName, $field->dataType, $field->size, $field->isReadonly];
}

function answer(SoapClient $client, array $step): array
{
    switch ($step['call']) {
        case 'listMObjects':
            return ['objects' => $client->listMObjects([])->result->objects];
        case 'describeMObject':
            $metadata = $client->describeMObject(['objectName' => $step['name']])->result->metadata;
            return ['name' => $metadata->name, 'fields' => array_map('field', $metadata->fieldList->field)];
        case 'getLead':
            $key = ['keyType' => $step['key'], 'keyValue' => $step['value']];
            $result = $client->getLead(['leadKey' => $key])->result;
            return ['count' => $result->count, 'leads' => array_map('lead', $result->leadRecordList->leadRecord)];
        default:
            $result = $client->syncLead(['leadRecord' => record($step), 'returnLead' => $step['return']])->result;
            $sync = $result->syncStatus;
            return [
                'id' => $sync->leadId, 'status' => $sync->status, 'error' => $sync->error,
                'lead' => lead($result->leadRecord),
            ];
    }
}

$told = json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR);
$client = new SoapClient($told['endpoint'] . '?WSDL', [
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$answers = [];
foreach ($told['steps'] as $step) {
    $headers = [signed($told['user_id'], $told['secret'])];
    if (isset($step['workspace'])) {
        $headers[] = new SoapHeader(MARKETO, 'MktowsContextHeader', ['targetWorkspace' => $step['workspace']]);
    }
    $client->__setSoapHeaders($headers);
    try {
        $answers[] = answer($client, $step);
    } catch (SoapFault $fault) {
        $detail = $fault->detail->serviceException;
        $answers[] = [
            'fault' => $fault->faultcode, 'text' => $fault->faultstring,
            'code' => $detail->code, 'message' => $detail->message,
        ];
    }
}
echo json_encode($answers, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE), "\n";
