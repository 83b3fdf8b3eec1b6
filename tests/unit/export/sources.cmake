set(export_test_sources
  answers_test.cpp
  avis_document_test.cpp
  html_test.cpp
  markdown_test.cpp
  speaking_test.cpp
  wording_test.cpp
)
