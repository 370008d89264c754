"""A catalogue that was not kept is one of which nothing is known."""

from mktgui.domain.catalogue import NO_CATALOGUE, Catalogue
from mktgui.domain.catalogue_store import CatalogueStore, LoadedCatalogue
from mktgui.domain.keeping import KeepProblem, KeepTrouble
from mktgui.storage.catalogues import CatalogueFolder
from tests.domain.ports_kept import assert_keeps
from tests.domain.values import assert_is_value


def test_what_was_loaded_is_a_value() -> None:
    assert_is_value(lambda: LoadedCatalogue(NO_CATALOGUE, KeepProblem(KeepTrouble.BROKEN)))
    assert LoadedCatalogue() == LoadedCatalogue(Catalogue(), None)


def test_the_port_is_kept() -> None:
    assert_keeps(CatalogueFolder, CatalogueStore)
