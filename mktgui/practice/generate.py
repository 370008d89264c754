"""Makes the practice world from a seed: `python -m mktgui.practice.generate FILE`. The same seed, the same world."""

import json
import random
import sys
from pathlib import Path
from typing import Any

SEED = 318_815
NEWCOMER = 318_815  # the lead that the documentation and the self-check use

# SOAP name, REST name, English, Chinese, type, length; r read-only, b update-blocked, c custom. REST does not have all.
_FIELDS = """
Address|address|Address|地址|text|2000|
AnnualRevenue|annualRevenue|Annual Revenue|年收入|currency||
AnonymousIP|anonymousIP|Anonymous IP|匿名 IP|string|255|r
BillingCity|billingCity|Billing City|账单城市|string|255|
BillingCountry|billingCountry|Billing Country|账单国家|string|255|
BillingPostalCode|billingPostalCode|Billing Postal Code|账单邮编|string|255|
BillingState|billingState|Billing State|账单省份|string|255|
BillingStreet|billingStreet|Billing Address|账单地址|text|2000|
City|city|City|城市|string|255|
Company|company|Company Name|公司名称|string|255|
Country|country|Country|国家|string|255|
CreatedAt|createdAt|Created At|创建时间|datetime||r
DateofBirth|dateOfBirth|Date of Birth|出生日期|date||
Department|department|Department|部门|string|255|
DoNotCall|doNotCall|Do Not Call|请勿致电|boolean||
DoNotCallReason|doNotCallReason|Do Not Call Reason|请勿致电原因|text|2000|
Email|email|Email Address|电子邮箱|email|255|
Fax|fax|Fax Number|传真|phone|255|
FirstName|firstName|First Name|名|string|255|
Industry|industry|Industry|行业|string|255|
InferredCompany|inferredCompany|Inferred Company|推断公司|string|255|r
InferredCountry|inferredCountry|Inferred Country|推断国家|string|255|r
LastName|lastName|Last Name|姓|string|255|
LeadRole|leadRole|Role|角色|string|50|
LeadScore|leadScore|Lead Score|潜在客户评分|score||
LeadSource|leadSource|Lead Source|来源|string|255|
LeadStatus|leadStatus|Lead Status|状态|string|255|
MainPhone|mainPhone|Main Phone|总机|string|255|
Marketo Jigsaw Contact Id|jigsawContactId|Jigsaw Contact Id|Jigsaw 联系人 ID|integer||
Marketo Jigsaw Contact Status|jigsawContactStatus|Jigsaw Contact Status|Jigsaw 联系人状态|string|255|
MarketoSocialGender|gender|Social Gender|社交性别|string|255|r
MarketoSocialTwitterReach|twitterReach|Twitter Reach|Twitter 影响力|integer||r
MiddleName|middleName|Middle Name|中间名|string|255|
MobilePhone|mobilePhone|Mobile Phone Number|手机|phone|255|
NumberOfEmployees|numberOfEmployees|Num Employees|员工人数|integer||
Phone|phone|Phone Number|电话|phone|255|
PostalCode|postalCode|Postal Code|邮编|string|255|
Rating|rating|Lead Rating|评级|string|255|
SICCode|sicCode|SIC Code|行业代码|string|40|
Salutation|salutation|Salutation|称谓|string|255|
Site|site|Site|站点|string|255|
State|state|State|省份|string|255|
Title|title|Job Title|职务|string|255|
Unsubscribed|unsubscribed|Unsubscribed|已退订|boolean||
UnsubscribedReason|unsubscribedReason|Unsubscribed Reason|退订原因|text|2000|
Website|website|Website|网站|url|255|
Contract_End__c|contractEnd|Contract End|合同结束日期|date||c
Created_Time__c|createdTimeC|Created Time (CRM)|CRM 创建时间|datetime||cr
Credit_Limit__c|creditLimit|Credit Limit|信用额度|currency||c
Customer_Tier__c|customerTier|Customer Tier|客户等级|string|20|c
Discount__c|discount|Discount|折扣|percent||c
ExternalKey__c|externalKey|External Key|外部键|string|64|c
GDPR_Consent__c|gdprConsent|GDPR Consent|GDPR 同意|boolean||c
Last_Webinar__c|lastWebinar|Last Webinar|最近的网络研讨会|datetime||c
Legacy_Marker__c||Legacy Marker|旧标记|string|20|c
NPS__c|nps|Net Promoter Score|净推荐值|integer||c
Newsletter__c|newsletter|Newsletter|电子报|boolean||c
Notes__c|notes|Notes|备注|text|30000|c
PreferredLanguage__c|preferredLanguage|Preferred Language|首选语言|string|10|c
Profile_URL__c|profileUrl|Profile URL|个人主页|url|255|c
Region_Locked__c|regionLocked|Region (locked)|区域（锁定）|string|40|cb
Renewal_Probability__c|renewalProbability|Renewal Probability|续约概率|float||c
"""

