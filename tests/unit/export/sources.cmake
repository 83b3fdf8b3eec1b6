set(export_test_sources avis_document_test.cpp html_test.cpp markdown_test.cpp wording_test.cpp)
