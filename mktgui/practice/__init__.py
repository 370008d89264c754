"""A Marketo one can practise on. Shares no code with the client, on purpose."""
