"""What tests of a text pane begin with."""

from mktgui.domain.ports import TextForm
from mktgui.soap.messages import read_message
from mktgui.ui.text_lines import LaidOut, lay_out

LEAD = (
    "<r><leadRecord><Email>ana@corp.example</Email><leadAttributeList>"
    + "".join(
        f"<attribute><attrName>{name}</attrName><attrValue>{value}</attrValue></attribute>"
        for name, value in (("Title", "副总裁 &amp; VP"), ("Phone", "1"), ("City", "Bonn"))
    )
    + "</leadAttributeList></leadRecord></r>"
)


def laid_out(text: str = LEAD) -> LaidOut:
    """Formatted, as a thread gives it."""
    return lay_out(read_message(text.encode(), TextForm.FORMATTED, masked=True))


def many(leads: int) -> LaidOut:
    """A long text with much to fold."""
    return laid_out("<r>" + "".join(f"<a><b>{number}</b><c/></a>" for number in range(leads)) + "</r>")