_PEOPLE = (
    "Ana Ruiz|Diego Muñoz|Zoë Lefèvre|Łukasz Wójcik|Jürgen Groß|Åsa Öberg|Siobhán O’Neill|Nguyễn Thị Hương|"
    "İpek Yıldız|João Conceição|伟 王|芳 李|娜 張|太郎 山田|さくら 佐藤|민준 김|서연 이|أحمد حسن|ليلى منصور|דוד לוי|"
    "נועה כהן|Иван Петров|Ольга Соколова|สมชาย ใจดี|Γιώργος Παππάς|Ada Byron|Tom Baker|Mary-Jane Smith|"
    "Kofi Mensah|Priya Sharma"
)
_COMPANIES = (
    "Acme|acme.example|United States|Default;Globex GmbH|globex.example|Germany|EMEA;Müller & Söhne|mueller.example|"
    "Germany|EMEA;北京云帆科技|yunfan.example|China|APAC;株式会社さくら|sakura.example|Japan|APAC;한빛소프트|hanbit.example|"
    "South Korea|APAC;Ромашка ООО|romashka.example|Kazakhstan|EMEA;شركة النور|alnoor.example|United Arab Emirates|EMEA;"
    "Café Société|cafe.example|France|EMEA;Initech|initech.example|Canada|Default;บริษัท สยาม|siam.example|Thailand|APAC;"
    'Contoso & Sons "Ltd"|contoso.example|United Kingdom|EMEA'
)
_TITLES = "VP Sales|CTO|Marketing Manager|采购总监|Head of Growth|Leiter Einkauf|営業部長|Analyst|CEO|Data Steward"
_WORKSPACES = {
    "Default": ["Default", "Archive"],
    "EMEA": ["EMEA", "EMEA Archive"],
    "APAC": ["APAC", "Default"],
}


def world(seed: int = SEED) -> dict[str, Any]:
    """The whole world as JSON values; its shape is what `mktgui.practice.world` reads."""
    dice = random.Random(seed)  # noqa: S311 - reproducible, not secret
    leads = [_newcomer()]
    leads += [_lead(number, dice) for number in range(1, 190)]
    leads += [_duplicate(leads[index], 9000 + index, dice) for index in (3, 17, 42, 42)]
    leads += [_anonymous(number, dice) for number in range(6)]
    return {
        "seed": seed,
        "fields": [_field(line) for line in _FIELDS.strip().splitlines()],
        "workspaces": [{"name": name, "partitions": partitions} for name, partitions in _WORKSPACES.items()],
        "rules": [
            {"field": "Country", "value": "Japan", "partition": "APAC"},
            {"field": "Country", "value": "Germany", "partition": "EMEA"},
        ],
        "owners": [{"email": "owner@acme.example", "id": "00530000001AbCdAAK"}],
        "leads": leads,
    }


def _field(line: str) -> dict[str, Any]:
    soap, rest, english, chinese, kind, length, flags = line.split("|")
    return {
        "soap": soap,
        "rest": rest,
        "en": english,
        "zh": chinese,
        "type": kind,
        "length": int(length) if length else None,
        "read_only": "r" in flags,
        "update_blocked": "b" in flags,
        "custom": "c" in flags,
    }


def _newcomer() -> dict[str, Any]:
    attributes = {
        "FirstName": "Ana",
        "LastName": "Ruiz",
        "Company": "Acme",
        "Title": "VP Sales",
        "Country": "United States",
        "City": "Austin",
        "Phone": "+1 512 555 0142",
        "LeadScore": "42",
        "Unsubscribed": "false",
        "CreatedAt": "2024-03-05T09:14:00Z",
        "Website": "acme.example",
    }
    foreign = [["SFDC", "0035000000ABcDeAAL"]]
    return _made(NEWCOMER, "ana.ruiz@acme.example", "Default", foreign=foreign, attributes=attributes)


def _of(words: str, number: int) -> str:
    choices = words.split("|")
    return choices[number % len(choices)]


