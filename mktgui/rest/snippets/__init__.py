"""A call as code, one language a file. What they say to Marketo is what the program itself would say."""
