"""The words by which a language is known are kept in settings, so they stay."""

from mktgui.domain.snippets import Language, SnippetError


def test_languages() -> None:
    assert [language.value for language in Language] == [
        "curl-bash",
        "curl-cmd",
        "powershell",
        "python",
        "php",
        "java",
        "ruby",
    ]
    assert str(SnippetError("attrName")) == "attrName"