def _made(  # noqa: PLR0913 - the parts of a lead
    number: int,
    email: str,
    partition: str,
    *,
    foreign: list[list[str]] | None = None,
    cookies: list[str] | None = None,
    attributes: dict[str, str] | None = None,
) -> dict[str, Any]:
    return {
        "id": number,
        "email": email,
        "partition": partition,
        "foreign": foreign or [],
        "cookies": cookies or [],
        "attributes": attributes or {},
    }


def _lead(number: int, dice: random.Random) -> dict[str, Any]:
    first, last = _of(_PEOPLE, number).rsplit(" ", 1)
    company, domain, country, partition = _COMPANIES.split(";")[dice.randrange(12)].split("|")
    attributes = {
        "FirstName": first,
        "LastName": last,
        "Company": company,
        "Country": country,
        "Title": dice.choice(_TITLES.split("|")),
        "Phone": f"+49 30 {dice.randrange(10**6):06d}",
        "LeadScore": str(dice.randrange(-5, 120)),
        "NumberOfEmployees": str(dice.choice([0, 3, 250, 12_000])),
        "AnnualRevenue": f"{dice.randrange(10**7)}.{dice.randrange(100):02d}",
        "Unsubscribed": dice.choice(["true", "false"]),
        "DateofBirth": f"19{dice.randrange(50, 99)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}",
        "CreatedAt": f"2023-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}T08:00:00Z",
        "Customer_Tier__c": dice.choice(["gold", "silver", "bronze"]),
        "Newsletter__c": dice.choice(["true", "false"]),
    }
    attributes |= _spice(number, dice)
    if number % 9 == 0:
        partition = dice.choice(["Archive", "EMEA Archive"])
    cookies = [_cookie(domain, dice)] if number % 5 == 0 else []
    return _made(
        1000 + number * 7,
        f"person{number}@{domain}",
        partition,
        foreign=_foreign(number, dice),
        cookies=cookies,
        attributes=attributes,
    )


def _spice(number: int, dice: random.Random) -> dict[str, str]:
    """Values that trip careless programs: line breaks, markup, long text, emoji, text from right to left."""
    choices: tuple[dict[str, str], ...] = (
        {"Notes__c": "First line\nSecond line"},
        {"Notes__c": '<b>5 > 3 & 2 < 4</b> ]]> "quoted"'},
        {"Notes__c": "👩‍💻 🎉 e\u0301 \u00a0 end"},
        {"Notes__c": "x" * 3000},
        {"Site": "שלום (abc) مرحبا"},
        {"PreferredLanguage__c": "zh-CN", "GDPR_Consent__c": "true"},
        {"Discount__c": str(dice.randrange(60)), "Renewal_Probability__c": "0.75"},
        {},
    )
    return choices[number % len(choices)]


def _foreign(number: int, dice: random.Random) -> list[list[str]]:
    tail = "".join(dice.choice("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789") for _ in range(12))
    kinds = {0: [["SFDC", f"003{tail}"]], 1: [["SFDC", f"00Q{tail}AAK"]], 2: [["NETSUITE", str(700_000 + number)]]}
    kinds[3] = [["CUSTOM", f"CRM-{number:05d}"], ["CUSTOM", f"OLD-{number:05d}"]]
    return kinds.get(number % 6, [])


def _duplicate(lead: dict[str, Any], number: int, dice: random.Random) -> dict[str, Any]:
    attributes = {**lead["attributes"], "LeadSource": "Trade show", "LeadScore": str(dice.randrange(50))}
    return _made(number + dice.randrange(1000), lead["email"], "Archive", attributes=attributes)


def _anonymous(number: int, dice: random.Random) -> dict[str, Any]:
    attributes = {"AnonymousIP": f"203.0.113.{number + 1}", "InferredCountry": "France"}
    cookie = "id:123-ABC-456&token:_mch-acme.example-1300000000000-11111" if number == 0 else _cookie("x.example", dice)
    return _made(50_000 + number, "", "Default", cookies=[cookie], attributes=attributes)


def _cookie(domain: str, dice: random.Random) -> str:
    return (
        f"id:123-ABC-456&token:_mch-{domain}-{dice.randrange(13 * 10**11, 17 * 10**11)}-{dice.randrange(10**4, 10**5)}"
    )


def written(seed: int = SEED) -> str:
    """The world as the text of its file: one lead a line, so that a change can be read."""
    made = world(seed)
    lines = []
    for key, value in made.items():
        if isinstance(value, list):
            inside = ",\n".join("  " + json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in value)
            lines.append(f"{json.dumps(key)}: [\n{inside}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(written(), encoding="utf-8")
