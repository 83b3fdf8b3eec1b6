set(export_sources avis_document.cpp html.cpp markdown.cpp wording.cpp)
