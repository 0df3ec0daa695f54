"""The archive on SQLite: one file a noun, `archive` the way in, `schema` the tables in words.

What they wrote stands apart from what we did with it, so that the second outlives the first.
Numbers of articles are in the order of time (`times`), which makes the newest of any selection
cheap. Thinking (addresses, copies, queries) comes in as functions from the desk (`thinking`).
"""
