"""The PDF edge: the resolved doctrees of the book become one tagged PDF.

It is a Sphinx builder of its own ("boek"), with its own template and CSS; the web theme never comes near it. Nothing is
imported here: processes that lay out a part of the book need no Sphinx, and are at work 0.4 s sooner without.
"""
