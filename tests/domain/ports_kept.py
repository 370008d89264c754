"""Whether who keeps a port has its methods, with its arguments and types."""

import inspect


def assert_keeps(keeper: type, port: type) -> None:
    """Every promise of the port, word for word."""
    promised = {name: value for name, value in vars(port).items() if inspect.isfunction(value) and name[0] != "_"}
    assert promised
    for name, method in promised.items():
        kept, wanted = inspect.signature(getattr(keeper, name)), inspect.signature(method)
        assert kept.parameters == wanted.parameters, name
