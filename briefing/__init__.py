"""A terminal reader and briefing generator for retail news.

The floors of the house, from the door down; imports only ever point downwards:

    __main__            the door
    cli/                arguments -> desk -> stdout
    tui/                keys -> desk -> panes
    desk/               the use cases: one method for each thing a user can want
    core/ render/ io/   think (pure) · write (pure) · touch the world; none knows the others
    models wire config  the nouns · the nouns as JSON · the settings
    errors locations plain   what can go wrong · where files live · text made harmless
"""

__version__ = "0.1.0"
