"""Twenty fixes as people make them, by keys alone: what Marketo holds afterwards, and the one line they read."""

from collections.abc import Iterator

import pytest

from mktgui.practice.server import PracticeServer
from mktgui.practice.world import Lead
from tests.e2e.acts import ANA, BOX, SHEET
from tests.e2e.connection import keep_connection
from tests.e2e.desk import Desk
from tests.e2e.hands import Hands
from tests.e2e.program import programs

ANA_ID = 318815


@pytest.fixture(scope="module")
def marketo() -> Iterator[PracticeServer]:
    """One for all of them, as in life: each is about another lead."""
    with PracticeServer() as server:
        yield server


@pytest.fixture(scope="module")
def one_program(one_desk: Desk, marketo: PracticeServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """So is the program: it stays open all day."""
    home = tmp_path_factory.mktemp("day") / "mktgui"
    keep_connection(marketo, home, one_desk)
    with programs(one_desk) as start:
        program = start(home)
        program.reader.find("label", "Key kept in GNOME Keyring")
        yield Hands(program, one_desk)
        program.quit()


@pytest.fixture
def hands(one_program: Hands) -> Hands:
    one_program.clear_desk()
    return one_program


@pytest.fixture
def lead(marketo: PracticeServer, request: pytest.FixtureRequest) -> Lead:
    """The one with this number."""
    return marketo.world.leads[request.param]


def about(number: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("lead", [number], indirect=True, ids=[str(number)])


@about(ANA_ID)
def test_01_another_title_in_no_more_than_a_dozen_keys_besides_the_title(hands: Hands, lead: Lead) -> None:
    box = hands.on("text", BOX)
    hands.paste(ANA, lambda: box.text == ANA)
    hands.press("Return")
    hands.go_to("title")
    hands.value("Job Title", "VP Marketing")
    hands.send("Updated lead 318815 (Ana Ruiz). Job Title: VP Sales → VP Marketing.")
    assert lead.attributes["Title"] == "VP Marketing"
    assert hands.presses - len("VP Marketing") <= 9


@about(1014)
def test_02_resubscribed_by_recipe(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.tab_to("list", "Recipes", key="Shift+Tab")
    hands.press("Home", "Return")
    hands.on("table", SHEET)
    hands.send("Updated lead 1014 (Zoë Lefèvre). Unsubscribed: true → false.")
    assert lead.attributes["Unsubscribed"] == "false"


@about(1007)
def test_03_a_phone_number_taken_out(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.go_to("phone number")
    hands.press("Ctrl+0")
    hands.send("Updated lead 1007 (Diego Muñoz). Phone Number: +49 30 788346 → (empty).")
    assert "Phone" not in lead.attributes


@about(1042)
def test_04_another_address_by_id(hands: Hands, lead: Lead) -> None:
    hands.load("1042")
    hands.tab_to("check box", "Also set other identifiers", key="Shift+Tab")
    hands.press("space")
    hands.tab_to("text", "Email")
    hands.type("siobhan@alnoor.example", hands.on("text", "Email"))
    hands.send("Updated lead 1042 (Siobhán O’Neill). Email Address: person6@alnoor.example → siobhan@alnoor.example.")
    assert lead.email == "siobhan@alnoor.example"


def test_05_one_of_two_leads_with_the_same_address(hands: Hands, marketo: PracticeServer) -> None:
    newer, older = marketo.world.leads[9752], marketo.world.leads[1021]
    hands.find(older.email)
    hands.choose("tree", "Leads with this key", "Down", "1021")
    hands.go_to("title")
    hands.value("Job Title", "Owner")
    before = older.attributes["Title"]
    hands.send(f"Updated lead 1021 (Łukasz Wójcik). Job Title: {before} → Owner.")
    assert (older.attributes["Title"], newer.attributes["Title"]) == ("Owner", before)


def test_06_nobody_is_found_and_a_new_lead_is_meant(hands: Hands, marketo: PracticeServer) -> None:
    hands.find("grace.hopper@navy.example")
    hands.reads("No lead that this account can see has this address. Is it spelled right?")
    hands.tab_to("push button", "Start a new lead with it")
    hands.press("space")
    hands.go_to("first name")
    hands.value("First Name", "Grace")
    hands.end_value("First Name", "Grace")
    hands.tab_to("check box", "I mean to create a new lead if there is none")
    hands.press("space")
    hands.send("Created lead 318816 (Grace), as planned.")
    assert [one.attributes["FirstName"] for one in marketo.world.by_email("grace.hopper@navy.example")] == ["Grace"]


@about(ANA_ID)
def test_07_by_a_salesforce_id(hands: Hands, lead: Lead) -> None:
    hands.load("0035000000ABcDeAAL")
    hands.go_to("city")
    hands.value("City", "Dallas")
    hands.send("Updated lead 318815 (Ana Ruiz). City: Austin → Dallas.")
    assert lead.attributes["City"] == "Dallas"


@about(1056)
def test_08_by_a_netsuite_id_that_cannot_be_looked_up(hands: Hands, lead: Lead) -> None:
    hands.type("700008", hands.on("text", BOX))
    hands.tab_to("radio button", "Key: Marketo ID")
    hands.press("Down", "Left")
    hands.tab_to("combo box", "Type…")
    hands.press("N")
    hands.press("Ctrl+f")
    hands.go_to("title")
    hands.value("Job Title", "Head of Marketing")
    hands.end_value("Job Title", "Head of Marketing")
    hands.tab_to("check box", "I mean to create a new lead if there is none")
    hands.press("space")
    hands.send("Updated lead 1056 (İpek Yıldız). Job Title: now Head of Marketing.")
    assert lead.attributes["Title"] == "Head of Marketing"


@about(1035)
def test_09_by_a_cookie(hands: Hands, lead: Lead) -> None:
    hands.load(lead.cookies[0])
    hands.go_to("lead score")
    hands.value("Lead Score", "112")
    hands.send("Updated lead 1035 (Åsa Öberg). Lead Score: 111 → 112.")
    assert lead.attributes["LeadScore"] == "112"


@about(1070)
def test_10_in_a_workspace(hands: Hands, lead: Lead) -> None:
    hands.load("1070")
    hands.tab_to("text", "Workspace", key="Shift+Tab")
    hands.type("APAC", hands.on("text", "Workspace"))
    hands.press("Ctrl+f")
    hands.go_to("title")
    hands.value("Job Title", "Analyst II")
    hands.send("Updated lead 1070 (伟 王). Job Title: Analyst → Analyst II.")
    assert (lead.attributes["Title"], lead.partition) == ("Analyst II", "APAC")


@about(1077)
def test_11_five_values_from_a_spreadsheet(hands: Hands, lead: Lead) -> None:
    values = {"Company": "Al Noor LLC", "City": "Dubai", "Site": "HQ", "Notes__c": "See\nticket", "LeadScore": "120"}
    hands.load(lead.email)
    hands.press("Return")
    hands.on("table", SHEET)
    hands.paste_cells({**values, "Notes__c": '"See\nticket"'}, marked=len(values))
    hands.send("Updated lead 1077 (芳 李).")
    hands.reads("5 fields as you asked.")
    assert {name: lead.attributes[name] for name in values} == values


@about(1084)
def test_12_a_day_that_could_be_two(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.go_to("contract end")
    hands.value("Contract End", "05/03/2027")
    hands.end_value("Contract End", "05/03/2027")
    hands.press("Alt+Return")
    hands.sees("Contract End", "2027-05-03")
    hands.send("Updated lead 1084 (娜 張). Contract End: (empty) → 2027-05-03.")
    assert lead.attributes["Contract_End__c"] == "2027-05-03"


@about(1091)
def test_13_a_moment_on_whose_clock(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.go_to("last webinar")
    hands.value("Last Webinar", "2027-03-05 09:14")
    hands.end_value("Last Webinar", "2027-03-05 09:14")
    hands.press("Alt+Return")
    hands.sees("Last Webinar", "2027-03-05T09:14:00+00:00")
    hands.send("Updated lead 1091 (太郎 山田). Last Webinar: (empty) → 2027-03-05T09:14:00+00:00.")
    assert lead.attributes["Last_Webinar__c"] == "2027-03-05T09:14:00+00:00"


@about(1098)
def test_14_yes_or_no_by_the_space_bar(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.go_to("do not call")
    hands.press("space")
    hands.sees("Do Not Call", "true")
    hands.send("Updated lead 1098 (さくら 佐藤). Do Not Call: (empty) → true.")
    assert lead.attributes["DoNotCall"] == "true"


@about(1028)
def test_15_a_text_of_several_lines(hands: Hands, lead: Lead) -> None:
    hands.load(lead.email)
    hands.go_to("notes")
    hands.press("Shift+Return")
    hands.type("First line\nSecond line", hands.on("text", "New value of Notes"))
    hands.press("Shift+Return")
    hands.sees("Notes", "First line\nSecond line")
    hands.send("Updated lead 1028 (Jürgen Groß). Notes: (empty) → First line↵Second line.")
    assert lead.attributes["Notes__c"] == "First line\nSecond line"


@about(1007)
def test_16_words_in_every_direction_and_a_family(hands: Hands, lead: Lead) -> None:
    text = "市场部 שלום مرحبا 👩\u200d👩\u200d👧 é"
    hands.load(lead.email)
    hands.go_to("department")
    hands.press("F2")
    editor = hands.on("text", "New value, Department")
    hands.paste(text, lambda: editor.text == text)
    hands.send(f"Updated lead 1007 (Diego Muñoz). Department: (empty) → {text}.")
    assert lead.attributes["Department"] == text


@about(1105)
def test_17_a_change_put_back(hands: Hands, lead: Lead) -> None:
    before, who = lead.attributes["Title"], f"{lead.attributes['FirstName']} {lead.attributes['LastName']}"
    hands.load(lead.email)
    hands.go_to("title")
    hands.value("Job Title", "Wrong")
    hands.send(f"Updated lead 1105 ({who}). Job Title: {before} → Wrong.")
    assert lead.attributes["Title"] == "Wrong"
    hands.tab_to("push button", "Put it back…")
    hands.press("space")
    limit = "Campaigns that the change has triggered and emails that went out stay so."
    hands.reads(f"These are the old values. Nothing has been written yet.\n{limit}")
    hands.sees("Job Title", before)
    hands.send(f"Updated lead 1105 ({who}). Job Title: Wrong → {before}.")
    assert lead.attributes["Title"] == before


@about(1112)
def test_18_perhaps_written_and_found_out(hands: Hands, lead: Lead, marketo: PracticeServer) -> None:
    who = f"{lead.attributes['FirstName']} {lead.attributes['LastName']}"
    hands.load(lead.email)
    hands.go_to("title")
    hands.value("Job Title", "Buyer")
    marketo.next("cut-after-write")
    hands.send("The line was cut before the answer was whole.")
    hands.tab_to("push button", "Re-read the lead")
    hands.press("space")
    hands.reads(f"It was written: lead 1112 ({who}) holds what you asked for.")
    assert lead.attributes["Title"] == "Buyer"


@about(1126)
def test_19_a_lead_that_is_gone(hands: Hands, lead: Lead, marketo: PracticeServer) -> None:
    hands.load("1126")
    hands.go_to("title")
    hands.value("Job Title", "Nobody")
    del marketo.world.leads[1126]
    hands.send("Marketo found no such lead (20103).")
    assert 1126 not in marketo.world.leads


@about(1133)
def test_20_a_lead_that_somebody_else_has_changed_meanwhile(hands: Hands, lead: Lead, marketo: PracticeServer) -> None:
    who = f"{lead.attributes['FirstName']} {lead.attributes['LastName']}"
    hands.load(lead.email)
    hands.go_to("title")
    hands.value("Job Title", "Mine")
    marketo.next("reset")
    hands.send("The line was cut before the answer was whole.")
    lead.attributes["Title"] = "Theirs"
    hands.press("Return")
    hands.value("Job Title", "Mine too")
    hands.send("1 field you are about to send has changed meanwhile.")
    assert lead.attributes["Title"] == "Theirs"
    hands.tab_to("push button", "Send anyway")
    hands.press("space")
    hands.reads(f"Updated lead 1133 ({who}). Job Title: Theirs → Mine too.")
    assert lead.attributes["Title"] == "Mine too"
