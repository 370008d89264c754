"""Python's suds, told everything by the WSDL that the server serves; runs in the Python that Debian packages it for.

Standard input: JSON with `endpoint`, `user_id`, `secret` and `steps`. Standard output: JSON with one answer for each
step, in the shape that test_clients.py names.
"""

import hmac
import json
import sys
from datetime import UTC, datetime
from typing import Any

from suds import WebFault
from suds.client import Client

Step = dict[str, Any]


def signed(client: Client, told: Step) -> Any:
    """The header of one call."""
    header = client.factory.create("ns0:AuthenticationHeader")
    header.mktowsUserId, header.requestTimestamp = told["user_id"], datetime.now(UTC).isoformat(timespec="seconds")
    message = f"{header.requestTimestamp}{header.mktowsUserId}"
    header.requestSignature = hmac.new(told["secret"].encode(), message.encode(), "sha1").hexdigest()
    return header


def record(client: Client, step: Step) -> Any:
    """The lead to send."""
    made = client.factory.create("ns0:LeadRecord")
    made.Id, made.Email = step.get("id"), step.get("email")
    made.ForeignSysType, made.ForeignSysPersonId = step.get("foreign", (None, None))
    attributes = [{"attrName": name, "attrValue": value} for name, value in step.get("attributes", ())]
    made.leadAttributeList = {"attribute": attributes}
    return made


def text(value: object) -> str | None:
    """Text of suds as text of Python: its own type cannot be written as JSON in every version."""
    return None if value is None else str(value)


def lead(found: Any) -> Step | None:
    """A lead as it was read."""
    if not found:
        return None
    listed = found.leadAttributeList
    attributes = listed.attribute if listed and "attribute" in listed else []
    foreign = [text(found.ForeignSysType), text(found.ForeignSysPersonId)] if found.ForeignSysPersonId else None
    read = [[text(one.attrName), text(one.attrType), text(one.attrValue)] for one in attributes]
    return {"id": found.Id, "email": text(found.Email), "foreign": foreign, "attributes": read}


def answer(client: Client, step: Step) -> Step:
    """What one call gives. Raises WebFault."""
    match step["call"]:
        case "listMObjects":
            return {"objects": [text(one) for one in client.service.listMObjects().objects]}
        case "describeMObject":
            metadata = client.service.describeMObject(step["name"]).metadata
            fields = [
                [text(one.name), text(one.displayName), text(one.dataType), one.size, one.isReadonly]
                for one in metadata.fieldList.field
            ]
            return {"name": text(metadata.name), "fields": fields}
        case "getLead":
            found = client.service.getLead({"keyType": step["key"], "keyValue": step["value"]})
            return {"count": found.count, "leads": [lead(one) for one in found.leadRecordList.leadRecord]}
        case _:
            result = client.service.syncLead(record(client, step), step["return"])
            sync = result.syncStatus
            returned = lead(result.leadRecord)
            return {"id": sync.leadId, "status": text(sync.status), "error": text(sync.error), "lead": returned}


def main() -> None:
    """Answer every step."""
    told = json.load(sys.stdin)
    client = Client(f"{told['endpoint']}?WSDL", cache=None)
    answers = []
    for step in told["steps"]:
        headers = [signed(client, told)]
        if "workspace" in step:
            headers.append(client.factory.create("ns0:MktowsContextHeader"))
            headers[1].targetWorkspace = step["workspace"]
        client.set_options(soapheaders=headers)
        try:
            answers.append(answer(client, step))
        except WebFault as problem:
            fault = problem.fault
            detail = fault.detail.serviceException
            answers.append(
                {
                    "fault": text(fault.faultcode),
                    "text": text(fault.faultstring),
                    "code": text(detail.code),
                    "message": text(detail.message),
                }
            )
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
