"""How a question names the articles it wants: by people, outlets, times, kinds, addresses and titles."""
